import { randomInt } from 'node:crypto';
import { wholeNumber } from '../../../apps/cli/src/terminal/options.js';
import { Deployment, OwnServices } from '../../deployment/index.js';
import { commitId } from '../../figures/commit.js';
import { Lines, publish } from '../../figures/lines.js';
import { programOf } from '../../terminal/program.js';
import { Forger } from '../client/forger.js';
import { populate } from '../client/population.js';
import { namesReferral, type Route, routesOf } from '../client/routes.js';
import { Tokens } from '../client/tokens.js';
import { timeForeign } from '../timing/foreign-timing.js';
import { bodyAttacks } from './attacks/bodies.js';
import { connectionAttacks } from './attacks/connections.js';
import { feedAttacks } from './attacks/feeds.js';
import { requestAttacks } from './attacks/requests.js';
import { topicAttacks } from './attacks/topics.js';
import { measureAttack, type Measured } from './measure-attack.js';
import { type FeltRecord, feltOf, recordOf } from './record.js';
import { type TimingRecord, timingOf, timingsOf } from './timing-record.js';
import { Victims } from './victims.js';

interface Options {
  readonly only?: readonly string[];
  readonly seed?: number;
  readonly pairs: number;
  readonly seconds: number;
  readonly timings: number;
  readonly list?: boolean;
  readonly record?: boolean;
}

const options = programOf('abuse', 'Measures what others feel while one attacks, and what the time of an answer tells.')
  .option('--only <names...>', 'Z1, Z11, Z12, or the name of an attack; everything when left out')
  .option('--seed <n>', 'repeats a run', wholeNumber(0, 0xffffffff))
  .option('--pairs <n>', 'of windows, one quiet and one under attack', wholeNumber(1, 1_000), 6)
  .option('--seconds <n>', 'of one window', wholeNumber(1, 600), 5)
  .option('--timings <n>', 'of each of the two kinds of referral, at each route', wholeNumber(1, 10_000_000), 10_000)
  .option('--list', 'names the attacks')
  .option(
    '--record',
    'adds what others felt to docs/abuse.jsonl, timings to docs/abuse-timings.jsonl, and all of it to docs/abuse.md',
  )
  .parse()
  .opts<Options>();

const commit = options.record ? commitId() : null;
const recorded = new Lines<FeltRecord>('docs/abuse.jsonl');
const timed = new Lines<TimingRecord>('docs/abuse-timings.jsonl');
const attacks = [...connectionAttacks, ...bodyAttacks, ...requestAttacks, ...feedAttacks, ...topicAttacks];
const wanted = (...names: string[]): boolean =>
  options.only === undefined || names.some((name) => options.only?.includes(name));
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Requests a second of the others, submissions and reads together. */
const OTHERS_PER_SECOND = 60;

/**
 * What one agency may ask for here: about a fifth of what two cores that are shared with the attacker and the attacked can do,
 * as a deployment sets it by what its machines can do.
 */
const COMMANDS = {
  AGENCY_COMMANDS_PER_SECOND: '200',
  AGENCY_COMMANDS_BURST: '600',
  AGENCY_COMMANDS_OPEN: '600',
};
const REQUESTS = { AGENCY_REQUESTS_PER_SECOND: '200', AGENCY_REQUESTS_BURST: '600' };

async function main(): Promise<number> {
  if (options.list) {
    for (const { id, row, what } of attacks) say(`${row.padEnd(4)} ${id.padEnd(18)} ${what}`);
    return 0;
  }
  const seed = options.seed ?? randomInt(1_000_000);
  say(`seed ${seed}`);
  const services = await OwnServices.start({ durable: false });
  try {
    return (await timings(services, seed)) + (await underAttack(services, seed)) > 0 ? 1 : 0;
  } finally {
    await services.stop();
  }
}

/** Z1: how many routes tell by the clock that a referral exists. */
async function timings(services: OwnServices, seed: number): Promise<number> {
  if (!wanted('Z1')) return 0;
  const bus = await Deployment.start({ services });
  const routes = (await routesOf(bus)).filter(namesReferral);
  let telling = 0;
  try {
    const known = await populate(bus);
    for (const route of routes) {
      const begun = Date.now();
      const question = { route, stranger: 'FR-NCP', known, pairs: options.timings, seed };
      const answer = await timeForeign(bus, question);
      telling += answer.differs ? 1 : 0;
      const timing = timingOf(nameOf(route), question, answer);
      if (commit !== null) timed.add({ ...timing, commit });
      const verdict = answer.differs ? 'TELLS ' : 'ok    ';
      const took = Math.round((Date.now() - begun) / 1000);
      say(`${verdict} Z1   ${timing.route.padEnd(50)} ${timing.samples.join('; ')} (${took} s)`);
    }
  } finally {
    await bus.stop();
  }
  if (commit !== null) publish('docs/abuse.md', 'timings', timingsOf(routes.map(nameOf), timed.all()));
  return telling;
}

/** Z11 and Z12: how many attacks the others felt. */
async function underAttack(services: OwnServices, seed: number): Promise<number> {
  const chosen = attacks.filter(({ id, row }) => wanted(row, id));
  if (chosen.length === 0) return 0;
  const env = { referrals: COMMANDS, 'agency-views': REQUESTS, 'audit-trail': REQUESTS, operations: REQUESTS };
  const bus = await Deployment.start({ services, env });
  const [tokens, forger] = [new Tokens(bus.folder), new Forger(bus)];
  const victims = new Victims(bus, tokens, OTHERS_PER_SECOND / 2);
  const done: Measured[] = [];
  try {
    await forger.connect();
    const target = { bus, tokens, forger, known: await populate(bus), othersPerSecond: OTHERS_PER_SECOND };
    await victims.live(3_000, seed); // connections, caches and compiled code are warm
    for (const attack of chosen) {
      const windows = { pairs: options.pairs, ms: options.seconds * 1_000, seed };
      const measured = await measureAttack(attack, target, victims, windows);
      done.push(measured);
      if (commit !== null) recorded.add(recordOf(measured, seed, commit));
      say(measured.line);
    }
  } finally {
    victims.close();
    await forger.close();
    await bus.stop();
  }
  if (commit !== null) publish('docs/abuse.md', 'attacks', feltOf(attacks, recorded.all()));
  return done.filter(({ felt }) => felt).length;
}

process.exitCode = await main();
