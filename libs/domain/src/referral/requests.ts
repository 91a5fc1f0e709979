import { DomainError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import type { Party } from '#libs/contracts';
import { admit, unknownReferral } from './admission.js';
import type { Admission } from './admission.js';
import type { GrantAccess, RefuseAccess, RefuseTransfer, RequestAccess, RequestTransfer } from './commands.js';
import { requireCode, requireFuture, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import { LIMITS } from './limits.js';
import type { ReferralRelated } from './related.js';
import { DAY_MS } from './rules.js';
import type { Referral } from './state.js';

/**
 * An agency that is no party asks to see the case. It must not learn whether there is one: an event, nothing (it has asked
 * already) and REFERRAL_NOT_FOUND are all that is said to it, and the door answers all three alike.
 */
export function requestAccess(command: RequestAccess, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  requireCode('purpose', data.purpose);
  requireCode('extent', data.extent);
  requireReference('note', data.note);
  const admitted = admit(command, state);
  if (!admitted || asked(admitted.state.accessAsked, meta.actor)) return [];
  return [{ type: 'AccessRequested', data: { ...data, requester: partyOf(meta.actor) } }];
}

/** As requestAccess, for a case that it wants to take over. */
export function requestTransfer(command: RequestTransfer, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  requireCode('reason', data.reason);
  requireReference('note', data.note);
  const admitted = admit(command, state);
  if (!admitted || asked(admitted.state.transferAsked, meta.actor)) return [];
  return [{ type: 'TransferRequested', data: { ...data, requester: partyOf(meta.actor) } }];
}

export function grantAccess(command: GrantAccess, state: Referral, { rulebook }: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  requireCode('extent', data.extent);
  requireReference('note', data.note);
  const admitted = admit(command, state);
  if (!admitted) return [];
  requireRequest(admitted, 'accessAsked', data.requester);
  const rules = rulebook.version(admitted.state.rules);
  requireFuture('until', data.until, meta.now, meta.now + rules.longestGrantDays * DAY_MS);
  return [{ type: 'AccessGranted', data: { ...data, by: meta.actor.agency } }];
}

export function refuseAccess(command: RefuseAccess, state: Referral): ReferralWord[] {
  const admitted = refusal(command, state, 'accessAsked');
  return admitted ? [{ type: 'AccessRefused', data: { ...command.data, by: command.meta.actor.agency } }] : [];
}

export function refuseTransfer(command: RefuseTransfer, state: Referral): ReferralWord[] {
  const admitted = refusal(command, state, 'transferAsked');
  return admitted ? [{ type: 'TransferRefused', data: { ...command.data, by: command.meta.actor.agency } }] : [];
}

type Asked = 'accessAsked' | 'transferAsked';

function refusal(command: RefuseAccess | RefuseTransfer, state: Referral, which: Asked): Admission | null {
  requireCode('reason', command.data.reason);
  requireReference('note', command.data.note);
  const admitted = admit(command, state);
  if (admitted) requireRequest(admitted, which, command.data.requester);
  return admitted;
}

/** @throws DomainError 404 when too many requests wait already: to the asker the case does not exist */
function asked(waiting: readonly string[] = [], { agency }: Actor): boolean {
  if (waiting.includes(agency)) return true;
  if (waiting.length >= LIMITS.requests) throw unknownReferral();
  return false;
}

function requireRequest({ state }: Admission, which: Asked, requester: string): void {
  if (!state[which]?.includes(requester)) throw new DomainError('REQUEST_NOT_OPEN', { requester });
}

function partyOf({ agency, role, country }: Actor): Party {
  return { agency, role, country };
}
