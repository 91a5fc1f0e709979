import { DomainError } from '#libs/kernel';
import { requireCode, requireCodes, requireFuture, requireReference } from '../referral/content-checks.js';
import { DAY_MS } from '../referral/rules.js';
import type { ConfirmPreservation, ReleasePreservation, RequestPreservation } from './commands.js';
import { type Case, escalationRef, requireAdmitted, rulesOf } from './deciding.js';
import type { EscalationEvent } from './evolve.js';
import { ESCALATION_LIMITS, type Preservation } from './state.js';

/** What Budapest 29(2) requires is required (vocabulary 2.5). */
export function requestPreservation(command: RequestPreservation, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  requireAdmitted(command, about);
  requireReference('note', data.note);
  requireReference('facts', data.facts);
  requireCode('offence', data.offence);
  requireCodes('data', data.data);
  requireCode('necessity', data.necessity);
  requireCode('followUp', data.followUp);
  if (data.custodian === null && data.location === null) throw new DomainError('CUSTODIAN_REQUIRED', {}, 422);
  requireFuture('wantedUntil', data.wantedUntil, meta.now);
  const limit = ESCALATION_LIMITS.preservations;
  if ((about.escalation.preservations ?? []).length >= limit)
    throw new DomainError('PRESERVATIONS_EXHAUSTED', { limit });
  const rules = escalationRef(rulesOf(about, meta));
  return [{ type: 'PreservationRequested', data: { ...data, by: meta.actor.agency, rules } }];
}

/** Said again for longer it renews; across borders it holds for 60 days at least, at home for 90 at most (29(7), 16(2)). */
export function confirmPreservation(command: ConfirmPreservation, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  requireAdmitted(command, about);
  requireReference('note', data.note);
  requireReference('reference', data.reference);
  const known = getPreservation(about, data.request);
  if (known.until === data.until) return [];
  const rules = rulesOf(about, meta);
  const { leastDaysAbroad, mostDaysAtHome } = rules.preservation;
  requireFuture('until', data.until, meta.now);
  const days = (data.until - meta.now) / DAY_MS;
  if (known.abroad && known.until === undefined && days < leastDaysAbroad - 1)
    throw new DomainError('PRESERVATION_TOO_SHORT', { days: leastDaysAbroad }, 422);
  if (!known.abroad && days > mostDaysAtHome)
    throw new DomainError('PRESERVATION_TOO_LONG', { days: mostDaysAtHome }, 422);
  return [{ type: 'PreservationConfirmed', data: { ...data, by: meta.actor.agency, rules: escalationRef(rules) } }];
}

/** Without a request it says that there is nothing to preserve, which is a decision as well. */
export function releasePreservation(command: ReleasePreservation, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  requireAdmitted(command, about);
  requireReference('note', data.note);
  requireCode('reason', data.reason);
  if ((data.request === null) !== (data.reason === 'NOTHING_TO_PRESERVE'))
    throw new DomainError('REASON_NOT_APPLICABLE', { reason: data.reason }, 422);
  if (data.request === null && about.escalation.preserved) return [];
  if (data.request !== null) getPreservation(about, data.request);
  const rules = escalationRef(rulesOf(about, meta));
  return [{ type: 'PreservationReleased', data: { ...data, by: meta.actor.agency, rules } }];
}

/** @throws DomainError 404 for a request that does not stand (any more) */
function getPreservation({ escalation }: Case, request: string): Preservation {
  const known = escalation.preservations?.find(({ event }) => event === request);
  if (!known) throw new DomainError('PRESERVATION_NOT_FOUND', {}, 404);
  return known;
}
