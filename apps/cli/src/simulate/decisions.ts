import type { Ground, Priority } from '#libs/contracts';
import { escalationWords, type LegCommandName, routeOf } from '#libs/domain';
import { reasonsOf } from './incident-mix.js';
import type { Prng } from './prng.js';

/** A command that a recipient's backend sends. */
export interface Reaction {
  readonly command: LegCommandName;
  /** The parts of its address around the referral's id. */
  readonly family: 'referrals' | 'escalations';
  readonly verb: string;
  readonly body: object | null;
  /** A person decides; receiving is the machine's word. */
  readonly byPerson: boolean;
  /** Said on purpose where it cannot be: the bus must answer 409. */
  readonly illegal?: boolean;
}

const reaction = (command: LegCommandName, body: object | null = null, byPerson = true): Reaction => ({
  family: Object.hasOwn(escalationWords, command) ? 'escalations' : 'referrals',
  ...{ command, verb: routeOf(command), body, byPerson },
});

const receive = reaction('ReceiveReferral', null, false);
const acknowledge = reaction('AcknowledgeReferral');

/** Grounds without further conditions, and which priorities they may meet (vocabulary 1.4 R1.5). */
const grounds: readonly { readonly reason: Ground; readonly weight: number; readonly urgentToo: boolean }[] = [
  { reason: 'NOT_COMPETENT_TERRITORY', weight: 4, urgentToo: true },
  { reason: 'NOT_AN_OFFENCE_HERE', weight: 1, urgentToo: true },
  { reason: 'DATA_NOT_HELD', weight: 1, urgentToo: true },
  { reason: 'INSUFFICIENT_INFO', weight: 5, urgentToo: false },
  { reason: 'CAPACITY', weight: 2, urgentToo: false },
];

/** Part of the accepted ones that are worked on while the simulation lasts. */
const WORKED_ON = 0.3;
const DAY_MS = 86_400_000;

/**
 * What becomes of a referral at its recipient: most are accepted, some rejected, some wait. Of the accepted ones some are worked
 * on to their end.
 * @param now milliseconds since 1970
 */
export function reactionsTo(prng: Prng, priority: Priority | null, now: number): Reaction[] {
  const decision = prng.weighted<'accept' | 'reject' | 'wait'>([
    ['accept', 80],
    ['reject', 12],
    ['wait', 8],
  ]);
  if (decision === 'wait') return [receive, acknowledge];
  if (decision === 'accept')
    return [receive, acknowledge, acceptance(prng), ...(prng.chance(WORKED_ON) ? work(prng, priority, now) : [])];
  const rejected = [receive, acknowledge, rejection(prng, priority)];
  return prng.chance(0.05) ? [...rejected, { ...acceptance(prng), illegal: true }] : rejected;
}

function acceptance(prng: Prng): Reaction {
  const body = prng.chance(0.9) ? { scope: 'FULL' } : { scope: 'PARTIAL', reason: 'CAPACITY' };
  return reaction('AcceptReferral', body);
}

function rejection(prng: Prng, priority: Priority | null): Reaction {
  const urgent = priority === 'P1' || priority === 'P2';
  const reason = prng.weighted(
    grounds.filter(({ urgentToo }) => urgentToo || !urgent).map(({ reason, weight }) => [reason, weight] as const),
  );
  return reaction('RejectReferral', { reason, partialConsidered: true });
}

/** A case in work, to its end or a part of the way: what is said of it, and of how urgent it is. */
function work(prng: Prng, priority: Priority | null, now: number): Reaction[] {
  const on = new Date(now).toISOString().slice(0, 10);
  const reviewAt = new Date(now + 30 * DAY_MS).toISOString();
  const whole = [
    ...(prng.chance(0.5) ? [urgency(prng, priority)] : []),
    reaction('StartWork'),
    ...(prng.chance(0.3) ? [reaction('NotifyDelay', { reason: 'AWAIT_TRANSLATION' })] : []),
    ...(prng.chance(0.3) ? [reaction('SuspendWork', { reason: 'AWAIT_INFO', reviewAt }), reaction('ResumeWork')] : []),
    reaction('ReportOutcome', { outcomes: [{ outcome: 'CONTENT_REMOVED', on, accuracy: 'CONFIRMED' }] }),
    reaction('CloseReferral', { reasons: ['OUTCOME_FINAL'] }),
    ...(prng.chance(0.2) ? [reaction('ReopenReferral', { reason: 'NEW_INFORMATION' })] : []),
  ];
  return prng.chance(0.7) ? whole : whole.slice(0, 1 + Math.floor(prng.fraction() * whole.length));
}

/** Its level confirmed, or raised to the highest. */
function urgency(prng: Prng, priority: Priority | null): Reaction {
  if (priority !== null && priority !== 'P1' && prng.chance(0.3))
    return reaction('RaisePriority', { level: 'P1', reasons: ['SELF_HARM_RISK'] });
  const level = priority === null || priority === 'UNKNOWN' ? 'P4' : priority;
  return reaction('ConfirmPriority', { reasons: reasonsOf(prng, level) });
}
