import { withBench, type BenchOptions } from './bench.js';
import type { Group } from './group.js';
import { record, recordGroup, readResults } from './results.js';
import type { Row } from './row.js';
import { type RowRun, runRow } from './run-row.js';
import { table } from './table.js';

export interface GroupOptions extends BenchOptions {
  readonly isWanted: (row: Row) => boolean;
  /** Writes nothing down. */
  readonly dry: boolean;
}

/**
 * Measures what is wanted of a group, one row after the other; a row that has no figure, because a check failed or because it
 * broke, does not keep the next ones from theirs.
 * @returns how many rows have no figure
 */
export async function runGroup(group: Group, options: GroupOptions): Promise<number> {
  const wanted = group.rows.filter(options.isWanted);
  if (wanted.length === 0) return 0;
  const [runs, begun]: [RowRun[], number] = [[], performance.now()];
  await withBench(options, group.parts, async (bench) => {
    for (const row of wanted) {
      try {
        const run = await runRow(row, bench);
        runs.push(run);
        if (!options.dry) record(group, run);
      } catch (error) {
        bench.report(
          `${row.id}: no figure, ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    }
  });
  const run = {
    group: group.name,
    seconds: Math.round((performance.now() - begun) / 1000),
    commit: options.commit,
  };
  const isWhole = runs.length === group.rows.length;
  if (isWhole && !options.dry) recordGroup(group, run);
  const { mostMinutes } = group;
  if (mostMinutes !== null && run.seconds > 60 * mostMinutes)
    process.stderr.write(`bench: WARNING: ${group.name} took ${run.seconds} s, more than its ${mostMinutes} minutes\n`);
  const results = options.dry
    ? { groups: isWhole ? [run] : [], rows: runs.map(({ result }) => result) }
    : readResults();
  const shown = { ...group, rows: wanted };
  process.stdout.write(`${table(shown, results)}\n${runs.flatMap(({ notes }) => notes).join('\n')}\n`);
  return wanted.length - runs.length;
}
