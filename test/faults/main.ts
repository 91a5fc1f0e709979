import { randomInt } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { wholeNumber } from '../../apps/cli/src/terminal/options.js';
import { commitId } from '../figures/commit.js';
import { Lines, publish } from '../figures/lines.js';
import { programOf } from '../terminal/program.js';
import { matrix, rowsOf } from './matrix.js';
import { elsewhere, missingFor } from './needs.js';
import { outcomeOf } from './outcome.js';
import { countsOf, recordOf, type RunRecord } from './record.js';
import { ID_WIDTH, lineOf, tableOf } from './report.js';
import type { Row } from './row.js';
import { type Run, runRow } from './run-row.js';
import { type Stage, Stages } from './stage.js';

interface Options {
  readonly only?: readonly string[];
  readonly seed?: number;
  readonly runs: number;
  readonly keep?: string;
  readonly record?: boolean;
  readonly list?: boolean;
}

const options = programOf('faults', 'Breaks a bus on purpose while agencies use it, and looks for what that changed.')
  .option('--only <ids...>', 'rows, such as X5.kill, or X5 for all its variants; everything when left out')
  .option('--seed <n>', 'the first of seeds that follow each other, the same for every row', wholeNumber(0, 0xffffffff))
  .option('--runs <n>', 'of each row', wholeNumber(1, 100_000), 3)
  .option('--keep <folder>', 'for the logs of runs that fail')
  .option('--record', 'adds every run to docs/faults.jsonl, and the counts to docs/faults.md')
  .option('--list', 'names the rows')
  .parse()
  .opts<Options>();

/** Of what runs from now on, whatever is committed meanwhile. */
const commit = options.record ? commitId() : null;
const recorded = new Lines<RunRecord>('docs/faults.jsonl');

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Seeds follow each other, so that `--seed 42 --runs 20` is 42 to 61, the same for every row. */
async function main(): Promise<number> {
  if (options.list) {
    for (const { id, title } of matrix) say(`${id.padEnd(ID_WIDTH)} ${title}`);
    return 0;
  }
  const rows = rowsOf((options.only ?? []).flatMap((names) => names.split(',')));
  const code = await elsewhere(rows);
  if (code !== null) return code;
  const first = options.seed ?? randomInt(1_000_000);
  const runs: Run[] = [];
  const skipped: { id: string; why: string }[] = [];
  const stages = new Stages();
  try {
    for (const row of rows) {
      const why = missingFor(row);
      if (why === null)
        for (let seed = first; seed < first + options.runs; seed++) runs.push(await once(row, seed, stages));
      else {
        skipped.push({ id: row.id, why });
        say(`-      ${row.id.padEnd(ID_WIDTH)} not run: ${why}`);
      }
    }
  } finally {
    await stages.close();
  }
  say(`\n${tableOf(runs, skipped)}`);
  if (commit !== null) publish('docs/faults.md', 'runs', countsOf(rowsOf([]), recorded.all()));
  return runs.every((run) => outcomeOf(run) === 'held') ? 0 : 1;
}

/** After a failure, and after a row that leaves nothing fit for others, the next run has a stage of its own. */
async function once(row: Row, seed: number, stages: Stages): Promise<Run> {
  const stage = await stages.for(row);
  const run = await runRow(row, seed, stage);
  say(lineOf(run));
  if (commit !== null) recorded.add(recordOf(run, commit));
  const failed = run.failures.length > 0;
  if (failed) keepLogs(stage, run);
  if (failed || row.spoils === true) await stages.close();
  return run;
}

function keepLogs({ bus, services }: Stage, { row, seed }: Run): void {
  if (options.keep === undefined) return;
  const folder = join(options.keep, `${row.id}-${seed}`);
  cpSync(bus.folder, folder, { recursive: true });
  for (const part of ['kafka', 'postgres', 'registry']) {
    cpSync(join(services.folder, part, `${part}.log`), join(folder, `${part}.log`));
  }
}

// not by itself: Node's own cleanup was seen to turn in circles for ever over requests of connections that a fault had cut
process.exit(await main());
