import type { Command } from 'commander';
import { DataFolder } from '../bus/data-folder.js';
import { EXIT, type ExitCode } from '../terminal/fault.js';
import { DATA_OPTION, wholeNumber } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { counted } from '../terminal/table.js';
import type { Checked, Finding } from '../verify/finding.js';
import { Verification } from '../verify/verification.js';

interface Options {
  readonly data?: string;
  readonly ledger?: string;
  readonly json?: boolean;
  readonly wait: number;
}

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('prove that nothing was lost, doubled or put out of order')
    .option(...DATA_OPTION)
    .option('--ledger <file>', 'what agencies were told, as bus simulate wrote it down')
    .option('--wait <seconds>', 'how long consumers may take to catch up first', wholeNumber(0, 3600), 60)
    .option('--json', 'for scripts')
    .action((options: Options) => runCommand(() => verify(options)));
}

async function verify({ data, ledger, json, wait }: Options): Promise<ExitCode> {
  const screen = new Screen();
  const checks: Checked[] = [];
  const verification = new Verification(new DataFolder(data), {
    waitMs: wait * 1000,
    ...(ledger !== undefined && { ledger }),
  });
  try {
    let begun = Date.now();
    for await (const checked of verification.run()) {
      checks.push(checked);
      if (!json) screen.say(lineOf(checked, (Date.now() - begun) / 1000));
      begun = Date.now();
    }
  } finally {
    await verification.close();
  }
  const findings = checks.flatMap((each) => each.findings);
  if (json) screen.json({ checks, sound: findings.length === 0 });
  else screen.say(verdictOf(findings));
  return findings.length === 0 ? EXIT.fine : EXIT.finding;
}

function lineOf({ name, looked, of, findings }: Checked, seconds: number): string {
  const head = `${findings.length === 0 ? 'ok    ' : 'FOUND '} ${name.padEnd(58)} ${counted(looked)} ${of} (${seconds.toFixed(1)} s)`;
  return [head, ...findings.map(({ kind, what }) => `         ${kind}: ${what}`)].join('\n');
}

function verdictOf(findings: readonly Finding[]): string {
  const count = (kind: Finding['kind']): number => findings.filter((each) => each.kind === kind).length;
  const others = count('other');
  return `verified: ${count('lost')} lost, ${count('doubled')} doubled, ${count('out of order')} out of order${others > 0 ? `, ${others} other findings` : ''}`;
}
