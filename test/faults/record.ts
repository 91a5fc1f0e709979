import { today } from '../figures/lines.js';
import { outcomeOf } from './outcome.js';
import type { Row } from './row.js';
import type { Run } from './run-row.js';

/** A run as docs/faults.jsonl has it. */
export interface RunRecord {
  readonly row: string;
  readonly seed: number;
  readonly held: boolean;
  /** Faults that did not come, of a run that is therefore neither held nor failed. */
  readonly notInjected?: readonly string[];
  readonly recoveryMs: number | null;
  readonly slowness: number;
  readonly date: string;
  readonly commit: string;
}

export function recordOf(run: Run, commit: string): RunRecord {
  const { row, seed, missed, recoveryMs, slowness } = run;
  const outcome = outcomeOf(run);
  return {
    row: row.id,
    seed,
    held: outcome === 'held',
    ...(outcome === 'not injected' && { notInjected: missed }),
    recoveryMs: recoveryMs === null ? null : Math.round(recoveryMs),
    slowness: Math.round(slowness * 10) / 10,
    date: today(),
    commit,
  };
}

/**
 * Markdown. A run that failed stays in the counts, with the seed and the commit that repeat it; one whose fault did not come
 * is counted beside them.
 */
export function countsOf(rows: readonly Pick<Row, 'id'>[], records: readonly RunRecord[]): string {
  const byRow = Map.groupBy(records, ({ row }) => row);
  return [
    `${records.length} runs, ${records.filter(({ held }) => held).length} held, ${records.filter(isMissed).length} not injected.`,
    '',
    '| row | runs | held | not injected | median recovery | worst | last | failed under |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |',
    ...rows.map(({ id }) => lineOf(id, byRow.get(id) ?? [])),
  ].join('\n');
}

function lineOf(id: string, runs: readonly RunRecord[]): string {
  const last = runs.at(-1);
  if (!last) return `| \`${id}\` | 0 | | | | | never run | |`;
  const held = runs.filter((run) => run.held);
  const times = held.flatMap(({ recoveryMs }) => recoveryMs ?? []).sort((a, b) => a - b);
  const missed = runs.filter(isMissed);
  const failed = runs.filter((run) => !run.held && !isMissed(run)).map(({ seed, commit }) => `${seed} at ${commit}`);
  const cells = [runs.length, held.length, missed.length, seconds(times[times.length >> 1]), seconds(times.at(-1))];
  return `| \`${id}\` | ${cells.join(' | ')} | ${last.date}, ${last.commit} | ${failed.join(', ')} |`;
}

const isMissed = ({ notInjected }: RunRecord): boolean => notInjected !== undefined;

const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`);
