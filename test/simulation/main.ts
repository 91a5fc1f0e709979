import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.js';
import { foundPlans } from './found.js';
import { interleave } from './interleaving.js';
import { planOf, planWith } from './plan/plan.js';
import { findPlanted } from './planted/find-planted.js';
import { describeBreach } from './report.js';
import { patchGlobals } from './world/patched-globals.js';

const { values } = parseArgs({
  options: {
    /** The first seed; any by default. */
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    /** One run alone tells its story. */
    runs: { type: 'string', default: '10000' },
    /** Steps that are left in the plan, by number with commas between; `none` for none. */
    only: { type: 'string' },
    /** Tells the plan instead of the story. */
    plan: { type: 'boolean', default: false },
    /** Ends after so many failures. */
    failures: { type: 'string', default: '3' },
    /** Threads; as many as processors by default. */
    workers: { type: 'string' },
    /** Plants bugs and looks for them. */
    planted: { type: 'boolean', default: false },
    /** Runs what once failed. */
    found: { type: 'boolean', default: false },
  },
});

const out = (text: string): void => void process.stdout.write(`${text}\n`);

/** @throws Error for what is no whole number */
function numberOf(name: 'seed' | 'runs' | 'failures' | 'workers'): number {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number)) throw new Error(`--${name} is a whole number`);
  return number;
}

/** Everything that happens under one seed, and how it ends. */
async function tellOne(seed: number): Promise<boolean> {
  const { only } = values;
  const ids = only === undefined ? undefined : new Set(only === 'none' ? [] : only.split(',').map(Number));
  const plan = ids ? planWith(planOf(seed), ids) : planOf(seed);
  const story: string[] = [];
  const { breach, steps, lasted } = await interleave(plan, story);
  out(values.plan ? JSON.stringify(plan) : story.join('\n'));
  out(
    `${steps} steps, ${(lasted / 1_000).toFixed(1)} s: ${breach ? `${breach.law}: ${breach.detail}` : 'every law held'}`,
  );
  return breach === null;
}

async function runMany(seed: number, runs: number): Promise<boolean> {
  const orders = { first: seed, runs, failures: numberOf('failures') };
  const done = await runCampaign(values.workers === undefined ? orders : { ...orders, workers: numberOf('workers') });
  for (const failure of done.failures) out(`${await describeBreach(failure.seed, failure.breach)}\n`);
  const perMinute = Math.round((done.runs / done.seconds) * 60);
  out(
    `seeds from ${seed}: ${done.runs} interleavings, ${done.failures.length} failed; ${perMinute} a minute, ` +
      `${Math.round(done.steps / done.runs)} steps each, ${done.simulatedHours.toFixed(1)} simulated hours in ${done.seconds.toFixed(0)} s`,
  );
  return done.failures.length === 0;
}

async function runFound(): Promise<boolean> {
  let failed = 0;
  for (const { what, plan } of foundPlans) {
    const { breach } = await interleave(plan);
    if (!breach) continue;
    failed += 1;
    out(`${what}: ${breach.law}: ${breach.detail}`);
  }
  out(`${foundPlans.length} interleavings that once failed, ${failed} failed`);
  return failed === 0;
}

patchGlobals();
const runs = numberOf('runs');
const holds = values.planted
  ? await findPlanted(out)
  : values.found
    ? await runFound()
    : runs === 1
      ? await tellOne(numberOf('seed'))
      : await runMany(numberOf('seed'), runs);
process.exitCode = holds ? 0 : 1;
