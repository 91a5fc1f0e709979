import { hostname, userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { LANE_COUNT } from '#libs/contracts';
import { DataFolder } from '../bus/data-folder.js';
import { confirm, seal } from '../journal/decisions.js';
import { refill } from '../journal/refill.js';
import { sealed, status } from '../journal/standing.js';
import { assertJournal, openWorkshop, type Workshop } from '../journal/workshop.js';
import type { ExitCode } from '../terminal/fault.js';
import { wholeNumber } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';

interface Data {
  readonly data?: string;
}

interface RefillOptions extends Data {
  readonly lane?: number;
  readonly dryRun?: boolean;
  readonly seal?: boolean;
  readonly wait: number;
}

interface Decision extends Data {
  readonly reason: string;
  readonly by: string;
}

/** Commands for the hours after a restart or a restore of the journal: docs/operations/after-a-loss.md. */
export function journalCommands(program: Command): void {
  const journal = program.command('journal').description('what the journal accepts, and its repair from the topics');
  const data = ['--data <dir>', 'data folder of the bus'] as const;
  const lane = ['--lane <n>', 'one lane', wholeNumber(0, LANE_COUNT - 1)] as const;
  const reason = ['--reason <text>', 'why, for the record', sentence] as const;
  const by = ['--by <who>', 'who decides, for the record', sentence, `${userInfo().username}@${hostname()}`] as const;
  journal
    .command('status')
    .description('whether commands are accepted, and in which lanes not')
    .option(...data)
    .action((options: Data) => run(options, status));
  journal
    .command('refill')
    .description('put back from the topics what a restored journal lacks')
    .option(...lane)
    .option('--dry-run', 'only say what would be done')
    .option('--seal', 'seal lanes that cannot be put back without a hole: for ever')
    .option('--wait <seconds>', 'how long to wait until the relay opens the lanes', wholeNumber(0, 3600), 30)
    .option(...data)
    .action((options: RefillOptions) => run(options, (workshop) => refill(workshop, options)));
  journal
    .command('confirm')
    .description('state that the journal was not restored, where the topics cannot be asked')
    .requiredOption(...reason)
    .option(...by)
    .option(...data)
    .action((options: Decision) => run(options, (workshop) => confirm(workshop, options)));
  journal
    .command('seal')
    .description('let nothing be accepted in a lane any more, for ever')
    .requiredOption(...lane)
    .requiredOption(...reason)
    .option(...by)
    .option(...data)
    .action((options: Decision & { lane: number }) => run(options, (workshop) => seal(workshop, options)));
  journal
    .command('sealed')
    .description('sealed lanes, why, and their referrals that somebody has to repair')
    .option(...data)
    .action((options: Data) => run(options, sealed));
}

function run({ data }: Data, work: (workshop: Workshop) => Promise<ExitCode>): Promise<void> {
  return runCommand(async () => {
    const workshop = openWorkshop(new DataFolder(data));
    try {
      await assertJournal(workshop);
      return await work(workshop);
    } finally {
      await workshop.close();
    }
  });
}

/** One line of words: it goes into a row and into a log. */
function sentence(text: string): string {
  const said = text.trim();
  if (said.length < 3 || said.length > 300 || /\p{C}/u.test(said))
    throw new InvalidArgumentError('It must be one line of 3 to 300 characters.');
  return said;
}
