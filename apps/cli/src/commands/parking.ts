import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { DataFolder } from '../bus/data-folder.js';
import { StaffDoor } from '../bus/staff.js';
import { CliFault, EXIT, type ExitCode } from '../terminal/fault.js';
import { DATA_OPTION } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';

interface Options {
  readonly data?: string;
}

const PATH = '/v1/operations/parking';
/** The consumer looks every second for what it is asked. */
const ANSWER_MS = 15_000;

export function parkingCommands(program: Command): void {
  const parking = program.command('parking').description('events that a consumer could not apply');
  parking
    .command('list')
    .description('referrals that wait, with the reason of the first event that could not be applied')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExit code 1: something is parked.')
    .action(({ data }: Options) => runCommand(() => list(operator(data))));
  parking
    .command('redrive <consumer> <key>')
    .description('apply the parked events of a referral again, in order; consumer and key as the list shows them')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExit code 1: nothing of it is parked there, or an event still cannot be applied.')
    .action((consumer: string, key: string, { data }: Options) =>
      runCommand(() => redrive(operator(data), consumer, key)),
    );
}

const operator = (data: string | undefined): StaffDoor => new StaffDoor(new DataFolder(data), ['SCHEME_ADMIN']);

const itemShape = z.looseObject({
  consumer: z.string(),
  key: z.string(),
  lane: z.number(),
  reason: z.string(),
  events: z.number(),
  since: z.string(),
});
const pageShape = z.looseObject({ items: z.array(itemShape), next: z.string().nullable() });

async function list(door: StaffDoor): Promise<ExitCode> {
  const items: z.output<typeof itemShape>[] = [];
  for (let query: string | null = '?limit=200'; query !== null;) {
    const page: z.output<typeof pageShape> = await door.get(`${PATH}${query}`, pageShape);
    items.push(...page.items);
    query = page.next === null ? null : `?limit=200&cursor=${encodeURIComponent(page.next)}`;
  }
  const rows = items.map(({ consumer, key, lane, events, since, reason }) => [
    consumer,
    key,
    lane,
    events,
    since,
    reason,
  ]);
  new Screen().say(rows.length === 0 ? 'Nothing is parked.' : table(COLUMNS, rows));
  return rows.length === 0 ? EXIT.fine : EXIT.finding;
}

const COLUMNS = [
  { title: 'consumer' },
  { title: 'key' },
  { title: 'lane', right: true },
  { title: 'events', right: true },
  { title: 'since' },
  { title: 'reason' },
];

const redriveShape = z.looseObject({
  state: z.enum(['pending', 'applied', 'failed']),
  applied: z.number().nullable(),
  remaining: z.number().nullable(),
  reason: z.string().nullable(),
});

async function redrive(door: StaffDoor, consumer: string, key: string): Promise<ExitCode> {
  const screen = new Screen();
  const path = `${PATH}/${encodeURIComponent(consumer)}/${encodeURIComponent(key)}/redrive`;
  let answer = await door.ask({ method: 'POST', path, body: '{}' }, redriveShape);
  if (answer === null) {
    screen.say(`Nothing of ${key} is parked at ${consumer}, if there is such a consumer: see bus parking list.`);
    return EXIT.finding;
  }
  for (const end = Date.now() + ANSWER_MS; answer.state === 'pending'; answer = await door.get(path, redriveShape)) {
    if (Date.now() > end) throw new CliFault(EXIT.unreachable, `${consumer} has not answered`, 'see whether it runs');
    await delay(200);
  }
  const { state, applied, remaining, reason } = answer;
  screen.say(
    state === 'applied'
      ? `${applied ?? 0} events applied; nothing of ${key} is parked any more.`
      : `${applied ?? 0} events applied; ${remaining ?? 0} still wait for the first of them, which cannot be applied: ${reason ?? 'no reason given'}.`,
  );
  return state === 'applied' ? EXIT.fine : EXIT.finding;
}
