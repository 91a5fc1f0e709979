import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import { median, rankTest } from './rank-test.js';

/** Takes one measurement, in milliseconds. */
export type Measured = () => Promise<number>;

export interface TimingQuestion {
  readonly first: Measured;
  readonly second: Measured;
  /** Measurements of each in one sample. */
  readonly pairs: number;
  readonly seed: number;
}

export interface TimingAnswer {
  readonly differs: boolean;
  /** Of each sample taken: one, or two where the first one looked different. */
  readonly samples: readonly {
    readonly z: number;
    readonly p: number;
    readonly shiftMs: number;
    readonly medianMs: number;
  }[];
}

/** Chance of calling equal times different in one sample. */
const ALPHA = 1e-3;
/** Pairs thrown away before each sample: connections, caches and compiled code are warm by then. */
const WARM_UP = 50;

/**
 * Whether one thing takes longer than another. What keeps noise out: the two are asked in turn, in a random order within each
 * pair, on one connection, so that whatever slows the machine down slows both; ranks, so that no pause counts for more than one
 * value; and a difference is believed only when a second, fresh sample shows it in the same direction. Equal times are called
 * different once in two million questions.
 */
export async function compareTiming({ first, second, pairs, seed }: TimingQuestion): Promise<TimingAnswer> {
  const random = new Prng(seed);
  const samples: TimingAnswer['samples'][number][] = [];
  while (samples.length < 2) {
    const { a, b } = await sampleOf({ first, second, pairs, random });
    samples.push({ ...rankTest(a, b), shiftMs: median(a) - median(b), medianMs: median(b) });
    const [one, two] = samples;
    if (one === undefined || samples.at(-1)!.p >= ALPHA) return { differs: false, samples };
    if (two && Math.sign(one.z) !== Math.sign(two.z)) return { differs: false, samples };
  }
  return { differs: true, samples };
}

interface Sampling extends Pick<TimingQuestion, 'first' | 'second' | 'pairs'> {
  readonly random: Prng;
}

async function sampleOf({ first, second, pairs, random }: Sampling): Promise<{ a: number[]; b: number[] }> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let pair = -WARM_UP; pair < pairs; pair++) {
    const firstFirst = random.chance(0.5);
    const [one, two] = firstFirst ? [await first(), await second()] : [await second(), await first()];
    if (pair < 0) continue;
    a.push(firstFirst ? one : two);
    b.push(firstFirst ? two : one);
  }
  return { a, b };
}
