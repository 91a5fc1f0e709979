import { table } from '#libs/projections';

/** What happened to a referral, over all topics that the view reads, in the order of the lane. */
export const timelineTable = table(
  'timeline_entry',
  {
    referral: 'text',
    position: 'bigint',
    type: 'text',
    event_id: 'uuid',
    at: 'timestamptz',
    agency: 'text',
    role: 'text',
    country: 'text',
    /** Opaque reference; shown to the person's own agency alone. */
    person: 'text null',
    data: 'jsonb',
  },
  { key: ['referral', 'position'] },
);
