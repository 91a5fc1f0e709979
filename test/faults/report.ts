import type { Run } from './run-row.js';

const seconds = (ms: number | null): string => (ms === null ? '-' : `${(ms / 1000).toFixed(1)} s`);

/** One line a run; of a failing one also what failed, and the command that repeats it. */
export function lineOf({ row, seed, notes, failures, recoveryMs, slowness, seconds: took }: Run): string {
  const verdict = failures.length === 0 ? 'ok    ' : 'FAILED';
  const head = `${verdict} ${row.id.padEnd(22)} seed ${seed}  recovered in ${seconds(recoveryMs)}  (${took.toFixed(0)} s${slowness > 1.5 ? `, machine ${slowness.toFixed(1)} times slower than usual` : ''})  ${notes.join('; ')}`;
  if (failures.length === 0) return head;
  return [head, ...failures.map((failure) => `         ${failure}`), `         repeat: ${repeatOf(row.id, seed)}`].join(
    '\n',
  );
}

const repeatOf = (id: string, seed: number): string => `npm run faults -- --only ${id} --seed ${seed} --runs 1`;

/** The final table: how many runs of each row held, and how long recovery took. */
export function tableOf(
  runs: readonly Run[],
  skipped: readonly { readonly id: string; readonly why: string }[],
): string {
  const byRow = Map.groupBy(runs, ({ row }) => row.id);
  const lines = [...byRow].map(([id, some]) => {
    const held = some.filter(({ failures }) => failures.length === 0).length;
    const times = some.flatMap(({ recoveryMs }) => recoveryMs ?? []);
    const worst = times.length === 0 ? null : Math.max(...times);
    const median = times.toSorted((a, b) => a - b)[times.length >> 1] ?? null;
    return `${id.padEnd(22)} ${`${held}/${some.length}`.padStart(7)}  ${seconds(median).padStart(8)}  ${seconds(worst).padStart(8)}  ${some[0]?.row.title}`;
  });
  const missed = skipped.map(({ id, why }) => `${id.padEnd(22)} not run: ${why}`);
  return [
    `${'row'.padEnd(22)} ${'held'.padStart(7)}  ${'recovery'.padStart(8)}  ${'worst'.padStart(8)}`,
    ...lines,
    ...missed,
  ].join('\n');
}
