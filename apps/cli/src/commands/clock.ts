import { advanceBusClock, readBusClock } from '#libs/journal';
import type { Command } from 'commander';
import { Pool } from 'pg';
import { DataFolder } from '../bus/data-folder.js';
import { databaseUrl } from '../bus/database-url.js';
import { timeInWords } from '../journal/words.js';
import { CliFault, EXIT, type ExitCode, wordsOf } from '../terminal/fault.js';
import { DATA_OPTION, duration } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';

interface Options {
  readonly data?: string;
}

const screen = new Screen();

/** The time of the bus, which tests and training put ahead: docs/operations/clocks.md. */
export function clockCommands(program: Command): void {
  const clock = program.command('clock').description('the time that the bus judges by');
  clock
    .command('status')
    .description('what time it is for the bus, and whether that is put ahead')
    .option(...DATA_OPTION)
    .action((options: Options) => run(options, status));
  clock
    .command('advance')
    .description('put the time ahead, for tests and training only: it never goes back')
    .requiredOption('--by <time>', 'such as 90s, 30m, 8h or 14d', duration)
    .option(...DATA_OPTION)
    .action((options: Options & { by: number }) => run(options, (journal) => advance(journal, options.by)));
}

async function status(journal: Pool): Promise<ExitCode> {
  const clock = await readBusClock(journal);
  screen.say(timeInWords(clock));
  if (clock.adjustable) screen.say('It may be put ahead: this bus was created for tests and training.');
  return clock.aheadMs === 0 ? EXIT.fine : EXIT.finding;
}

async function advance(journal: Pool, byMs: number): Promise<ExitCode> {
  const clock = await advanceBusClock(journal, byMs);
  if (!clock)
    throw new CliFault(
      EXIT.usage,
      'this bus was not created with a time that may be put ahead',
      'try it on one of npm start',
    );
  screen.say(timeInWords(clock));
  return EXIT.fine;
}

function run({ data }: Options, work: (journal: Pool) => Promise<ExitCode>): Promise<void> {
  return runCommand(async () => {
    const connectionString = databaseUrl(new DataFolder(data).endpoints(), 'journal');
    const journal = new Pool({
      connectionString,
      application_name: 'bus-clock',
      max: 1,
      connectionTimeoutMillis: 5_000,
    });
    journal.on('error', () => undefined); // the next query says what is wrong
    try {
      await journal.query('SELECT 1').catch((cause: unknown) => {
        throw new CliFault(
          EXIT.unreachable,
          `the journal cannot be reached (${wordsOf(cause)})`,
          'start the bus with npm start',
          { cause },
        );
      });
      return await work(journal);
    } finally {
      await journal.end();
    }
  });
}
