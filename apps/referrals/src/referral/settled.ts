import type { ReferralAnswer } from './answer.js';

/** An accepted command, ready to be answered. */
export interface Settled {
  readonly answer: ReferralAnswer;
  /** Opaque: what a read must have reached to show it. */
  readonly position: string;
  readonly outcome: 'ACCEPTED' | 'REPEATED' | 'UNCHANGED';
}
