import type { Command } from 'commander';
import { LANE_COUNT } from '#libs/contracts';
import { type Checked, LedgerError, SourceAwayError, Verification } from '#libs/verification';
import { DataFolder } from '../bus/data-folder.js';
import { CliFault, EXIT, type ExitCode, wordsOf } from '../terminal/fault.js';
import { DATA_OPTION, listOfNumbers, wholeNumber } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { counted } from '../terminal/table.js';
import { sourcesOf } from '../verify/sources-of.js';

interface Options {
  readonly data?: string;
  readonly ledger?: string;
  readonly json?: boolean;
  readonly wait: number;
  readonly lanes?: number[];
}

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('prove that nothing was lost, doubled or put out of order; the bus may be working meanwhile')
    .option(...DATA_OPTION)
    .option('--ledger <file>', 'what agencies were told, as bus simulate wrote it down')
    .option('--wait <seconds>', 'how long consumers may take to catch up first', wholeNumber(0, 3600), 60)
    .option('--lanes <list>', 'only these, such as 3,5-9', listOfNumbers(LANE_COUNT - 1))
    .option('--json', 'for scripts')
    .action((options: Options) => runCommand(() => verify(options).catch(explained)));
}

async function verify({ data, ledger, json, wait, lanes }: Options): Promise<ExitCode> {
  const screen = new Screen();
  const checks: Checked[] = [];
  const onProgress = (text: string): void => screen.progress(text);
  const sources = sourcesOf(new DataFolder(data));
  const verification = new Verification(sources, { waitMs: wait * 1000, ledger, lanes, onProgress });
  try {
    for await (const checked of verification.run()) {
      checks.push(checked);
      if (!json) screen.say(lineOf(checked));
    }
  } finally {
    await verification.close();
  }
  const sound = checks.every(({ findings }) => findings.length === 0);
  const { repeated, passedOver } = verification;
  if (json) screen.json({ checks, sound, repeated, sealedLanes: passedOver });
  else {
    if (passedOver.length > 0)
      screen.say(`sealed and not compared: lanes ${passedOver.join(', ')} (bus journal sealed)`);
    screen.say(verdictOf(checks, repeated));
  }
  return sound ? EXIT.fine : EXIT.finding;
}

function lineOf({ id, name, looked, of, findings, more }: Checked): string {
  const head = `${findings.length === 0 ? 'ok   ' : 'FOUND'}  ${id.padEnd(7)}  ${name.padEnd(62)}  ${counted(looked)} ${of}`;
  const listed = findings.map(({ kind, at, what }) => `                ${kind}: ${at}: ${what}`);
  return [head, ...listed, ...(more > 0 ? [`                and ${counted(more)} more`] : [])].join('\n');
}

function verdictOf(checks: readonly Checked[], repeated: number): string {
  const past = `${counted(repeated)} records repeated by the relay, read past`;
  const found = checks.reduce((sum, { findings, more }) => sum + findings.length + more, 0);
  if (found === 0) return `verified: nothing found (${past})`;
  const kinds = [...new Set(checks.flatMap(({ findings }) => findings.map(({ kind }) => kind)))];
  return `NOT verified: ${counted(found)} findings: ${kinds.join(', ')} (${past})`;
}

function explained(error: unknown): never {
  if (error instanceof SourceAwayError)
    throw new CliFault(
      EXIT.unreachable,
      `${error.message} (${wordsOf(error.cause)})`,
      'start the bus with npm start, or name its data folder with --data DIR',
      { cause: error },
    );
  if (error instanceof LedgerError)
    throw new CliFault(EXIT.usage, error.message, 'give the file that bus simulate wrote', { cause: error });
  throw error;
}
