import { type RowOf, table } from '#libs/projections';

/** An event of a leg, as it is told; rows of the feed point to it. */
export const eventTable = table(
  'event',
  {
    lane: 'integer',
    position: 'bigint',
    referral: 'text',
    type: 'text',
    event_id: 'uuid',
    at: 'timestamptz',
    synthetic: 'boolean',
    agency: 'text',
    role: 'text',
    country: 'text',
    person: 'text null',
    /** Viewpoints, and `@agency`: see `said.ts`. */
    readers: 'text[]',
    mentions: 'text[]',
    data: 'jsonb',
    /** What a read must have reached to show it: a Bus-Position. */
    reached: 'text',
  },
  { key: ['lane', 'position'], indexes: [['referral', 'position']], filled: 100 },
);

/** From where on an agency may see a leg, and as what. */
export const openingTable = table(
  'opening',
  {
    referral: 'text',
    agency: 'text',
    lane: 'integer',
    position: 'bigint',
    viewpoint: 'text',
    /** When it lapses; null: never. Judged at every read. */
    until: 'timestamptz null',
  },
  { key: ['referral', 'agency', 'position'], filled: 100 },
);

/**
 * What an agency is told, in order. Its address is (lane, position, source): the position of the event that made it visible,
 * then, as the ordinal, the position of the event itself. Both are the same but for history that a late opening brought.
 */
export const itemTable = table(
  'item',
  { agency: 'text', lane: 'integer', position: 'bigint', source: 'bigint' },
  { key: ['agency', 'lane', 'position', 'source'], filled: 100 },
);

export type OpeningRow = RowOf<typeof openingTable>;
