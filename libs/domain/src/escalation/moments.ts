import type { Duty, Priority } from '#libs/contracts';
import { clocksOf } from '../referral/clocks.js';
import { dueTimes } from '../referral/delivery.js';
import { type Delivery, type ReachedStep, stepsAhead } from '../referral/delivery-steps.js';
import { isOpen } from '../referral/ended.js';
import { DAY_MS, type Rulebook } from '../referral/rules.js';
import type { Submitted, Unsubmitted } from '../referral/state.js';
import type { SubmittedStatus } from '../referral/transitions/transition.js';
import { type EscalationRules, type LevelRules, MINUTE_MS, TIMED_DUTIES } from './rules.js';
import { drivingGrade, type Escalation, type Preservation } from './state.js';

/** One thing that the bus's clock has to say at a time. */
export type Moment = { readonly at: number } & (
  | { readonly kind: 'UNDELIVERED'; readonly steps: readonly ReachedStep[]; readonly delivery: Delivery }
  | { readonly kind: 'WARN' | 'MISS'; readonly duty: Duty; readonly countedFrom: number; readonly dueAt: number }
  | { readonly kind: 'RAISE'; readonly duty: Duty; readonly countedFrom: number; readonly step: number }
  | { readonly kind: 'EXPIRING'; readonly preservation: Preservation; readonly daysLeft: number }
  | { readonly kind: 'EXPIRE' }
);

/** What the clocks need of a referral. */
export type ClockedReferral = Pick<Submitted, 'status' | 'since' | 'acted' | 'rules' | 'hold'> &
  Partial<Pick<Submitted, 'delivery'>>;

/** `Of`: more of the referral, where there is more. */
export interface ClockedLeg<Of extends ClockedReferral = ClockedReferral> {
  readonly referral: Unsubmitted | Of;
  readonly escalation: Escalation;
}

/** At the same time: first what did not arrive, then what is warned of, then what is missed, then who is called upon. */
const kinds = [
  'UNDELIVERED',
  'WARN',
  'MISS',
  'RAISE',
  'EXPIRING',
  'EXPIRE',
] as const satisfies readonly Moment['kind'][];

/**
 * The next thing that is to be said of a leg, also where its time is past; null while nothing runs. A function of the state:
 * what was said, or done meanwhile, is not in it any more.
 * @throws TransientError RULES_UNKNOWN
 */
export function nextMoment(leg: ClockedLeg, rulebook: Rulebook): Moment | null {
  return unorderedMoments(leg, rulebook).reduce<Moment | null>(
    (first, each) => (first && inTurn(first, each) <= 0 ? first : each),
    null,
  );
}

/** Everything that is to be said, if nothing is done meanwhile, in that order; of the ladder the next step alone. */
export function momentsOf(leg: ClockedLeg, rulebook: Rulebook): Moment[] {
  return unorderedMoments(leg, rulebook).toSorted(inTurn);
}

const inTurn = (one: Moment, other: Moment): number =>
  one.at - other.at || kinds.indexOf(one.kind) - kinds.indexOf(other.kind);

function unorderedMoments({ referral, escalation }: ClockedLeg, rulebook: Rulebook): Moment[] {
  const level = drivingGrade(escalation)?.level ?? null;
  if (referral.status === 'NONE' || level === null || level === 'UNKNOWN') return [];
  const ofReferral = expiryMoments(referral, escalation, { level, rulebook });
  if (escalation.rules === undefined) return ofReferral;
  const rules = rulebook.escalation.version(escalation.rules);
  const preservations = preservationMoments(referral, escalation, rules);
  if (!isOpen(referral.status)) return preservations;
  return [
    ...ofReferral,
    ...deliveryMoments(referral, { level, rulebook }),
    ...dutyMoments(referral, escalation, rules.levels[level]),
    ...ladderMoments(referral, escalation, rules.levels[level]),
    ...preservations,
  ];
}

