import type { RecordedEvent } from '#libs/contracts';
import { isPassedOn, opensOnwardLeg } from '#libs/domain';

/**
 * What an event makes the bus say. SUBMIT: the onward leg under the id that the event names. COMPLETE and RETURN: to the leg
 * before, that the onward leg was accepted, or ended without a holder. CARRY: to the leg after, what was said of this one.
 */
export type DutyKind = 'SUBMIT' | 'COMPLETE' | 'RETURN' | 'CARRY';

export interface Duty {
  readonly kind: DutyKind;
  readonly event: RecordedEvent;
  /** The leg that the event belongs to. */
  readonly leg: string;
  /** The leg that something is to be said of. */
  readonly target: string;
  readonly attempts: number;
}

/** The kinds of duty that an event may bring, depending on which legs there are before and after its own. */
export function dutiesOf(event: RecordedEvent): readonly DutyKind[] {
  if (opensOnwardLeg(event)) return ['SUBMIT'];
  switch (event.type) {
    case 'ReferralAccepted':
      return ['COMPLETE'];
    case 'ReferralRejected':
    case 'ReferralExpired':
    case 'ReferralWithdrawn':
    case 'WithdrawalConfirmed':
      return ['RETURN'];
    case 'EnteredInError':
      return event.data.part === null ? ['RETURN', 'CARRY'] : ['CARRY'];
    default:
      return isPassedOn(event) && event.type !== 'ReferralSubmitted' ? ['CARRY'] : [];
  }
}
