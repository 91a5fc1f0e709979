import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Prng } from '../../apps/cli/src/simulate/prng.js';
import { Deployment, type OwnServices } from '../deployment/index.js';
import { Load } from './load.js';
import { Links } from './nemesis/links.js';
import { Probe } from './probe.js';
import { leaksOf } from './resources.js';
import type { Row } from './row.js';
import { Scene } from './scene.js';
import { findingsOf } from './verdict.js';

export interface Run {
  readonly row: Row;
  readonly seed: number;
  readonly notes: readonly string[];
  /** Empty where everything held. */
  readonly failures: readonly string[];
  /** Milliseconds from the end of the fault until a referral went the whole way; null where none did. */
  readonly recoveryMs: number | null;
  readonly seconds: number;
}

export interface RunOptions {
  /** Where the logs of failed runs are kept, each in a folder of its own. */
  readonly keep?: string | undefined;
}

const LOAD = { referrals: 400, rate: 40 } as const;
const RECOVER_MS = 30_000;
/** Longer than the back-off of agencies and the reading of everything that waits. */
const AGENCIES_DONE_MS = 120_000;

/** One row, once: the bus is started, agencies begin, the fault comes, and everything is checked once it is over. */
export async function runRow(row: Row, seed: number, services: OwnServices, { keep }: RunOptions = {}): Promise<Run> {
  const begun = performance.now();
  const { links: names = [], instances, env } = row.setup ?? {};
  const prng = new Prng(seed, 78);
  const links = await Links.open(services, names, () => prng.fraction());
  const scene: { current?: Scene } = {};
  const outcome: { recoveryMs: number | null; failures: string[] } = { recoveryMs: null, failures: [] };
  try {
    const bus = await Deployment.start({ services, instances, env, route: links.route });
    scene.current = new Scene({ bus, services, links, seed });
    try {
      outcome.recoveryMs = await play(row, scene.current, seed);
    } catch (error) {
      outcome.failures.push(wordsOf(error));
    }
    outcome.failures.push(...scene.current.failures);
    if (outcome.failures.length > 0 && keep !== undefined)
      cpSync(bus.folder, join(keep, `${row.id}-${seed}`), { recursive: true });
    await bus.stop();
  } catch (error) {
    outcome.failures.push(wordsOf(error));
  } finally {
    await links.close();
  }
  return { row, seed, notes: scene.current?.notes ?? [], ...outcome, seconds: (performance.now() - begun) / 1000 };
}

async function play(row: Row, scene: Scene, seed: number): Promise<number> {
  const { bus, services, links } = scene;
  const load = new Load(bus, { ...LOAD, ...row.setup?.load, seed });
  const probe = await Probe.open(bus, load.ledger);
  try {
    await load.underWay();
    scene.begin();
    try {
      await row.inject(scene);
    } finally {
      await scene.restore();
    }
    scene.note('the fault is over');
    const recoveryMs = await probe.wholeWay(row.recoverMs ?? RECOVER_MS);
    await load.finished(AGENCIES_DONE_MS);
    await row.afterwards?.(scene);
    const findings = await findingsOf(bus, load.ledger);
    findings.filter((finding) => !row.mayFind?.test(finding)).forEach((finding) => scene.fail(finding));
    (await leaksOf(bus, services, links)).forEach((leak) => scene.fail(leak));
    return recoveryMs;
  } finally {
    await load.end();
    await probe.close();
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(wordsOf).join('; ')
    : error instanceof Error
      ? error.message
      : String(error);
