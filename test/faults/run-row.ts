import { Load } from './load.js';
import { NotInjected } from './not-injected.js';
import { Probe } from './probe.js';
import { leaksOf } from './resources.js';
import type { Row } from './row.js';
import { Scene } from './scene.js';
import type { Stage } from './stage.js';
import { findingsOf } from './verdict.js';
import { AllWords } from './words/all-words.js';

export interface Run {
  readonly row: Row;
  readonly seed: number;
  readonly notes: readonly string[];
  /** What did not hold. */
  readonly failures: readonly string[];
  /** Faults that did not come. */
  readonly missed: readonly string[];
  /** Milliseconds from the end of the fault until a referral went the whole way; null where none did. */
  readonly recoveryMs: number | null;
  /** How many times slower the machine was than one that does nothing else; bounds were stretched by it. */
  readonly slowness: number;
  readonly seconds: number;
}

/** What the whole way of a referral takes under this load on two cores that do nothing else. */
const USUAL_MS = 1_000;
const USUAL_BOUND_MS = 60_000;
const MOST_SLOWNESS = 20;
const slownessOf = (ms: number): number => Math.min(MOST_SLOWNESS, Math.max(1, ms / USUAL_MS));

const LOAD = { referrals: 300, rate: 30 } as const;
const RECOVER_MS = 30_000;
/** Longer than the back-off of agencies and the reading of everything that waits. */
const AGENCIES_DONE_MS = 120_000;
/** A member that died is missed after its session time; the others join anew. */
const GROUPS_STABLE_MS = 30_000;
/** K13: after the last fault, every consumer must have applied everything within this. */
const CAUGHT_UP_MS = 60_000;

/** One row, once: agencies begin, the fault comes, and everything is checked once it is over. */
export async function runRow(row: Row, seed: number, stage: Stage): Promise<Run> {
  const begun = performance.now();
  const scene = new Scene(stage, seed);
  let recoveryMs: number | null = null;
  try {
    await play(row, scene, seed, (ms) => (recoveryMs = ms));
  } catch (error) {
    scene.fail(wordsOf(error));
  }
  const { notes, failures, missed } = scene;
  return {
    row,
    seed,
    notes,
    failures,
    missed,
    recoveryMs,
    slowness: scene.slowness,
    seconds: (performance.now() - begun) / 1000,
  };
}

async function play(row: Row, scene: Scene, seed: number, recovered: (ms: number) => void): Promise<void> {
  const { bus } = scene;
  const load = new Load(bus, { ...LOAD, ...row.setup?.load, seed });
  const probe = await Probe.open(bus, load.ledger);
  const words = await AllWords.open(bus, load.ledger, seed);
  try {
    await load.underWay();
    scene.slowness = slownessOf(await probe.wholeWay(USUAL_BOUND_MS));
    await scene.begin();
    words.begin();
    try {
      await row.inject(scene);
    } catch (error) {
      if (!(error instanceof NotInjected)) throw error;
      scene.miss(error.message);
    } finally {
      await scene.restore();
    }
    scene.note('the fault is over');
    recovered(await probe.wholeWay(scene.bound(row.recoverMs ?? RECOVER_MS)));
    await load.finished(scene.bound(AGENCIES_DONE_MS));
    await words.finished(scene, scene.bound(AGENCIES_DONE_MS));
    await row.afterwards?.(scene);
    const findings = await findingsOf(bus, load.ledger, scene.bound(CAUGHT_UP_MS));
    findings.filter((finding) => !row.mayFind?.test(finding)).forEach((finding) => scene.fail(finding));
    (await leaksOf(scene, scene.bound(GROUPS_STABLE_MS))).forEach((leak) => scene.fail(leak));
  } finally {
    await load.end();
    await words.close();
    await probe.close();
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(wordsOf).join('; ')
    : error instanceof Error
      ? error.message
      : String(error);
