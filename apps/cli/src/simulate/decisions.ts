import type { Ground, Priority } from '#libs/contracts';
import type { Prng } from './prng.js';

/** A command that a recipient's backend sends. */
export interface Reaction {
  readonly command: 'ReceiveReferral' | 'AcknowledgeReferral' | 'AcceptReferral' | 'RejectReferral';
  /** Last part of its address. */
  readonly verb: 'receive' | 'acknowledge' | 'accept' | 'reject';
  readonly body: object | null;
  /** A person decides; receiving is the machine's word. */
  readonly byPerson: boolean;
  /** Said on purpose where it cannot be: the bus must answer 409. */
  readonly illegal?: boolean;
}

const receive: Reaction = { command: 'ReceiveReferral', verb: 'receive', body: null, byPerson: false };
const acknowledge: Reaction = { command: 'AcknowledgeReferral', verb: 'acknowledge', body: null, byPerson: true };

/** Grounds without further conditions, and which priorities they may meet (vocabulary 1.4 R1.5). */
const grounds: readonly { readonly reason: Ground; readonly weight: number; readonly urgentToo: boolean }[] = [
  { reason: 'NOT_COMPETENT_TERRITORY', weight: 4, urgentToo: true },
  { reason: 'NOT_AN_OFFENCE_HERE', weight: 1, urgentToo: true },
  { reason: 'DATA_NOT_HELD', weight: 1, urgentToo: true },
  { reason: 'INSUFFICIENT_INFO', weight: 5, urgentToo: false },
  { reason: 'CAPACITY', weight: 2, urgentToo: false },
];

/** What becomes of a referral at its recipient: most are accepted, some rejected, some wait. */
export function reactionsTo(prng: Prng, priority: Priority | null): Reaction[] {
  const decision = prng.weighted<'accept' | 'reject' | 'wait'>([
    ['accept', 80],
    ['reject', 12],
    ['wait', 8],
  ]);
  if (decision === 'wait') return [receive, acknowledge];
  if (decision === 'accept') return [receive, acknowledge, acceptance(prng)];
  const rejected = [receive, acknowledge, rejection(prng, priority)];
  return prng.chance(0.05) ? [...rejected, { ...acceptance(prng), illegal: true }] : rejected;
}

function acceptance(prng: Prng): Reaction {
  const body = prng.chance(0.9) ? { scope: 'FULL' } : { scope: 'PARTIAL', reason: 'CAPACITY' };
  return { command: 'AcceptReferral', verb: 'accept', body, byPerson: true };
}

function rejection(prng: Prng, priority: Priority | null): Reaction {
  const urgent = priority === 'P1' || priority === 'P2';
  const reason = prng.weighted(
    grounds.filter(({ urgentToo }) => urgentToo || !urgent).map(({ reason, weight }) => [reason, weight] as const),
  );
  return { command: 'RejectReferral', verb: 'reject', body: { reason, partialConsidered: true }, byPerson: true };
}
