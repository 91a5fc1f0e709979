import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OwnServices } from '../deployment/index.js';
import { commitId } from '../figures/commit.js';
import { Lines, publish, today } from '../figures/lines.js';
import type { Mutation } from './mutation.js';
import { mutations } from './mutations/index.js';
import { play, type Played, type PlayOptions } from './run.js';
import { type ScenarioName, scenarios } from './scenarios/index.js';
import { type Outcome, scoreOf } from './score.js';
import { beyond, isCaught, verdictOf } from './verdict.js';

// npm run mutants [-- --only NAME] [--scenario NAME] [--list] [--words] [--sound-only | --bugs-only] [--record]
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    scenario: { type: 'string', multiple: true },
    list: { type: 'boolean', default: false },
    words: { type: 'boolean', default: false },
    'sound-only': { type: 'boolean', default: false },
    'bugs-only': { type: 'boolean', default: false },
    /** Adds outcomes to docs/mutants.jsonl, and the score of all bugs to docs/verification.md. */
    record: { type: 'boolean', default: false },
  },
});

const commit = values.record ? commitId() : null;
const outcomes = new Lines<Outcome>('docs/mutants.jsonl');
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(0)} s`;

const chosen = mutations.filter(
  ({ name, scenario }) => (values.only?.includes(name) ?? true) && (values.scenario?.includes(scenario) ?? true),
);
if (chosen.length === 0) throw new Error('no planted bug has that name: see --list');
if (values.list) for (const each of chosen) say(`${each.name.padEnd(30)} ${each.scenario.padEnd(18)} ${each.breaks}`);
else process.exitCode = await judge();

/** Every scenario of these bugs without a bug first: what is found there is no bug's doing. */
async function judge(): Promise<number> {
  const services = await OwnServices.start({ durable: false });
  const folder = mkdtempSync(join(tmpdir(), 'bus-mutants-'));
  try {
    const names = values['bugs-only'] ? [] : [...new Set(chosen.map(({ scenario }) => scenario))];
    const unsound = new Set<ScenarioName>();
    for (const name of names)
      if (!(await isSound({ services, folder, scenario: name, patches: [] }))) unsound.add(name);
    const planted = values['sound-only'] ? [] : chosen;
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

async function isSound(options: PlayOptions): Promise<boolean> {
  const begun = Date.now();
  const { signs, words } = await play(options).catch(unplayed);
  const found = beyond(signs, scenarios[options.scenario].expects ?? []);
  const sound = found.length === 0 && (signs.length > 0 || words.length === 0);
  say(
    `${sound ? 'sound     ' : 'NOT SOUND '} ${options.scenario.padEnd(30)} ${scenarios[options.scenario].what} (${seconds(begun)})`,
  );
  if (!sound || values.words) for (const line of words) say(`             ${line}`);
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
  if (!caught || values.words) for (const line of words.slice(0, 40)) say(`             ${line}`);
  return caught;
}

/** A run that could not be made shows nothing, and says why. */
function unplayed(error: unknown): Played {
  return {
    signs: [],
    words: [`it could not be played: ${error instanceof Error ? String(error.stack) : String(error)}`],
  };
}
