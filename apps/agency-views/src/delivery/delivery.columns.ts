/**
 * How far a leg got on its way to the receiver (features A8, A9): of each step when it was reached, and by when it was to be. A
 * step that has a time and was not reached in it is late, or missed so far.
 */
export const deliveryColumns = {
  /** Position of the submission in its lane: a reader of a feed that is beyond it has been told. */
  submission: 'bigint',
  /** Evidence is kept of it. */
  delivery_kept: 'boolean',
  relayed_at: 'timestamptz null',
  relayed_due: 'timestamptz null',
  relayed_missed: 'boolean',
  readable_at: 'timestamptz null',
  readable_due: 'timestamptz null',
  readable_missed: 'boolean',
  retrieved_at: 'timestamptz null',
  retrieved_due: 'timestamptz null',
  retrieved_missed: 'boolean',
  /** The receiver asked or decided, which shows that it was seen there, whether it said so before or not. */
  seen_at: 'timestamptz null',
} as const;

/** Legs of which nothing shows yet that their receiver has them. */
export const UNRETRIEVED = `delivery_kept AND retrieved_at IS NULL AND status = 'SUBMITTED'`;
