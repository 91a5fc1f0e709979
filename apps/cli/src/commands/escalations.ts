import type { Command } from 'commander';
import { rightsOf } from '#libs/domain';
import { DataFolder } from '../bus/data-folder.js';
import { AgencyDoor } from '../bus/staff.js';
import { OpenList } from '../escalations/open-list.js';
import { coverageShape } from '../escalations/shapes.js';
import { watch } from '../escalations/watch.js';
import { changeLine, inOrder, riskLine, tableOf } from '../escalations/words.js';
import { CliFault, EXIT, type ExitCode } from '../terminal/fault.js';
import { DATA_OPTION, wholeNumber } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';

interface Options {
  readonly data?: string;
  readonly agency?: string;
  readonly all?: boolean;
  readonly synthetic?: boolean;
  readonly watch?: boolean;
  readonly every: number;
  readonly json?: boolean;
}

export function escalationsCommand(program: Command): void {
  program
    .command('escalations')
    .description(
      'what was escalated and nobody has answered, and cases that are stuck: what was tried, and what comes next',
    )
    .option('--agency <agency>', 'as this agency sees it (else as every agency among the credentials does)')
    .option('--all', 'also what was answered or done')
    .option('--synthetic', 'exercises instead of real work')
    .option('--watch', 'then a line for each change that matters, until it is interrupted')
    .option('--every <seconds>', 'with --watch: how often it asks', wholeNumber(1, 3_600), 2)
    .option('--json', 'as JSON; with --watch one object a line')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExit code 1: something is overdue. 0 after --watch was interrupted.')
    .action((options: Options) => runCommand(() => escalations(options)));
}

async function escalations(options: Options): Promise<ExitCode> {
  const doors = doorsOf(options);
  const [door] = doors;
  if (!door) throw new CliFault(EXIT.usage, 'no agency among the credentials may hold cases', 'add one');
  const which = options.all ? [''] : ['&state=OPEN', '&stuck=true'];
  const list = new OpenList(
    doors,
    which.map((query) => `${query}${options.synthetic ? '&synthetic=true' : ''}`),
  );
  const found = inOrder(await list.now());
  const { items: risks } = await door.get('/v1/membership/coverage?live=false', coverageShape);
  const screen = new Screen();
  if (options.json) say(screen, options, { escalations: found, withoutLiveRole: risks });
  else {
    screen.say(found.length === 0 ? 'nothing is escalated' : tableOf(found));
    const risk = riskLine(risks);
    if (risk !== null) screen.say(`\n${risk}`);
  }
  if (!options.watch) return found.some(({ overdue }) => overdue.length > 0) ? EXIT.finding : EXIT.fine;
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  await watch(list, found, { everyMs: options.every * 1_000, signal: ended.signal, screen }, (change) => {
    if (options.json) say(screen, options, change);
    else screen.say(`${new Date().toISOString()}  ${change.change.padEnd(7)}  ${changeLine(change)}`);
  });
  return EXIT.fine;
}

function say(screen: Screen, { watch: lines }: Options, value: object): void {
  if (lines) screen.say(JSON.stringify(value));
  else screen.json(value);
}

/** Each agency once, in a role that may hold cases. */
function doorsOf({ data, agency }: Options): AgencyDoor[] {
  const folder = new DataFolder(data);
  if (agency !== undefined) return [new AgencyDoor(folder, agency)];
  const { clients } = folder.credentials();
  const holding = clients.filter(({ roles: [role = ''], member }) => {
    const { originate, receive } = rightsOf(role);
    return member && (originate || receive);
  });
  return [...new Set(holding.map((client) => client.agency))].map((each) => new AgencyDoor(folder, each));
}
