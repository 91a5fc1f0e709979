import { table } from '#libs/projections';

/** What was said of a case beside its submission: information, supplements and outcomes, each by its event. */
export const partTable = table(
  'part',
  {
    referral: 'text',
    event_id: 'uuid',
    position: 'bigint',
    /** INFORMATION, SUPPLEMENT or OUTCOME. */
    kind: 'text',
    by_agency: 'text',
    said_at: 'timestamptz',
    /** The part that it adds to; null: the submission. */
    about: 'uuid null',
    /** The bus carried it on from an earlier leg. */
    carried: 'boolean',
    version: 'integer',
    /** Since when it counts no more. */
    in_error_at: 'timestamptz null',
    answered: 'text[]',
    unavailable: 'text[]',
    modifiers: 'text[]',
    files: 'jsonb',
    nexus: 'jsonb',
    evidence: 'jsonb',
    cross_border: 'jsonb null',
    outcomes: 'jsonb',
    extradition: 'text null',
  },
  { key: ['referral', 'event_id'] },
);
