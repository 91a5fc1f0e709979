import type { Command } from 'commander';
import { v7 } from 'uuid';
import { z } from 'zod';
import { DataFolder } from '../bus/data-folder.js';
import { AgencyDoor } from '../bus/staff.js';
import { CliFault, EXIT, type ExitCode } from '../terminal/fault.js';
import { DATA_OPTION, wholeNumber } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';

interface Options {
  readonly data?: string;
  readonly as: string;
}

interface WantedOptions extends Options {
  readonly description?: string;
  readonly topics?: readonly string[];
  readonly types?: readonly string[];
  readonly jurisdictions?: readonly string[];
  readonly priorities?: readonly string[];
}

interface AddOptions extends WantedOptions {
  readonly cursor?: string;
  readonly synthetic?: boolean;
}

interface ChangeOptions extends WantedOptions {
  readonly url?: string;
  readonly everything?: boolean;
}

const PATH = '/v1/webhooks';
const words = (text: string): string[] => text.split(',').map((each) => each.trim());

/** An agency's webhooks, as its integrator handles them: docs/integration/webhooks.md. */
export function webhooksCommands(program: Command): void {
  const webhooks = program.command('webhooks').description('where an agency has its feed sent');
  const command = (name: string, description: string): Command =>
    webhooks
      .command(name)
      .description(description)
      .requiredOption('--as <agency>', 'agency whose client is used')
      .option(...DATA_OPTION);
  command('list', 'webhooks and how they are').action((options: Options) => runCommand(() => list(doorOf(options))));
  wanting(command('add <url>', 'register one; its secret is shown once'))
    .option('--cursor <cursor>', '`next` of a feed answer, to begin there')
    .option('--synthetic', 'exercises instead of real work')
    .action((url: string, options: AddOptions) => runCommand(() => add(doorOf(options), url, options)));
  wanting(command('change <id>', 'change where it leads or what it is told; it goes on from where it stands'))
    .option('--url <url>', 'another address, which is challenged first')
    .option('--everything', 'all that the feed tells')
    .action((id: string, options: ChangeOptions) => runCommand(() => change(doorOf(options), id, options)));
  for (const [word, description] of WORDS)
    command(`${word} <id>`, description).action((id: string, options: Options) =>
      runCommand(() => say(doorOf(options), id, word)),
    );
  command('test <id>', 'try whether it takes a message')
    .addHelpText('after', '\nExit code 1: it does not.')
    .action((id: string, options: Options) => runCommand(() => test(doorOf(options), id)));
  command('rotate <id>', 'give it a new secret, which is shown once')
    .option('--overlap <hours>', 'how long the old one signs as well', wholeNumber(0, 168), 24)
    .action((id: string, options: Options & { overlap: number }) =>
      runCommand(() => rotate(doorOf(options), id, options.overlap)),
    );
  command('deliveries <id>', 'what went to it, or waits to go; newest first')
    .option('--waiting', 'only what waits')
    .addHelpText('after', '\nExit code 1: something waits that was tried in vain.')
    .action((id: string, options: Options & { waiting?: boolean }) =>
      runCommand(() => deliveries(doorOf(options), id, options.waiting ?? false)),
    );
  command('delete <id>', 'delete it and what waits for it').action((id: string, options: Options) =>
    runCommand(() => remove(doorOf(options), id)),
  );
}

/** What of the feed is told. */
const wanting = (command: Command): Command =>
  command
    .option('--description <text>', 'for people')
    .option('--topics <list>', 'families of events, comma between', words)
    .option('--types <list>', 'names of events', words)
    .option('--jurisdictions <list>', 'countries that referrals come from or go to', words)
    .option('--priorities <list>', 'such as P1,P2', words);

const WORDS = [
  ['enable', 'challenge it and send to it'],
  ['disable', 'send nothing for now; nothing is lost'],
] as const;

const doorOf = ({ data, as }: Options): AgencyDoor => new AgencyDoor(new DataFolder(data), as);

const webhookShape = z.looseObject({
  id: z.string(),
  url: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
  failures: z.number(),
  reading: z.string().nullable(),
});
const secretShape = z.looseObject({ secret: z.string() });
const deliveryShape = z.looseObject({
  id: z.string(),
  type: z.string(),
  referral: z.string(),
  status: z.string(),
  urgent: z.boolean(),
  filedAt: z.string(),
  failures: z.number(),
  tries: z.array(z.looseObject({ outcome: z.string(), status: z.number().nullable() })),
});

type WebhookShown = z.output<typeof webhookShape>;

