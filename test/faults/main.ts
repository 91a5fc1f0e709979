import { randomInt } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { matrix, rowsOf } from './matrix.js';
import { elsewhere, missingFor } from './needs.js';
import { lineOf, tableOf } from './report.js';
import { type Run, runRow } from './run-row.js';
import { type Stage, Stages } from './stage.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string' },
    runs: { type: 'string', default: '3' },
    /** A folder for the logs of runs that fail. */
    keep: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Seeds follow each other, so that `--seed 42 --runs 20` is 42 to 61, the same for every row. */
async function main(): Promise<number> {
  if (values.list) {
    for (const { id, title } of matrix) say(`${id.padEnd(22)} ${title}`);
    return 0;
  }
  const rows = rowsOf(values.only.flatMap((names) => names.split(',')));
  const code = await elsewhere(rows);
  if (code !== null) return code;
  const first = Number(values.seed ?? randomInt(1_000_000));
  const runs: Run[] = [];
  const skipped: { id: string; why: string }[] = [];
  const stages = new Stages();
  try {
    for (const row of rows) {
      const why = missingFor(row);
      if (why !== null) {
        skipped.push({ id: row.id, why });
        say(`-      ${row.id.padEnd(22)} not run: ${why}`);
        continue;
      }
      for (let seed = first; seed < first + Number(values.runs); seed++) {
        const stage = await stages.for(row);
        const run = await runRow(row, seed, stage);
        runs.push(run);
        say(lineOf(run));
        const failed = run.failures.length > 0;
        if (failed) keepLogs(stage, run);
        if (failed || row.spoils === true) await stages.close();
      }
    }
  } finally {
    await stages.close();
  }
  say(`\n${tableOf(runs, skipped)}`);
  return runs.every(({ failures }) => failures.length === 0) ? 0 : 1;
}

function keepLogs({ bus, services }: Stage, { row, seed }: Run): void {
  if (values.keep === undefined) return;
  const folder = join(values.keep, `${row.id}-${seed}`);
  cpSync(bus.folder, folder, { recursive: true });
  for (const part of ['kafka', 'postgres', 'registry']) {
    cpSync(join(services.folder, part, `${part}.log`), join(folder, `${part}.log`));
  }
}

process.exitCode = await main();
