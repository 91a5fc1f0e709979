import { type Outcome, outcomeOf } from './outcome.js';
import type { Run } from './run-row.js';

export const ID_WIDTH = 36;

const seconds = (ms: number | null): string => (ms === null ? '-' : `${(ms / 1000).toFixed(1)} s`);

const VERDICTS: Record<Outcome, string> = { held: 'ok    ', failed: 'FAILED', 'not injected': 'MISSED' };

/** One line a run; of a failing one also what failed, and the command that repeats it. */
export function lineOf(run: Run): string {
  const { row, seed, notes, failures, missed, recoveryMs, slowness, seconds: took } = run;
  const verdict = VERDICTS[outcomeOf(run)];
  const head = `${verdict} ${row.id.padEnd(ID_WIDTH)} seed ${seed}  recovered in ${seconds(recoveryMs)}  (${took.toFixed(0)} s${slowness > 1.5 ? `, machine ${slowness.toFixed(1)} times slower than usual` : ''})  ${notes.join('; ')}`;
  if (outcomeOf(run) === 'held') return head;
  const below = [...failures, ...missed.map((what) => `not injected: ${what}`), `repeat: ${repeatOf(row.id, seed)}`];
  return [head, ...below.map((line) => `         ${line}`)].join('\n');
}

const repeatOf = (id: string, seed: number): string => `npm run faults -- --only ${id} --seed ${seed} --runs 1`;

/** The final table: how many runs of each row held, and how long recovery took. */
export function tableOf(
  runs: readonly Run[],
  skipped: readonly { readonly id: string; readonly why: string }[],
): string {
  const byRow = Map.groupBy(runs, ({ row }) => row.id);
  const lines = [...byRow].map(([id, some]) => {
    const held = some.filter((run) => outcomeOf(run) === 'held').length;
    const times = some.flatMap(({ recoveryMs }) => recoveryMs ?? []);
    const worst = times.length === 0 ? null : Math.max(...times);
    const median = times.toSorted((a, b) => a - b)[times.length >> 1] ?? null;
    return `${id.padEnd(ID_WIDTH)} ${`${held}/${some.length}`.padStart(7)}  ${seconds(median).padStart(8)}  ${seconds(worst).padStart(8)}  ${some[0]?.row.title}`;
  });
  const missed = skipped.map(({ id, why }) => `${id.padEnd(ID_WIDTH)} not run: ${why}`);
  return [
    `${'row'.padEnd(ID_WIDTH)} ${'held'.padStart(7)}  ${'recovery'.padStart(8)}  ${'worst'.padStart(8)}`,
    ...lines,
    ...missed,
  ].join('\n');
}
