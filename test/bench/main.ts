import { Option } from 'commander';
import { wholeNumber } from '../../apps/cli/src/terminal/options.js';
import { programOf } from '../terminal/program.js';
import { withBench } from './harness/bench.js';
import { CheckFailed } from './harness/row.js';
import { record, readResults, table } from './harness/results.js';
import { type RowRun, runRow } from './harness/run-row.js';
import { groups } from './groups.js';

interface Options {
  readonly group?: string;
  readonly only?: string;
  readonly repeats: number;
  readonly seconds: number;
  readonly minutes: number;
  readonly profile?: boolean;
  readonly dry?: boolean;
}

const {
  group,
  only = '',
  dry,
  profile = false,
  ...times
} = programOf('bench', 'Measures every step against a limit that is measured in the same run.')
  .addOption(
    new Option('--group <name>', 'one group; all of them when left out').choices(groups.map(({ name }) => name)),
  )
  .option('--only <parts>', 'rows whose id holds this text, or one of several between commas')
  .option('--repeats <n>', 'of limit and figure, in turn', wholeNumber(1, 100), 3)
  .option('--seconds <n>', 'counted time of one measurement', wholeNumber(1, 600), 4)
  .option('--minutes <n>', 'how long the memory is watched, a repeat', wholeNumber(1, 600), 1)
  .option('--profile', 'profiles every row, not only those that miss their goal')
  .option('--dry', 'prints, and writes nothing down')
  .parse()
  .opts<Options>();
const parts = only.split(',');
const wanted = groups.filter(({ name }) => group === undefined || name === group);

let failed = 0;
for (const { name, parts: services, rows } of wanted) {
  const chosen = rows.filter(({ id }) => parts.some((part) => id.includes(part)));
  if (chosen.length === 0) continue;
  await withBench({ ...times, profile }, services, async (bench) => {
    const runs: RowRun[] = [];
    for (const row of chosen) {
      try {
        runs.push(await runRow(row, bench));
        if (!dry) record(name, rows, runs.slice(-1));
      } catch (error) {
        if (!(error instanceof CheckFailed)) throw error;
        failed += 1;
        bench.report(`${row.id}: no figure, ${error.message}`);
      }
    }
    const results = dry ? runs.map(({ result }) => result) : readResults();
    process.stdout.write(`${table(chosen, results)}\n${runs.flatMap(({ notes }) => notes).join('\n')}\n`);
  });
}
process.exitCode = failed > 0 ? 1 : 0;
