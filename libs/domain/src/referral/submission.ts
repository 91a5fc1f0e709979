import { DomainError } from '#libs/kernel';
import type { Actor, CommandMeta } from '#libs/kernel';
import type { EventData, Incident, PriorityStanding } from '#libs/contracts';
import type { Graded } from '../escalation/state.js';
import { BUS_AGENCY } from '../membership/bus-actors.js';
import { priorityRightOf } from '../membership/roles.js';
import type { Submission, SubmitReferral } from './commands.js';
import { openedEarlier } from './consultation.js';
import {
  checkCountries,
  checkCrossBorder,
  checkEvidence,
  checkNexus,
  requireCode,
  requireReference,
} from './content-checks.js';
import { nobodyConcerned, together } from './countries.js';
import type { ReferralWord } from './judged.js';
import { LIMITS } from './limits.js';
import { obligationBy } from './obligation.js';
import type { ReferralRelated } from './related.js';
import { refTo } from './rules.js';
import type { Rulebook } from './rules.js';
import type { Referral } from './state.js';
import { judgedWaiver } from './waiver.js';

export function submit(command: SubmitReferral, state: Referral, { rulebook }: ReferralRelated): ReferralWord[] {
  const { data, priority, meta, needsRelease = false, setsPriority, consultations = [] } = command;
  if (state.status !== 'NONE') throw new DomainError('REFERRAL_EXISTS');
  if (needsRelease || state.release) throw new DomainError('RELEASE_REQUIRED');
  requireOwnLeg(data, meta.actor);
  checkSubmission(data, priority, meta);
  const priorityStanding = standingOfPriority(data, setsPriority);
  const submitted = asSubmitted(data, priorityStanding, judgedAt(data, rulebook, meta.now));
  return [{ type: 'ReferralSubmitted', data: submitted }, ...consultations.map(openedEarlier)];
}

type JudgedBy = Pick<EventData<'ReferralSubmitted'>, 'rules' | 'deliveryRules' | 'waiverJudgedBy'>;

export function asSubmitted(
  data: Submission,
  priorityStanding: PriorityStanding | null,
  rules: JudgedBy,
): EventData<'ReferralSubmitted'> {
  const concerned = [...together(nobodyConcerned, data.nexus)];
  const obligation = data.obligation ?? obligationBy(data.crossBorder?.extraditionFlag);
  return { ...data, hop: data.hop ?? 0, chain: data.chain ?? [], ...rules, priorityStanding, concerned, obligation };
}

/**
 * The rules that a leg is judged by from its submission on, and what its content is judged by now. An onward leg carries on what
 * was claimed before, as a claim: it was judged between other parties.
 * @throws TransientError RULES_UNKNOWN, DomainError 422 WAIVER_UNSUPPORTED
 */
export function judgedAt({ from, to, parent, crossBorder }: Submission, rulebook: Rulebook, now: number): JudgedBy {
  const { version } = rulebook.escalation.inForce(now);
  const countries = [from.country, to.country] as const;
  return {
    rules: refTo(rulebook.inForce(now)),
    deliveryRules: { set: 'escalation', version },
    waiverJudgedBy: parent === null ? judgedWaiver(crossBorder, { ...rulebook, countries, now }) : null,
  };
}

/**
 * What the sender's word on the priority is worth (vocabulary 6, 1.4 R1.1). Who may raise sets one here: nothing was said that
 * it would lower. A proposal takes the same lane and clocks until the receiver has decided: no child waits because of who
 * called. An onward leg carries on what drove the leg before: null.
 * @param setsPriority whether the sender's agency may set priorities
 * @throws DomainError 403 ROLE_MAY_NOT_SET_PRIORITY
 */
export function standingOfPriority({ from, parent }: Submission, setsPriority = true): PriorityStanding | null {
  if (parent !== null) return null;
  const right = priorityRightOf(from.role, setsPriority);
  if (right === 'NONE') throw new DomainError('ROLE_MAY_NOT_SET_PRIORITY', {}, 403);
  return right === 'PROPOSE' ? 'PROPOSED' : 'SET';
}

/**
 * An agency submits first legs in its own name; onward legs are the bus's to submit.
 * @throws DomainError 403 SENDER_NOT_CALLER, 422 ONWARD_FIELDS_FORBIDDEN
 */
export function requireOwnLeg({ from, origin, parent, hop, chain, obligation }: Submission, { agency }: Actor): void {
  const firstLeg = origin === null && parent === null && (hop ?? 0) === 0 && (chain ?? []).length === 0 && !obligation;
  if (firstLeg === (agency === BUS_AGENCY)) throw new DomainError('ONWARD_FIELDS_FORBIDDEN', {}, 422);
  if (firstLeg && from.agency !== agency) throw new DomainError('SENDER_NOT_CALLER', {}, 403);
}

/** @throws DomainError 422, and 409 where the priority forbids it */
export function checkSubmission(data: Submission, { level }: Graded, { now }: CommandMeta): void {
  if (data.from.agency === data.to.agency) throw new DomainError('RECIPIENT_IS_SENDER', {}, 422);
  checkIncident(data.incident, now);
  requireReference('procedureRequested', data.procedureRequested);
  checkNexus(data.nexus);
  // An onward leg has all that was said of the case so far, in however many statements and of however many legs.
  const isFirst = data.parent === null;
  if (isFirst) checkCountries(nobodyConcerned, data.nexus);
  checkEvidence(data.evidence ?? [], isFirst ? LIMITS.evidence : Infinity);
  checkCrossBorder(data.crossBorder);
  if (data.bundle) requireRoutine(level);
}

/** Bundles are for routine referrals only: an unknown level is not one. @throws DomainError 409 PRIORITY_FORBIDS_BUNDLING */
export function requireRoutine(level: Graded['level'] | null): void {
  if (level !== 'P3' && level !== 'P4') throw new DomainError('PRIORITY_FORBIDS_BUNDLING', { priority: level });
}

const EARLIEST_INCIDENT = Date.UTC(1970, 0, 1);
const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** @throws DomainError 422 INCIDENT_TIME_ABSURD, CODE_UNKNOWN */
export function checkIncident({ offenceType, occurredAt }: Incident, now: number): void {
  if (occurredAt !== null && (occurredAt < EARLIEST_INCIDENT || occurredAt > now + CLOCK_TOLERANCE_MS))
    throw new DomainError('INCIDENT_TIME_ABSURD', {}, 422);
  requireCode('offenceType', offenceType);
}
