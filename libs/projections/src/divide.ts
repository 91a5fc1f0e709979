import type { LogRecord } from '#libs/event-log';
import type { LaneRun } from './lane-run.js';
import { ImpossibleEventError } from './applier.js';

/**
 * What an error says of who is at fault among records that failed together: the one whose handler threw, or those of the key that
 * the database names with the row that it refuses. It may name another row than the culprit's, and it may name none.
 */
export function suspectsOf(error: unknown, runs: readonly LaneRun[]): LogRecord[] {
  if (error instanceof ImpossibleEventError) return error.record ? [error.record] : [];
  const detail = error instanceof Error && 'detail' in error ? String(error.detail) : '';
  const records = runs.flatMap((run) => run.records);
  const named = records.find(({ key }) => detail.includes(key))?.key;
  return records.filter(({ key }) => key === named);
}

/** The lane of suspects up to the last of them, and all that is left: nothing, where nobody is suspected. The order within a lane stays. */
export function upTo(
  runs: readonly LaneRun[],
  suspects: readonly LogRecord[],
): readonly [first: readonly LaneRun[], rest: readonly LaneRun[]] {
  const suspected = new Set(suspects);
  const run = runs.find(({ records }) => records.some((record) => suspected.has(record)));
  if (!run) return [[], runs];
  const end = run.records.findLastIndex((record) => suspected.has(record)) + 1;
  return [part(run, 0, end), [...part(run, end, run.records.length), ...runs.filter((each) => each !== run)]];
}

/** Null for what cannot be halved. The order within a lane stays. */
export function halve(runs: readonly LaneRun[]): readonly [readonly LaneRun[], readonly LaneRun[]] | null {
  const [only] = runs;
  if (!only) return null;
  if (runs.length > 1) {
    const middle = runs.length >> 1;
    return [runs.slice(0, middle), runs.slice(middle)];
  }
  const { length } = only.records;
  const middle = length >> 1;
  return middle > 0 ? [part(only, 0, middle), part(only, middle, length)] : null;
}

/** Consecutive records of a run, or none; only its end says where to read from afterwards. */
function part(run: LaneRun, begin: number, end: number): LaneRun[] {
  if (begin === end) return [];
  const { records, offsets, again } = run;
  const from = records[begin - 1]?.position ?? run.from;
  const whole = { ...run, from, records: records.slice(begin, end) };
  return [end === records.length ? { ...whole, offsets, again } : { ...whole, offsets: null, again: [] }];
}
