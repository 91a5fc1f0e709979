import type { ClientBase } from 'pg';
import { PRIORITIES, type Priority } from '#libs/contracts';
import type { Due } from '#libs/domain';
import { bigintArray, integerArray, smallintArray, textArray } from '../binary-array.js';
import type { Fold } from '../command.js';

/** What a key's clock is set to; null takes it away. */
export interface SetClock {
  readonly lane: number;
  readonly due: Due | null;
}

/** Stands for no clock. */
const NO_LEVEL = 0;

/** As the database orders levels: 1 to 4. One that this build does not know waits behind none. */
export const levelNumber = (level: Priority): number =>
  Math.max(
    0,
    PRIORITIES.findIndex((each) => each === level),
  ) + 1;

/** @returns what becomes of the clock; undefined where it stays as it is, so that nothing is written */
export function movedClock<State>(fold: Fold<State>, before: State, after: State, now: number): Due | null | undefined {
  if (!fold.due) return undefined;
  const [was, is] = [fold.due(before), fold.due(after)];
  const same = was?.at === is?.at && was?.level === is?.level;
  // what is due at once once more must not wait until its taker's time is over
  return same && (!is || is.at > now) ? undefined : is;
}

/** Under the locks of the lanes. */
export async function setClocks(client: ClientBase, clocks: ReadonlyMap<string, SetClock>): Promise<void> {
  if (clocks.size === 0) return;
  await client.query({
    name: 'clocks',
    text: 'SELECT set_clocks($1::text[], $2::integer[], $3::bigint[], $4::smallint[])',
    values: clockColumns([...clocks]),
  });
}

/** key, lane, time, level */
export function clockColumns(clocks: readonly (readonly [key: string, clock: SetClock])[]): Buffer[] {
  return [
    textArray(clocks.map(([key]) => key)),
    integerArray(clocks.map(([, { lane }]) => lane)),
    bigintArray(clocks.map(([, { due }]) => due?.at ?? 0)),
    smallintArray(clocks.map(([, { due }]) => (due ? levelNumber(due.level) : NO_LEVEL))),
  ];
}
