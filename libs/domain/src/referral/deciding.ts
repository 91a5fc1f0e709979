import { DomainError } from '#libs/kernel';
import { examplesOf } from '../escalation/rules.js';
import { admit } from './admission.js';
import type { AcceptReferral, AcknowledgeReferral, ReceiveReferral, RejectReferral } from './commands.js';
import type { ReferralWord } from './judged.js';
import { checkRefusal } from './grounds.js';
import type { ReferralRelated } from './related.js';
import type { Referral } from './state.js';

export function receive(command: ReceiveReferral, state: Referral): ReferralWord[] {
  return admit(command, state) ? [{ type: 'ReferralReceived', data: { by: command.meta.actor.agency } }] : [];
}

export function acknowledge(command: AcknowledgeReferral, state: Referral): ReferralWord[] {
  return admit(command, state) ? [{ type: 'ReferralAcknowledged', data: { by: command.meta.actor.agency } }] : [];
}

export function accept(command: AcceptReferral, state: Referral): ReferralWord[] {
  const { scope, reason } = command.data;
  if (scope === 'UNKNOWN') throw new DomainError('SCOPE_UNKNOWN', {}, 422);
  // vocabulary 2.4 I3
  if (scope !== 'FULL' && reason === null) throw new DomainError('REASON_REQUIRED', { scope }, 422);
  if (scope === 'FULL' && reason !== null) throw new DomainError('REASON_NOT_APPLICABLE', { scope }, 422);
  if (!admit(command, state, (known) => known.scope === scope && known.reason === reason)) return [];
  return [{ type: 'ReferralAccepted', data: { by: command.meta.actor.agency, scope, reason } }];
}

export function reject(
  command: RejectReferral,
  state: Referral,
  { priority, rulebook }: ReferralRelated,
): ReferralWord[] {
  const { data, meta } = command;
  if (!admit(command, state, (known) => known.reason === data.reason)) return [];
  const level = priority?.level ?? null;
  checkRefusal(data, level, level ? examplesOf(rulebook.escalation.inForce(meta.now), level) : '');
  return [{ type: 'ReferralRejected', data: { ...data, by: command.meta.actor.agency } }];
}