/** Expiry with its warning, and the date of review of resting work: times that the referral's own rules set. */
function expiryMoments(
  referral: ClockedReferral,
  { warned }: Escalation,
  { level, rulebook }: { readonly level: Priority; readonly rulebook: Rulebook },
): Moment[] {
  const { expiry, reviewAt } = clocksOf(referral, level, rulebook);
  const moments: Moment[] = [];
  if (expiry) {
    const { warnAt, dueAt } = expiry;
    if (!warned?.includes('EXPIRY'))
      moments.push({ kind: 'WARN', at: warnAt, duty: 'EXPIRY', countedFrom: referral.acted, dueAt });
    moments.push({ kind: 'EXPIRE', at: dueAt });
  }
  if (reviewAt !== null && !warned?.includes('REVIEW'))
    moments.push({ kind: 'WARN', at: reviewAt, duty: 'REVIEW', countedFrom: referral.since, dueAt: reviewAt });
  return moments;
}

/**
 * Steps of the delivery whose time passes, as long as nothing is known of the receiver (features A9). Those of one time are said
 * together.
 */
function deliveryMoments(
  { status, delivery }: ClockedReferral,
  { level, rulebook }: { readonly level: Priority; readonly rulebook: Rulebook },
): Moment[] {
  if (status !== 'SUBMITTED' || !delivery) return [];
  const dueAt = dueTimes(delivery, level, rulebook);
  const owed = stepsAhead(delivery).filter((step) => !delivery.missed?.includes(step));
  return [...Map.groupBy(owed, dueAt)].flatMap(([at, steps]): Moment[] =>
    at === null ? [] : [{ kind: 'UNDELIVERED', at, steps, delivery }],
  );
}

function dutyMoments(referral: ClockedReferral, escalation: Escalation, rules: LevelRules): Moment[] {
  return runningTimes(referral, escalation, rules).flatMap(({ duty, countedFrom, dueAt, warnAt }): Moment[] => {
    if (escalation.missed?.includes(duty)) return [];
    const times = { duty, countedFrom, dueAt };
    const warning: Moment[] = escalation.warned?.includes(duty) ? [] : [{ kind: 'WARN', at: warnAt, ...times }];
    return [...warning, { kind: 'MISS', at: dueAt, ...times }];
  });
}

/** What is owed, with its times in ms since 1970, UTC. */
export interface RunningTime {
  readonly duty: Duty;
  readonly countedFrom: number;
  readonly dueAt: number;
  readonly warnAt: number;
}

/** What is owed of a leg and not done; what of it was missed, `escalation.missed` says. @throws TransientError RULES_UNKNOWN */
export function owedOf({ referral, escalation }: ClockedLeg, rulebook: Rulebook): RunningTime[] {
  const level = drivingGrade(escalation)?.level;
  if (referral.status === 'NONE' || !isOpen(referral.status) || level === undefined || level === 'UNKNOWN') return [];
  if (escalation.rules === undefined) return [];
  return runningTimes(referral, escalation, rulebook.escalation.version(escalation.rules).levels[level]);
}

/** The times of what is owed and not yet done. */
function runningTimes(referral: ClockedReferral, escalation: Escalation, rules: LevelRules): RunningTime[] {
  const time = (duty: Duty, from: number, within: number, warnBefore: number): RunningTime => {
    const dueAt = from + within * MINUTE_MS;
    return { duty, countedFrom: from, dueAt, warnAt: dueAt - warnBefore * MINUTE_MS };
  };
  const { from = 0 } = escalation;
  const timed = TIMED_DUTIES.flatMap((duty) => {
    const rule = rules.duties[duty];
    return rule && !isDone(duty, referral, escalation) ? [time(duty, from, rule.within, rule.warnBefore)] : [];
  });
  const every = statusEvery(referral, escalation, rules);
  if (every === undefined) return timed;
  const base = Math.max(referral.acted, from, referral.hold?.reviewAt ?? 0);
  return [...timed, time('STATUS_UPDATE', base, every, rules.statusUpdate.warnBefore)];
}

const unseen: ReadonlySet<SubmittedStatus> = new Set<SubmittedStatus>(['SUBMITTED', 'RECEIVED']);
const undecided: ReadonlySet<SubmittedStatus> = new Set<SubmittedStatus>([...unseen, 'ACKNOWLEDGED', 'INFO_REQUESTED']);

