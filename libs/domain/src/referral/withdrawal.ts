import { DomainError } from '#libs/kernel';
import { admit } from './admission.js';
import type { ConfirmWithdrawal, DeclineWithdrawal, RequestWithdrawal, WithdrawReferral } from './commands.js';
import { requireCode, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import { requireNoOffer, requireNoWithdrawal } from './pending.js';
import type { Referral } from './state.js';

export function withdraw(command: WithdrawReferral, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  checkWords(data);
  return admit(command, state) ? [{ type: 'ReferralWithdrawn', data: { ...data, by: meta.actor.agency } }] : [];
}

/** Once accepted, the sender asks and the receiver decides (vocabulary 2.4 I4). */
export function requestWithdrawal(command: RequestWithdrawal, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  checkWords(data);
  const admitted = admit(command, state);
  if (!admitted || admitted.state.withdrawal === data.reason) return [];
  requireNoWithdrawal(admitted.state);
  requireNoOffer(admitted.state);
  return [{ type: 'WithdrawalRequested', data: { ...data, by: meta.actor.agency } }];
}

export function confirmWithdrawal(command: ConfirmWithdrawal, state: Referral): ReferralWord[] {
  const admitted = admit(command, state);
  if (!admitted) return [];
  if (!admitted.state.withdrawal) throw new DomainError('WITHDRAWAL_NOT_PENDING');
  requireNoOffer(admitted.state);
  return [{ type: 'WithdrawalConfirmed', data: { by: command.meta.actor.agency } }];
}

export function declineWithdrawal(command: DeclineWithdrawal, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  checkWords(data);
  const admitted = admit(command, state);
  if (admitted && !admitted.state.withdrawal) throw new DomainError('WITHDRAWAL_NOT_PENDING');
  return admitted ? [{ type: 'WithdrawalDeclined', data: { ...data, by: meta.actor.agency } }] : [];
}

function checkWords({ reason, note }: { readonly reason: string; readonly note: string | null }): void {
  requireCode('reason', reason);
  requireReference('note', note);
}
