import { wholeNumber } from '../../apps/cli/src/terminal/options.js';
import { commitId } from '../figures/commit.js';
import { Lines, publish } from '../figures/lines.js';
import { programOf } from '../terminal/program.js';
import { runCampaign } from './campaign.js';
import { foundPlans } from './found.js';
import { interleave } from './interleaving.js';
import { planOf, planWith } from './plan/plan.js';
import { findPlanted } from './planted/find-planted.js';
import { type CampaignRecord, campaignsOf, perMinuteOf, recordOf } from './record.js';
import { describeBreach } from './report.js';
import { patchGlobals } from './world/patched-globals.js';

interface Options {
  readonly seed?: number;
  readonly runs: number;
  readonly only?: string;
  readonly plan?: boolean;
  readonly failures: number;
  readonly workers?: number;
  readonly planted?: boolean;
  readonly found?: boolean;
  readonly record?: boolean;
}

const options = programOf('simulation', 'Interleaves journal, relay and consumers on simulated time and I/O, by seeds.')
  .option('--seed <n>', 'the first seed; any when left out', wholeNumber(0, Number.MAX_SAFE_INTEGER))
  .option('--runs <n>', 'how many; one alone tells its story', wholeNumber(1, 1_000_000_000), 10_000)
  .option('--only <steps>', 'steps that are left in the plan, by number with commas between; none for none')
  .option('--plan', 'tells the plan instead of the story')
  .option('--failures <n>', 'ends after so many', wholeNumber(1, 1_000), 3)
  .option('--workers <n>', 'threads; as many as processors when left out', wholeNumber(1, 1_024))
  .option('--planted', 'plants bugs and looks for them')
  .option('--found', 'runs what once failed')
  .option('--record', 'adds the campaign to docs/simulation.jsonl and docs/simulation.md')
  .parse()
  .opts<Options>();
const seed = options.seed ?? Date.now() % 1_000_000_000;

/** Of what runs from now on, whatever is committed meanwhile. */
const commit = options.record ? commitId() : null;

const out = (text: string): void => void process.stdout.write(`${text}\n`);

/** Everything that happens under one seed, and how it ends. */
async function tellOne(): Promise<boolean> {
  const { only } = options;
  const ids = only === undefined ? undefined : new Set(only === 'none' ? [] : only.split(',').map(Number));
  const plan = ids ? planWith(planOf(seed), ids) : planOf(seed);
  const story: string[] = [];
  const { breach, steps, lasted } = await interleave(plan, story);
  out(options.plan ? JSON.stringify(plan) : story.join('\n'));
  out(
    `${steps} steps, ${(lasted / 1_000).toFixed(1)} s: ${breach ? `${breach.law}: ${breach.detail}` : 'every law held'}`,
  );
  return breach === null;
}

async function runMany(): Promise<boolean> {
  const { runs, failures, workers } = options;
  const done = await runCampaign({ first: seed, runs, failures, ...(workers !== undefined && { workers }) });
  for (const failure of done.failures) out(`${await describeBreach(failure.seed, failure.breach)}\n`);
  if (commit !== null) record(recordOf(done, seed, commit));
  out(
    `seeds from ${seed}: ${done.runs} interleavings, ${done.failures.length} failed; ${perMinuteOf(done)} a minute, ` +
      `${Math.round(done.steps / done.runs)} steps each, ${done.simulatedHours.toFixed(1)} simulated hours in ${done.seconds.toFixed(0)} s`,
  );
  return done.failures.length === 0;
}

function record(campaign: CampaignRecord): void {
  const recorded = new Lines<CampaignRecord>('docs/simulation.jsonl');
  recorded.add(campaign);
  publish('docs/simulation.md', 'campaigns', campaignsOf(recorded.all()));
}

async function runFound(): Promise<boolean> {
  let failed = 0;
  for (const { what, plan } of foundPlans) {
    const { breach } = await interleave(plan);
    if (!breach) continue;
    failed += 1;
    out(`${what}: ${breach.law}: ${breach.detail}`);
  }
  out(
    foundPlans.length === 0
      ? '0 interleavings that once failed, 0 failed: no plan has been kept so far, so nothing was run'
      : `${foundPlans.length} interleavings that once failed, ${failed} failed`,
  );
  return failed === 0;
}

patchGlobals();
const holds = options.planted
  ? await findPlanted(out)
  : options.found
    ? await runFound()
    : options.runs === 1
      ? await tellOne()
      : await runMany();
process.exitCode = holds ? 0 : 1;
