/**
 * What came of a request. TAKEN: the receiver answered 2xx, whole and in time. STATUS: another status; REDIRECT is never
 * followed. NOT_REACHED: no connection; NO_ANSWER: none in time; ANSWER_BROKEN: it ended before it was whole, or contradicts
 * its own length; ANSWER_TOO_LARGE; NAME_UNKNOWN; ADDRESS_REFUSED: the name leads where the bus does not send to.
 */
export type OutcomeCode =
  | 'TAKEN'
  | 'STATUS'
  | 'REDIRECT'
  | 'NOT_REACHED'
  | 'NO_ANSWER'
  | 'ANSWER_BROKEN'
  | 'ANSWER_TOO_LARGE'
  | 'NAME_UNKNOWN'
  | 'ADDRESS_REFUSED';

export interface Outcome {
  readonly code: OutcomeCode;
  /** Of the answer; null without one. */
  readonly status: number | null;
  /** From the beginning to the end, in milliseconds. */
  readonly ms: number;
  /** Of an answer that was taken; its beginning. */
  readonly body: string;
}
