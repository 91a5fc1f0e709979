import type { Cast, Player } from './cast.js';
import { type Malformed, malformedOf } from './malformed.js';
import type { Prng } from './prng.js';
import { type Report, reportOf } from './report.js';

export interface Submission {
  readonly report: Report;
  readonly to: Player;
  /** Sent once more under the same key although it was answered, as backends do that lost the answer. */
  readonly again: boolean;
}

/** What one sender does at one moment. */
export type Step =
  | { readonly kind: 'submit'; readonly from: Player; readonly submissions: readonly Submission[] }
  | { readonly kind: 'malformed'; readonly from: Player; readonly malformed: Malformed };

export interface PlanOptions {
  readonly referrals: number;
  /** Stands before every reference, so that the run's referrals are known by it. */
  readonly run: string;
  /** Most items of a batch; 1 for none. */
  readonly largestBatch: number;
  /** Which part of the referrals comes in batches. */
  readonly batchShare: number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

export const SHARES = { malformed: 0.02, again: 0.05 } as const;

/** The day's submissions, malformed ones among them. The seed decides everything but times. */
export function* plan(prng: Prng, cast: Cast, options: PlanOptions): Generator<Step> {
  for (let done = 0; done < options.referrals;) {
    const from = cast.sender(prng);
    if (prng.chance(SHARES.malformed)) {
      const { report } = submissionOf(prng, cast, from, { reference: `${options.run}-X${done}`, now: options.clock() });
      yield { kind: 'malformed', from, malformed: malformedOf(prng, report) };
      done += 1;
      continue;
    }
    const size = Math.min(sizeOf(prng, options), options.referrals - done);
    const submissions = Array.from({ length: size }, (_, at) =>
      submissionOf(prng, cast, from, { reference: `${options.run}-${done + at}`, now: options.clock() }),
    );
    yield { kind: 'submit', from, submissions };
    done += size;
  }
}

/**
 * One, or the size of a batch. Sizes are even over the logarithm: most batches are small.
 * The share counts referrals, so batches are the rarer the larger they are.
 */
function sizeOf(prng: Prng, { largestBatch, batchShare }: PlanOptions): number {
  if (largestBatch < 2 || batchShare === 0) return 1;
  if (batchShare === 1) return batchSize(prng, largestBatch);
  const mean = (largestBatch - 1) / Math.log(largestBatch);
  const often = batchShare / (batchShare + (1 - batchShare) * mean);
  return prng.chance(often) ? batchSize(prng, largestBatch) : 1;
}

const batchSize = (prng: Prng, largest: number): number => Math.max(2, Math.floor(largest ** prng.fraction()));

function submissionOf(
  prng: Prng,
  cast: Cast,
  from: Player,
  { reference, now }: { reference: string; now: number },
): Submission {
  const to = cast.recipient(prng, from);
  return { to, again: prng.chance(SHARES.again), report: reportOf(prng, { from, to, reference, now }) };
}