/** Whether what is owed was done: asking for information is no action (vocabulary 1.4 R1.5: ask while acting). */
export function isDone(duty: Duty, { status }: Pick<Submitted, 'status'>, escalation: Escalation): boolean {
  switch (duty) {
    case 'ACKNOWLEDGE':
      return !unseen.has(status);
    case 'FIRST_ACTION':
    case 'FIRST_ACTION_LIMIT':
      return !undecided.has(status);
    case 'VOICE_CONTACT':
      return escalation.voice === true;
    case 'PRESERVATION':
      return escalation.preserved === true;
    case 'SAFEGUARDING':
      return escalation.notified !== undefined;
    default:
      return !(escalation.missed ?? []).includes(duty);
  }
}

/** Minutes between two statements of the receiver; undefined where none is owed. */
function statusEvery(
  referral: ClockedReferral,
  escalation: Escalation,
  { statusUpdate }: LevelRules,
): number | undefined {
  if (unseen.has(referral.status)) return undefined;
  const { every, until, thenEvery } = statusUpdate;
  const over =
    (until === 'CHILD_LOCATED' && escalation.located === true) ||
    (until === 'FIRST_ACTION' && !undecided.has(referral.status));
  return over ? thenEvery : every;
}

/**
 * The next step. Until the leg is acknowledged the ladder is climbed from its receipt; a duty that is missed later begins it
 * anew, unless it is being climbed already. It stops when its duty is done or a person has answered. No step comes twice for
 * the same duty, whatever becomes of the level.
 */
function ladderMoments(referral: ClockedReferral, escalation: Escalation, { ladder: steps }: LevelRules): Moment[] {
  const { ladder, from = 0 } = escalation;
  const climbing = climbedNow(referral, escalation);
  const unacknowledged = !isDone('ACKNOWLEDGE', referral, escalation) && ladder?.answered !== true;
  const [duty, start] = climbing ? [climbing.duty, climbing.from] : ['ACKNOWLEDGE' as const, from];
  if (!climbing && !unacknowledged) return [];
  const step = (ladder?.step ?? 0) + 1;
  const rule = steps[step - 1];
  return rule ? [{ kind: 'RAISE', at: start + rule.after * MINUTE_MS, duty, countedFrom: start, step }] : [];
}

/** The ladder while it is climbed: nobody has answered, and what it was raised for is still owed. */
export function climbedNow(referral: Pick<Submitted, 'status'>, escalation: Escalation): Escalation['ladder'] {
  const { ladder } = escalation;
  return ladder && ladder.answered !== true && !isDone(ladder.duty, referral, escalation) ? ladder : undefined;
}

/** The first step that a missed duty begins; null where the ladder has steps left for what was missed before. */
export function firstStepFor(
  { duty, dueAt }: { readonly duty: Duty; readonly dueAt: number },
  leg: { readonly referral: ClockedReferral; readonly escalation: Escalation },
  { ladder: steps }: LevelRules,
): (Moment & { readonly kind: 'RAISE' }) | null {
  const [first] = steps;
  // its steps have times of their own
  if (duty === 'ACKNOWLEDGE' || !first) return null;
  const climbing = climbedNow(leg.referral, leg.escalation);
  if (climbing && climbing.step < steps.length) return null;
  return { kind: 'RAISE', at: dueAt, duty, countedFrom: dueAt - first.after * MINUTE_MS, step: 1 };
}

/** Where data is preserved for a case that is worked on here, or that went on from here. */
function preservationMoments(
  { status }: Pick<Submitted, 'status'>,
  { preservations = [] }: Escalation,
  { preservation: { alarmDays } }: EscalationRules,
): Moment[] {
  if (!isOpen(status) && status !== 'FORWARDED') return [];
  return preservations.flatMap((preservation): Moment[] => {
    const { said, until, alarmed = Infinity } = preservation;
    if (said === undefined || until === undefined) return [];
    const daysLeft = alarmDays.find((days) => days < alarmed && until - days * DAY_MS > said);
    return daysLeft === undefined ? [] : [{ kind: 'EXPIRING', at: until - daysLeft * DAY_MS, preservation, daysLeft }];
  });
}