async function list(door: AgencyDoor): Promise<ExitCode> {
  const { items } = await door.get(PATH, z.looseObject({ items: z.array(webhookShape) }));
  new Screen().say(table(COLUMNS, items.map(rowOf)));
  return EXIT.fine;
}

const titled = (...titles: readonly string[]): { title: string }[] => titles.map((title) => ({ title }));
const COLUMNS = titled('id', 'status', 'failures', 'feed', 'url');
const rowOf = ({ id, status, reason, failures, reading, url }: WebhookShown): (string | number)[] => [
  ...[id, reason === null ? status : `${status} (${reason})`, failures, reading ?? 'read', url],
];

async function add(door: AgencyDoor, url: string, options: AddOptions): Promise<ExitCode> {
  const { description, topics, types, jurisdictions, priorities, cursor, synthetic } = options;
  const body = { url, description, subscription: { topics, types, jurisdictions, priorities }, cursor, synthetic };
  const made = await command(door, PATH, body, webhookShape.extend(secretShape.shape));
  const screen = new Screen();
  screen.say(`${made.id}\n${made.secret}`);
  screen.note(`Keep the secret: it is not shown again. Then: bus webhooks enable ${made.id} --as ${options.as}`);
  return EXIT.fine;
}

async function change(door: AgencyDoor, id: string, options: ChangeOptions): Promise<ExitCode> {
  const { url, description, topics, types, jurisdictions, priorities, everything = false } = options;
  const given = { topics, types, jurisdictions, priorities };
  const isGiven = everything || Object.values(given).some((each) => each !== undefined);
  const body = { url, description, subscription: everything ? {} : isGiven ? given : undefined };
  const webhook = await command(door, `${PATH}/${id}`, body, webhookShape, 'PATCH');
  new Screen().say(`${webhook.id} is ${webhook.status} at ${webhook.url}`);
  return EXIT.fine;
}

async function say(door: AgencyDoor, id: string, word: string): Promise<ExitCode> {
  const webhook = await command(door, `${PATH}/${id}/${word}`, {}, webhookShape);
  new Screen().say(`${webhook.id} is ${webhook.status}`);
  return EXIT.fine;
}

async function test(door: AgencyDoor, id: string): Promise<ExitCode> {
  const shape = z.looseObject({ outcome: z.string(), status: z.number().nullable(), ms: z.number() });
  const { outcome, status, ms } = await command(door, `${PATH}/${id}/test`, {}, shape);
  new Screen().say(`${outcome}${status === null ? '' : ` ${status}`} after ${ms} ms`);
  return outcome === 'TAKEN' ? EXIT.fine : EXIT.finding;
}

async function rotate(door: AgencyDoor, id: string, overlapHours: number): Promise<ExitCode> {
  const { secret } = await command(door, `${PATH}/${id}/rotate`, { overlapHours }, secretShape);
  new Screen().say(secret);
  return EXIT.fine;
}

async function deliveries(door: AgencyDoor, id: string, waiting: boolean): Promise<ExitCode> {
  const path = `${PATH}/${id}/deliveries${waiting ? '?status=WAITING' : ''}`;
  const found = await door.find(path, z.looseObject({ items: z.array(deliveryShape) }));
  const items = found?.items ?? unknown(id);
  const titles = titled('filed', 'status', 'failures', 'last outcome', 'type', 'referral', 'webhook-id');
  new Screen().say(
    table(
      titles,
      items.map(({ filedAt, status, urgent, failures, tries, type, referral, id: item }) => {
        const last = tries.at(-1);
        const came = last ? `${last.outcome} ${last.status ?? ''}`.trim() : '';
        return [filedAt, urgent ? `${status} (P1)` : status, failures, came, type, referral, item];
      }),
    ),
  );
  return items.some(({ status, failures }) => status === 'WAITING' && failures > 0) ? EXIT.finding : EXIT.fine;
}

async function remove(door: AgencyDoor, id: string): Promise<ExitCode> {
  if ((await door.ask({ method: 'DELETE', path: `${PATH}/${id}` }, z.undefined())) === null) unknown(id);
  new Screen().say(`${id} is gone`);
  return EXIT.fine;
}

async function command<T>(
  door: AgencyDoor,
  path: string,
  body: object,
  shape: z.ZodType<T>,
  method: 'POST' | 'PATCH' = 'POST',
): Promise<T> {
  const headers = { 'Idempotency-Key': v7() };
  const answer = await door.ask({ method, path, headers, body: JSON.stringify(body) }, shape);
  return answer ?? unknown(path.slice(PATH.length + 1).split('/')[0] ?? '');
}

function unknown(id: string): never {
  throw new CliFault(EXIT.usage, `the agency has no webhook ${id}`, 'see bus webhooks list');
}
