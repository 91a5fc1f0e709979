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
    /** The agency whose act it is; null for the bus's own. */
    speaker: 'text null',
    /** Which parties are shown the entry: BOTH, SENDER or RECEIVER. */
    parties: 'text',
    /** The agency that is no party and that the entry is about. */
    third: 'text null',
    /** Where the event brought the leg; null where it stayed. */
    status: 'text null',
    /** Every code that the event says. */
    codes: 'text[]',
    /** The rules in their version that it was judged by, such as referral/1. */
    rule: 'text null',
    data: 'jsonb',
  },
  { key: ['referral', 'position'], filled: 100 },
);
