import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OwnServices } from '../deployment/index.js';
import { commitId } from '../figures/commit.js';
import { Lines, publish, today } from '../figures/lines.js';
import { programOf } from '../terminal/program.js';
import type { Mutation } from './mutation.js';
import { mutations } from './mutations/index.js';
import { play, type Played, type PlayOptions } from './run.js';
import { type ScenarioName, scenarios } from './scenarios/index.js';
import { type Outcome, scoreOf } from './score.js';
import { beyond, isCaught, verdictOf } from './verdict.js';

interface Options {
  readonly only?: readonly string[];
  readonly scenario?: readonly string[];
  readonly list?: boolean;
  readonly words?: boolean;
  readonly soundOnly?: boolean;
  readonly bugsOnly?: boolean;
  readonly record?: boolean;
}

const program = programOf('mutants', 'Plants bugs into copies of the build, and shows that bus verify sees each.')
  .option('--only <names...>', 'these bugs')
  .option('--scenario <names...>', 'the bugs of these scenarios')
  .option('--list', 'names the bugs')
  .option('--words', 'what bus verify said, also where it was right')
  .option('--sound-only', 'the scenarios without a bug')
  .option('--bugs-only', 'the bugs, and not the scenarios without one')
  .option('--record', 'adds outcomes to docs/mutants.jsonl, and the score of all bugs to docs/verification.md')
  .parse();
const options = program.opts<Options>();

const commit = options.record ? commitId() : null;
const outcomes = new Lines<Outcome>('docs/mutants.jsonl');
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(0)} s`;

const chosen = mutations.filter(
  ({ name, scenario }) => (options.only?.includes(name) ?? true) && (options.scenario?.includes(scenario) ?? true),
);
if (chosen.length === 0) program.error('no planted bug has that name: see --list');
if (options.list) for (const each of chosen) say(`${each.name.padEnd(30)} ${each.scenario.padEnd(18)} ${each.breaks}`);
else process.exitCode = await judge();

/** Every scenario of these bugs without a bug first: what is found there is no bug's doing. */
async function judge(): Promise<number> {
  const services = await OwnServices.start({ durable: false });
  const folder = mkdtempSync(join(services.folder, 'mutants-')); // goes with the services, also when this is interrupted
  try {
    const names = options.bugsOnly ? [] : [...new Set(chosen.map(({ scenario }) => scenario))];
    const unsound = new Set<ScenarioName>();
    for (const name of names)
      if (!(await isSound({ services, folder, scenario: name, patches: [] }))) unsound.add(name);
    const planted = options.soundOnly ? [] : chosen;
    let caught = 0;
    for (const mutation of planted) if (await isSeen(mutation, { services, folder })) caught += 1;
    if (planted.length > 0)
      say(`\n${caught} of ${planted.length} planted bugs caught: score ${(caught / planted.length).toFixed(2)}`);
    if (commit !== null) publish('docs/verification.md', 'planted bugs', scoreOf(mutations, outcomes.all()));
    if (unsound.size > 0) say(`NOT sound without a bug: ${[...unsound].join(', ')}`);
    return caught === planted.length && unsound.size === 0 ? 0 : 1;
  } finally {
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isSound(run: PlayOptions): Promise<boolean> {
  const begun = Date.now();
  const { signs, words } = await play(run).catch(unplayed);
  const found = beyond(signs, scenarios[run.scenario].expects ?? []);
  const sound = found.length === 0 && (signs.length > 0 || words.length === 0);
  say(
    `${sound ? 'sound     ' : 'NOT SOUND '} ${run.scenario.padEnd(30)} ${scenarios[run.scenario].what} (${seconds(begun)})`,
  );
  if (!sound || options.words) for (const line of words) say(`             ${line}`);
  return sound;
}

async function isSeen(
  mutation: Mutation,
  { services, folder }: Pick<PlayOptions, 'services' | 'folder'>,
): Promise<boolean> {
  const begun = Date.now();
  const { name, breaks, scenario, patches } = mutation;
  const { signs, words } = await play({ services, folder, scenario, patches }).catch(unplayed);
  const verdict = verdictOf(mutation, signs, scenarios[scenario].expects ?? []);
  const caught = isCaught(verdict);
  const by = [...verdict.named, ...verdict.others.map((each) => `(${each})`)].join(' ') || 'nobody';
  say(`${caught ? 'caught    ' : 'NOT CAUGHT'} ${name.padEnd(30)} by ${by.padEnd(30)} ${breaks} (${seconds(begun)})`);
  if (commit !== null) outcomes.add({ name, caught, by: [...verdict.named], date: today(), commit });
  if (!caught || options.words) for (const line of words.slice(0, 40)) say(`             ${line}`);
  return caught;
}

/** A run that could not be made shows nothing, and says why. */
function unplayed(error: unknown): Played {
  return {
    signs: [],
    words: [`it could not be played: ${error instanceof Error ? String(error.stack) : String(error)}`],
  };
}
