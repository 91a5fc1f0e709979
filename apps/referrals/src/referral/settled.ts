import type { noted, ReferralAnswer } from './answer.js';

/** An accepted command, ready to be answered. */
export interface Settled {
  readonly answer: ReferralAnswer | typeof noted;
  /** Opaque: what a read must have reached to show it. Null where it would tell what the caller must not know. */
  readonly position: string | null;
  readonly outcome: 'ACCEPTED' | 'REPEATED' | 'UNCHANGED';
}

/** What opens a leg is always told which. */
export interface Opened extends Settled {
  readonly answer: ReferralAnswer;
  readonly position: string;
}
