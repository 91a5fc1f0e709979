import type { Command } from 'commander';
import { z } from 'zod';
import { SchemaCatalogue } from '#libs/event-log';
import { DataFolder } from '../bus/data-folder.js';
import { StaffDoor } from '../bus/staff.js';
import { EXIT, type ExitCode } from '../terminal/fault.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';

const screen = new Screen();

interface Data {
  readonly data?: string;
}

/** Commands that ask the API as its operator or its compliance officer. */
export function staffCommands(program: Command): void {
  const data = ['--data <dir>', 'data folder of the bus'] as const;
  program
    .command('lag')
    .description('how far each consumer is behind')
    .option(...data)
    .action(({ data: path }: Data) => runCommand(() => lag(path)));
  program
    .command('trace <referral>')
    .description('everything that the trail knows of a referral')
    .option(...data)
    .action((id: string, { data: path }: Data) => runCommand(() => trace(id, path)));
  const parking = program.command('parking').description('events that a consumer could not apply');
  parking
    .command('list')
    .option(...data)
    .action(({ data: path }: Data) => runCommand(() => parkingList(path)));
  parking
    .command('redrive <consumer> <key>')
    .description('apply the parked events of a referral again')
    .option(...data)
    .action((consumer: string, key: string, { data: path }: Data) => runCommand(() => redrive(consumer, key, path)));
  const schemas = program.command('schemas').description('the released event schemas');
  schemas
    .command('publish')
    .description('register every released schema')
    .option(...data)
    .action(({ data: path }: Data) => runCommand(() => publish(path)));
}

const lagShape = z.looseObject({
  unrelayed: z.number(),
  items: z.array(
    z.looseObject({
      id: z.string(),
      reachable: z.boolean(),
      lanes: z.array(
        z.looseObject({
          lane: z.number(),
          head: z.number(),
          relayed: z.number(),
          applied: z.number(),
          events: z.number(),
          seconds: z.number().nullable(),
          parked: z.number(),
          stopped: z.string().nullable(),
          jurisdictions: z.array(z.string()),
        }),
      ),
    }),
  ),
});

async function lag(path: string | undefined): Promise<ExitCode> {
  const report = await new StaffDoor(new DataFolder(path), ['SCHEME_ADMIN']).ask(
    { method: 'GET', path: '/v1/operations/lag' },
    lagShape,
  );
  if (!report) return EXIT.unreachable;
  screen.say(`accepted and not yet on the topics: ${report.unrelayed}`);
  for (const { id, reachable, lanes } of report.items) {
    screen.say(`\n${id}${reachable ? '' : '  (its database does not answer)'}`);
    const columns = [
      { title: 'lane', right: true },
      { title: 'for' },
      ...['accepted', 'relayed', 'applied', 'behind', 'seconds', 'parked'].map((title) => ({ title, right: true })),
      { title: 'stopped' },
    ];
    screen.say(
      table(
        columns,
        lanes.map((each) => [
          each.lane,
          each.jurisdictions.join(' '),
          each.head,
          each.relayed,
          each.applied,
          each.events,
          each.seconds,
          each.parked,
          each.stopped,
        ]),
      ),
    );
  }
  return report.items.some(({ lanes }) => lanes.some(({ stopped }) => stopped !== null)) ? EXIT.finding : EXIT.fine;
}

const traceShape = z.looseObject({
  items: z.array(
    z.looseObject({
      lane: z.number(),
      position: z.number(),
      type: z.string().nullable(),
      acceptedAt: z.string().nullable(),
      leaf: z.string(),
      actor: z.looseObject({ agency: z.string(), role: z.string() }).nullable(),
    }),
  ),
  next: z.string().nullable(),
});

async function trace(id: string, path: string | undefined): Promise<ExitCode> {
  const door = new StaffDoor(new DataFolder(path), ['DPA_COMPLIANCE', 'OVERSIGHT', 'SCHEME_ADMIN']);
  const rows: (string | number | null)[][] = [];
  for (let query: string | null = ''; query !== null;) {
    const page: z.output<typeof traceShape> | null = await door.ask(
      { method: 'GET', path: `/v1/audit/trace/${encodeURIComponent(id)}${query}`, headers: { 'Bus-Purpose': 'AUDIT' } },
      traceShape,
    );
    if (!page) break;
    rows.push(
      ...page.items.map((each) => [
        each.lane,
        each.position,
        each.acceptedAt,
        each.type,
        each.actor && `${each.actor.agency} (${each.actor.role})`,
        each.leaf,
      ]),
    );
    query = page.next === null ? null : `?cursor=${encodeURIComponent(page.next)}`;
  }
  if (rows.length === 0) {
    screen.say(`The trail knows no referral ${id}.`);
    return EXIT.finding;
  }
  screen.say(
    table(
      [
        { title: 'lane', right: true },
        { title: 'position', right: true },
        { title: 'accepted' },
        { title: 'event' },
        { title: 'by' },
        { title: 'leaf' },
      ],
      rows,
    ),
  );
  return EXIT.fine;
}

const parkingShape = z.looseObject({
  items: z.array(
    z.looseObject({ consumer: z.string(), key: z.string(), lane: z.number(), reason: z.string(), events: z.number() }),
  ),
});

async function parkingList(path: string | undefined): Promise<ExitCode> {
  const page = await new StaffDoor(new DataFolder(path), ['SCHEME_ADMIN']).ask(
    { method: 'GET', path: '/v1/operations/parking' },
    parkingShape,
  );
  const items = page?.items ?? [];
  screen.say(
    items.length === 0
      ? 'Nothing is parked.'
      : table(
          [
            { title: 'consumer' },
            { title: 'key' },
            { title: 'lane', right: true },
            { title: 'events', right: true },
            { title: 'reason' },
          ],
          items.map((each) => [each.consumer, each.key, each.lane, each.events, each.reason]),
        ),
  );
  return items.length === 0 ? EXIT.fine : EXIT.finding;
}

async function redrive(consumer: string, key: string, path: string | undefined): Promise<ExitCode> {
  const request = {
    method: 'POST',
    path: `/v1/operations/parking/${encodeURIComponent(consumer)}/${encodeURIComponent(key)}/redrive`,
    body: '{}',
  } as const;
  const answer = await new StaffDoor(new DataFolder(path), ['SCHEME_ADMIN']).ask(request, z.unknown());
  screen.say(answer === null ? `Nothing of ${key} is parked at ${consumer}.` : JSON.stringify(answer));
  return answer === null ? EXIT.finding : EXIT.fine;
}

async function publish(path: string | undefined): Promise<ExitCode> {
  const ids = await new SchemaCatalogue({
    url: new DataFolder(path).endpoints().registry,
    topicPrefix: process.env['KAFKA_TOPIC_PREFIX'] ?? '',
  }).publish();
  screen.say(table([{ title: 'fingerprint' }, { title: 'id', right: true }], [...ids]));
  return EXIT.fine;
}
