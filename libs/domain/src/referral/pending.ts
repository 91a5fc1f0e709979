import { DomainError } from '#libs/kernel';
import type { ReferralWord } from './judged.js';
import type { Submitted } from './state.js';

/** @throws DomainError 409 while a hand-over is on offer: the leg must not end under the agency that is asked */
export function requireNoOffer({ onward }: Submitted): void {
  if (onward?.offered) throw new DomainError('ONWARD_OFFER_OPEN', { leg: onward.leg });
}

/** @throws DomainError 409 while the sender asks for the case back: it is answered before the case is offered to another agency */
export function requireNoWithdrawal({ withdrawal }: Submitted): void {
  if (withdrawal) throw new DomainError('WITHDRAWAL_PENDING');
}

/** What follows goes on with the case: where the sender asks for it back, that is declined in the same breath (vocabulary 2.4 I4). */
export function goingOn({ withdrawal, receiver }: Submitted, word: ReferralWord): ReferralWord[] {
  if (!withdrawal) return [word];
  return [{ type: 'WithdrawalDeclined', data: { by: receiver, reason: 'PROCEEDINGS_CONTINUE', note: null } }, word];
}
