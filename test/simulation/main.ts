import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.js';
import { interleave } from './interleaving.js';
import { planOf, planWith } from './plan.js';
import { describeBreach, storyOf } from './report.js';
import { patchGlobals } from './world/patched-globals.js';

const { values } = parseArgs({
  options: {
    /** The first seed; any by default. One seed alone tells its story. */
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    runs: { type: 'string', default: '10000' },
    /** Steps that are left in the plan, by number with commas between. */
    only: { type: 'string' },
    /** Ends after so many failures. */
    failures: { type: 'string', default: '3' },
    workers: { type: 'string' },
  },
});

const [seed, runs] = [Number(values.seed), Number(values.runs)];
if (![seed, runs, Number(values.failures)].every(Number.isSafeInteger))
  throw new Error('seeds and counts are whole numbers');
patchGlobals();
const out = (text: string): boolean => process.stdout.write(`${text}\n`);
process.exitCode = (runs === 1 ? await tellOne() : await runMany()) ? 0 : 1;

/** Everything that happens under one seed, and how it ends. */
async function tellOne(): Promise<boolean> {
  const only = values.only === undefined ? undefined : new Set(values.only.split(',').map(Number));
  out((await storyOf({ seed, only })).join('\n'));
  const plan = planOf(seed);
  const { breach, steps, lasted } = await interleave(only ? planWith(plan, only) : plan);
  out(
    `${steps} steps, ${(lasted / 1_000).toFixed(1)} s: ${breach ? `${breach.law}: ${breach.detail}` : 'every law held'}`,
  );
  return breach === null;
}

async function runMany(): Promise<boolean> {
  const { workers } = values;
  const orders = { first: seed, runs, failures: Number(values.failures) };
  const done = await runCampaign(workers === undefined ? orders : { ...orders, workers: Number(workers) });
  for (const failure of done.failures) out(`${await describeBreach(failure.seed, failure.breach)}\n`);
  const perMinute = Math.round((done.runs / done.seconds) * 60);
  out(
    `seeds ${seed} to ${seed + runs - 1}: ${done.runs} interleavings, ${done.failures.length} failed; ${perMinute} a minute, ` +
      `${Math.round(done.steps / done.runs)} steps each, ${done.simulatedHours.toFixed(1)} simulated hours in ${done.seconds.toFixed(0)} s`,
  );
  return done.failures.length === 0;
}
