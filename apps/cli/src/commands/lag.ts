import type { Command } from 'commander';
import { z } from 'zod';
import { DataFolder } from '../bus/data-folder.js';
import { StaffDoor } from '../bus/staff.js';
import { DATA_OPTION } from '../terminal/options.js';
import { EXIT, type ExitCode } from '../terminal/fault.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { counted, table } from '../terminal/table.js';

interface Options {
  readonly data?: string;
  readonly all?: boolean;
}

export function lagCommand(program: Command): void {
  program
    .command('lag')
    .description('how far each consumer is behind, and in which lanes')
    .option(...DATA_OPTION)
    .option('--all', 'every lane, also those in which nothing waits')
    .addHelpText(
      'after',
      '\nExit code 1: a lane stands still. 3: a part cannot be reached, or a consumer cannot be seen.',
    )
    .action((options: Options) => runCommand(() => lag(options)));
}

const laneShape = z.looseObject({
  lane: z.number(),
  class: z.string(),
  head: z.number(),
  relayed: z.number(),
  applied: z.number(),
  events: z.number(),
  seconds: z.number().nullable(),
  parked: z.number(),
  stopped: z.string().nullable(),
  jurisdictions: z.array(z.string()),
});
const consumerShape = z.looseObject({
  id: z.string(),
  reachable: z.boolean(),
  events: z.number(),
  seconds: z.number(),
  parked: z.number(),
  stopped: z.number(),
  lanes: z.array(laneShape),
});
const lagShape = z.looseObject({ unrelayed: z.number(), items: z.array(consumerShape) });

type Lane = z.output<typeof laneShape>;
type Consumer = z.output<typeof consumerShape>;

async function lag({ data, all }: Options): Promise<ExitCode> {
  const door = new StaffDoor(new DataFolder(data), ['SCHEME_ADMIN']);
  const { unrelayed, items } = await door.get('/v1/operations/lag', lagShape);
  const screen = new Screen();
  screen.say(`accepted and not yet on the topics: ${counted(unrelayed)}`);
  for (const consumer of items) screen.say(consumerText(consumer, all ?? false));
  if (items.some(({ reachable }) => !reachable)) return EXIT.unreachable;
  return items.some(({ stopped }) => stopped > 0) ? EXIT.finding : EXIT.fine;
}

function consumerText({ id, reachable, events, seconds, parked, stopped, lanes }: Consumer, all: boolean): string {
  if (!reachable) return `\n${id}: its database does not answer, so nothing is known of it`;
  const shown = lanes.filter((lane) => all || lane.events > 0 || lane.parked > 0 || lane.stopped !== null);
  const waits = events === 0 ? 'nothing waits' : `${counted(events)} events wait, the oldest for ${seconds} s`;
  const head = `\n${id}: ${waits}; ${counted(parked)} parked; ${stopped} lanes stopped`;
  return shown.length === 0 ? head : `${head}\n${table(COLUMNS, shown.map(rowOf))}`;
}

const COLUMNS = [
  { title: 'lane', right: true },
  { title: 'class' },
  { title: 'for' },
  ...['accepted', 'relayed', 'applied', 'behind', 'seconds', 'parked'].map((title) => ({ title, right: true })),
  { title: 'stopped' },
];

const rowOf = (lane: Lane): (string | number | null)[] => [
  lane.lane,
  lane.class,
  lane.jurisdictions.join(' '),
  lane.head,
  lane.relayed,
  lane.applied,
  lane.events,
  lane.seconds,
  lane.parked,
  lane.stopped,
];
