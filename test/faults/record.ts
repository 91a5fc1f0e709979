import { today } from '../figures/lines.js';
import type { Row } from './row.js';
import type { Run } from './run-row.js';

/** A run as docs/faults.jsonl has it. */
export interface RunRecord {
  readonly row: string;
  readonly seed: number;
  readonly held: boolean;
  readonly recoveryMs: number | null;
  readonly slowness: number;
  readonly date: string;
  readonly commit: string;
}

export function recordOf({ row, seed, failures, recoveryMs, slowness }: Run, commit: string): RunRecord {
  return {
    row: row.id,
    seed,
    held: failures.length === 0,
    recoveryMs: recoveryMs === null ? null : Math.round(recoveryMs),
    slowness: Math.round(slowness * 10) / 10,
    date: today(),
    commit,
  };
}

/** Markdown. A run that failed stays in the counts, with the seed and the commit that repeat it. */
export function countsOf(rows: readonly Pick<Row, 'id'>[], records: readonly RunRecord[]): string {
  const byRow = Map.groupBy(records, ({ row }) => row);
  return [
    `${records.length} runs, ${records.filter(({ held }) => held).length} held.`,
    '',
    '| row | runs | held | median recovery | worst | last | failed under |',
    '| --- | ---: | ---: | ---: | ---: | --- | --- |',
    ...rows.map(({ id }) => lineOf(id, byRow.get(id) ?? [])),
  ].join('\n');
}

function lineOf(id: string, runs: readonly RunRecord[]): string {
  const last = runs.at(-1);
  if (!last) return `| \`${id}\` | 0 | | | | never run | |`;
  const held = runs.filter((run) => run.held);
  const times = held.flatMap(({ recoveryMs }) => recoveryMs ?? []).sort((a, b) => a - b);
  const failed = runs.filter((run) => !run.held).map(({ seed, commit }) => `${seed} at ${commit}`);
  const cells = [runs.length, held.length, seconds(times[times.length >> 1]), seconds(times.at(-1))];
  return `| \`${id}\` | ${cells.join(' | ')} | ${last.date}, ${last.commit} | ${failed.join(', ')} |`;
}

const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`);
