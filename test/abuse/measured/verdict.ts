import { Prng } from '../../../apps/cli/src/simulate/prng.js';

/** Latencies of one pair of windows, one quiet and one under attack, right after each other. */
export interface Pair {
  readonly quiet: readonly number[];
  readonly attacked: readonly number[];
}

export interface Verdict {
  /** 99th percentile under attack, divided by that of the quiet windows. */
  readonly ratio: number;
  /** Between these it lies nine times in ten. */
  readonly low: number;
  readonly high: number;
  readonly quietMs: number;
  readonly attackedMs: number;
}

const RESAMPLES = 1_000;

/**
 * How much longer the slowest hundredth waits under attack. Windows come in pairs, so that what else the machine does meanwhile
 * hits both; the interval is a bootstrap over pairs first and over the latencies within them, since a pair is slow or fast as a whole.
 */
export function verdictOn(pairs: readonly Pair[], seed: number): Verdict {
  const random = new Prng(seed);
  const ratios = Array.from({ length: RESAMPLES }, () => {
    const drawn = pairs.map(() => random.pick(pairs));
    const again = (values: readonly number[]): number[] => values.map(() => random.pick(values));
    return ratioOf(drawn.map(({ quiet, attacked }) => ({ quiet: again(quiet), attacked: again(attacked) })));
  }).sort((a, b) => a - b);
  const at = (share: number): number => ratios[Math.floor(share * (ratios.length - 1))] ?? Number.NaN;
  return {
    ratio: ratioOf(pairs),
    low: at(0.05),
    high: at(0.95),
    quietMs: p99(pairs.flatMap(({ quiet }) => quiet)),
    attackedMs: p99(pairs.flatMap(({ attacked }) => attacked)),
  };
}

const ratioOf = (pairs: readonly Pair[]): number =>
  p99(pairs.flatMap(({ attacked }) => attacked)) / p99(pairs.flatMap(({ quiet }) => quiet));

export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * 0.99) - 1];
  if (value === undefined) throw new RangeError('the percentile of nothing');
  return value;
}
