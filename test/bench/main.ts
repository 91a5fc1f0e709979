import { parseArgs } from 'node:util';
import { withBench } from './harness/bench.js';
import { CheckFailed } from './harness/row.js';
import { record, readResults, table } from './harness/results.js';
import { type RowRun, runRow } from './harness/run-row.js';
import { groups } from './groups.js';

const { values } = parseArgs({
  options: {
    /** One group; all of them when left out. */
    group: { type: 'string' },
    /** Rows whose id holds this text, or one of several between commas. */
    only: { type: 'string' },
    repeats: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    /** How long the memory is watched, a repeat. */
    minutes: { type: 'string', default: '1' },
    /** Profiles every row. */
    profile: { type: 'boolean', default: false },
    /** Prints and writes nothing down. */
    dry: { type: 'boolean', default: false },
  },
});
const options = {
  repeats: Number(values.repeats),
  seconds: Number(values.seconds),
  minutes: Number(values.minutes),
  profile: values.profile,
};
const only = (values.only ?? '').split(',');
const wanted = groups.filter(({ name }) => values.group === undefined || name === values.group);
if (wanted.length === 0) throw new Error(`groups: ${groups.map(({ name }) => name).join(', ')}`);

let failed = 0;
for (const { name, parts, rows } of wanted) {
  const chosen = rows.filter(({ id }) => only.some((part) => id.includes(part)));
  if (chosen.length === 0) continue;
  await withBench(options, parts, async (bench) => {
    const runs: RowRun[] = [];
    for (const row of chosen) {
      try {
        runs.push(await runRow(row, bench));
        if (!values.dry) record(name, rows, runs.slice(-1));
      } catch (error) {
        if (!(error instanceof CheckFailed)) throw error;
        failed += 1;
        bench.report(`${row.id}: no figure, ${error.message}`);
      }
    }
    const results = values.dry ? runs.map(({ result }) => result) : readResults();
    process.stdout.write(`${table(chosen, results)}\n${runs.flatMap(({ notes }) => notes).join('\n')}\n`);
  });
}
process.exitCode = failed > 0 ? 1 : 0;
