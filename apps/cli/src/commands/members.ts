import type { Command } from 'commander';
import { z } from 'zod';
import { DataFolder } from '../bus/data-folder.js';
import { StaffDoor } from '../bus/staff.js';
import { EXIT, type ExitCode } from '../terminal/fault.js';
import { DATA_OPTION } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';

interface Options {
  readonly data?: string;
  readonly json?: boolean;
}

export function membersCommands(program: Command): void {
  const members = program.command('members').description('who takes part');
  members
    .command('list')
    .description('agencies with their standing, country and roles')
    .option(...DATA_OPTION)
    .option('--json', 'for scripts')
    .action((options: Options) => runCommand(() => list(options)));
  members
    .command('desks')
    .description('desks of agencies, how they are reached, whether they are open now and when that changes')
    .option(...DATA_OPTION)
    .option('--json', 'for scripts')
    .action((options: Options) => runCommand(() => desks(options)));
  members
    .command('stakeholders')
    .description('the stakeholder document, in Markdown, to be published as it is')
    .option(...DATA_OPTION)
    .action((options: Options) => runCommand(() => stakeholders(options)));
}

const agenciesShape = z.looseObject({
  items: z.array(
    z.looseObject({ id: z.string(), country: z.string(), status: z.string(), roles: z.array(z.string()) }),
  ),
});
const desksShape = z.looseObject({
  items: z.array(
    z.looseObject({
      id: z.string(),
      contactPoints: z.array(
        z.looseObject({
          ...{ role: z.string(), desk: z.string(), phone: z.string().nullable(), email: z.string().nullable() },
          ...{ open: z.boolean().nullable(), changesAt: z.string().nullable(), hours: z.string().nullable() },
        }),
      ),
    }),
  ),
});
const documentShape = z.looseObject({ markdown: z.string() });

const doorOf = ({ data }: Options): StaffDoor => new StaffDoor(new DataFolder(data), ['SCHEME_ADMIN']);

async function list(options: Options): Promise<ExitCode> {
  const { items } = await doorOf(options).get('/v1/membership/agencies', agenciesShape);
  const screen = new Screen();
  if (options.json) screen.json(items);
  else {
    const titles = ['agency', 'country', 'standing', 'roles'].map((title) => ({ title }));
    screen.say(
      table(
        titles,
        items.map(({ id, country, status, roles }) => [id, country, status, roles.join(' ')]),
      ),
    );
  }
  return EXIT.fine;
}

async function desks(options: Options): Promise<ExitCode> {
  const { items } = await doorOf(options).get('/v1/membership/agencies', desksShape);
  const found = items.flatMap(({ id, contactPoints }) => contactPoints.map((each) => ({ agency: id, ...each })));
  const screen = new Screen();
  if (options.json) screen.json(found);
  else {
    const titles = ['agency', 'role', 'desk', 'telephone', 'mail', 'now', 'until'].map((title) => ({ title }));
    const rows = found.map(({ agency, role, desk, phone, email, open, changesAt, hours }) => [
      ...[agency, role, desk, phone, email],
      open === null ? `not known${hours === null ? '' : ` (${hours})`}` : open ? 'open' : 'closed',
      open === null ? null : (changesAt ?? 'always'),
    ]);
    screen.say(table(titles, rows));
  }
  return EXIT.fine;
}

async function stakeholders(options: Options): Promise<ExitCode> {
  const { markdown } = await doorOf(options).get('/v1/membership/stakeholders', documentShape);
  new Screen().say(markdown.trimEnd());
  return EXIT.fine;
}
