import type { BusClock } from '#libs/journal';
import type { Command } from 'commander';
import { DataFolder } from '../bus/data-folder.js';
import { BusTime } from '../bus/time.js';
import { timeInWords } from '../journal/words.js';
import { EXIT, type ExitCode } from '../terminal/fault.js';
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
    .action((options: Options) => runCommand(async () => status(await timeOf(options).read())));
  clock
    .command('advance')
    .description('put the time ahead, for tests and training only: it never goes back')
    .requiredOption('--by <time>', 'such as 90s, 30m, 8h or 14d', duration)
    .option(...DATA_OPTION)
    .action((options: Options & { by: number }) =>
      runCommand(async () => {
        screen.say(timeInWords(await timeOf(options).advance(options.by)));
        return EXIT.fine;
      }),
    );
}

const timeOf = ({ data }: Options): BusTime => new BusTime(new DataFolder(data));

function status(clock: BusClock): ExitCode {
  screen.say(timeInWords(clock));
  if (clock.adjustable) screen.say('It may be put ahead: this bus was created for tests and training.');
  return clock.aheadMs === 0 ? EXIT.fine : EXIT.finding;
}
