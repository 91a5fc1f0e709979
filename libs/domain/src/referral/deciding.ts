import { DomainError } from '#libs/kernel';
import { examplesOf } from '../escalation/rules.js';
import { admit } from './admission.js';
import type { AcceptReferral, AcknowledgeReferral, ReceiveReferral, RejectReferral } from './commands.js';
import { requireCode, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import { checkRefusal } from './grounds.js';
import type { ReferralRelated } from './related.js';
import type { Referral, Submitted } from './state.js';

export function receive(command: ReceiveReferral, state: Referral): ReferralWord[] {
  return admit(command, state) ? [{ type: 'ReferralReceived', data: { by: command.meta.actor.agency } }] : [];
}

export function acknowledge(command: AcknowledgeReferral, state: Referral): ReferralWord[] {
  return admit(command, state) ? [{ type: 'ReferralAcknowledged', data: { by: command.meta.actor.agency } }] : [];
}

export function accept(command: AcceptReferral, state: Referral): ReferralWord[] {
  const { scope, reason, conditions, note } = command.data;
  const sameWords = (known: Submitted): boolean =>
    known.scope === scope && known.reason === reason && areSame(known.conditions ?? [], conditions ?? []);
  if (!admit(command, state, sameWords)) return [];
  if (scope === 'UNKNOWN') throw new DomainError('SCOPE_UNKNOWN', {}, 422);
  // vocabulary 2.4 I3
  if (scope !== 'FULL' && reason === null) throw new DomainError('REASON_REQUIRED', { scope }, 422);
  if (scope === 'FULL' && reason !== null) throw new DomainError('REASON_NOT_APPLICABLE', { scope }, 422);
  checkConditions(command.data);
  requireReference('note', note);
  return [{ type: 'ReferralAccepted', data: { by: command.meta.actor.agency, scope, reason, conditions, note } }];
}

/**
 * Who grants on conditions says on which, by code (vocabulary 2.5, 27(6); 4.3). A note is never a substitute: its text stays with its
 * agency, so that the sender would not learn what binds it.
 * @throws DomainError 422 CONDITION_REQUIRED, CONDITION_NOT_APPLICABLE, CODE_UNKNOWN
 */
function checkConditions({ scope, conditions }: AcceptReferral['data']): void {
  if (scope !== 'CONDITIONAL' && conditions !== null) throw new DomainError('CONDITION_NOT_APPLICABLE', { scope }, 422);
  if (scope === 'CONDITIONAL' && !conditions?.length) throw new DomainError('CONDITION_REQUIRED', { scope }, 422);
  conditions?.forEach((condition) => requireCode('conditions', condition));
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join();

export function reject(
  command: RejectReferral,
  state: Referral,
  { priority, rulebook }: ReferralRelated,
): ReferralWord[] {
  const { data, meta } = command;
  if (!admit(command, state, (known) => known.reason === data.reason)) return [];
  requireReference('note', data.note);
  const level = priority?.level ?? null;
  checkRefusal(data, level, level ? examplesOf(rulebook.escalation.inForce(meta.now), level) : '');
  return [{ type: 'ReferralRejected', data: { ...data, by: command.meta.actor.agency } }];
}
