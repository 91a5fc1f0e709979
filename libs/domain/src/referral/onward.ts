import { DomainError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import type { EventData, Party } from '#libs/contracts';
import {
  onwardRefusal,
  type OnwardRefused,
  onwardRefused,
  type Stuck,
  ToldRefusal,
} from '../escalation/onward-refused.js';
import { admit, requireSpeaker } from './admission.js';
import type { ApproveTransfer, CompleteHandover, ForwardReferral, OfferHandover, ReturnForward } from './commands.js';
import { requireCode, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import { openObligation } from './obligation.js';
import { goingOn, requireNoOffer, requireNoWithdrawal } from './pending.js';
import type { ReferralRelated } from './related.js';
import { type ReferralRules, refTo } from './rules.js';
import type { Referral, Submitted } from './state.js';

/** The case goes on before it was accepted. The sender is told by the event itself (vocabulary 2.4 I2). */
export function forward(command: ForwardReferral, state: Referral, related: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  checkWords(data);
  const admitted = admit(command, state, goesTo(data.to));
  if (!admitted) return [];
  return [forwarded(data, followingLeg(command, admitted.state, related), meta.actor)];
}

/** The case goes on after it was accepted, once the new agency has accepted too: until then it has its holder (I1). */
export function offerHandover(command: OfferHandover, state: Referral, related: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  checkWords(data);
  const admitted = admit(command, state);
  if (!admitted || alreadyOffered(admitted.state, data.to)) return [];
  requireNoWithdrawal(admitted.state);
  return [offered(data, followingLeg(command, admitted.state, related), meta.actor)];
}

/** A transfer is an onward leg to the agency that asked for it. */
export function approveTransfer(command: ApproveTransfer, state: Referral, related: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  const { actor } = meta;
  requireReference('note', data.note);
  const admitted = admit(command, state, goesTo(data.to));
  if (!admitted || alreadyOffered(admitted.state, data.to)) return [];
  const requester = data.to.agency;
  if (!admitted.state.transferAsked?.includes(requester)) throw new DomainError('REQUEST_NOT_OPEN', { requester });
  requireNoWithdrawal(admitted.state);
  const onward = followingLeg(command, admitted.state, related);
  const follows = admitted.move.to === 'STAYS' ? offered : forwarded;
  const approval = { by: actor.agency, requester, leg: onward.leg, note: data.note };
  return [{ type: 'TransferApproved', data: approval }, follows({ ...data, reason: null }, onward, actor)];
}

/** Said by the bus when the onward leg was accepted; where nothing is on offer (any more) it says nothing. */
export function completeHandover(command: CompleteHandover, state: Referral, related: ReferralRelated): ReferralWord[] {
  const open = openOnward(command.data.leg, state, command.meta.actor);
  if (!open?.onward.offered || !admit(command, state)) return [];
  const { to, leg } = open.onward;
  const priority = {
    priority: related.priority?.level ?? null,
    priorityReasons: [...(related.priority?.reasons ?? [])],
  };
  const hop = open.state.hop + 1;
  const by = open.state.receiver;
  return goingOn(open.state, {
    type: 'ReferralForwarded',
    data: {
      by,
      to,
      leg,
      hop,
      ...priority,
      obligation: openObligation(open.state),
      handover: true,
      reason: null,
      note: null,
    },
  });
}

/** Said by the bus when the onward leg ended without a holder: a forwarded leg is its agency's again, an offer is over. */
export function returnForward(command: ReturnForward, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  requireCode('cause', data.cause);
  if (!openOnward(data.leg, state, meta.actor)) return [];
  const admitted = admit(command, state);
  return admitted ? [{ type: 'ForwardReturned', data: { ...data, offer: admitted.move.to === 'STAYS' } }] : [];
}

type Words = Pick<ForwardReferral['data'], 'to' | 'reason' | 'note'>;
type Following = Pick<EventData<'HandoverOffered'>, 'leg' | 'hop' | 'priority' | 'priorityReasons' | 'obligation'>;

const forwarded = ({ to, reason, note }: Words, onward: Following, { agency }: Actor): ReferralWord => ({
  type: 'ReferralForwarded',
  data: { by: agency, to, ...onward, handover: false, reason, note },
});

const offered = ({ to, reason, note }: Words, onward: Following, { agency }: Actor): ReferralWord => ({
  type: 'HandoverOffered',
  data: { by: agency, to, ...onward, reason, note },
});

function checkWords({ reason, note }: Words): void {
  requireCode('reason', reason);
  requireReference('note', note);
}

/** @throws DomainError 409 when it is on offer to another agency */
function alreadyOffered(state: Submitted, to: Party): boolean {
  if (state.onward?.offered && state.onward.to.agency === to.agency) return true;
  requireNoOffer(state);
  return false;
}

const goesTo =
  ({ agency }: Party) =>
  ({ onward }: Submitted): boolean =>
    onward?.to.agency === agency;

function openOnward(
  leg: string,
  state: Referral,
  actor: Actor,
): { state: Submitted; onward: NonNullable<Submitted['onward']> } | null {
  requireSpeaker(['POLICY'], state, actor);
  if (state.status === 'NONE' || state.onward?.leg !== leg) return null;
  return { state, onward: state.onward };
}

/**
 * The leg that is to follow, unless the case has gone far enough or comes back to where it was (vocabulary 2.4 I6).
 * @throws ToldRefusal 409 once an obstacle, then DomainError 409 with the same words; 422 where the target is not named whole (I2)
 */
function followingLeg(
  { type, data: { to, leg }, meta: { actor } }: ForwardReferral | OfferHandover | ApproveTransfer,
  state: Submitted,
  related: ReferralRelated,
): Following {
  const { priority, rulebook } = related;
  if (to.role === '' || to.country === '') throw new DomainError('ONWARD_RECIPIENT_INCOMPLETE', {}, 422);
  if (!priority) throw new TypeError('a leg without a priority');
  const { level, reasons } = priority;
  const rules = rulebook.version(state.rules);
  const hop = state.hop + 1;
  const obstacle = obstacleTo(to, state, rules);
  if (obstacle) {
    const { sender, originCountry } = state;
    const holder = { agency: actor.agency, role: actor.role, country: actor.country };
    const stuck = { command: type, sender, holder, to, level, ...obstacle, originCountry, rules: refTo(rules) };
    throw refusal(onwardRefused(stuck, related.members), related);
  }
  const urgent = level === 'P1' || level === 'P2';
  return {
    leg: urgent ? leg.urgent : leg.routine,
    hop,
    priority: level,
    priorityReasons: [...reasons],
    obligation: openObligation(state),
  };
}

/** What is in the way of a case that is to go on from here (vocabulary 2.4 I6); null where nothing is. */
export function obstacleTo(
  to: Party,
  { hop, chain = [], sender, receiver }: Submitted,
  { hopLimit }: ReferralRules,
): Pick<Stuck, 'cause' | 'limit'> | null {
  if (hop + 1 > hopLimit) return { cause: 'HOP_LIMIT', limit: hopLimit };
  return [...chain, sender, receiver].includes(to.agency) ? { cause: 'CYCLE', limit: null } : null;
}

/** The contacts are told once of each obstacle: whoever tries again is refused, and nobody is told again. */
function refusal(event: OnwardRefused, { stuck }: ReferralRelated): DomainError {
  return stuck.includes(event.data.cause) ? onwardRefusal(event.data) : new ToldRefusal(event);
}
