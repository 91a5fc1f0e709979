import type { LaneVector } from '#libs/kernel';
import { LaneCursor } from './lane-cursor.js';
import { textOf } from './pending.js';

/** A key that another command holds. */
export interface HeldKey {
  readonly request: Buffer;
  readonly lane: number;
  /** The holder's events follow this position. */
  readonly base: number;
  /** The answer of a command that changed nothing. */
  readonly standing: string | null;
}

export interface StoredState {
  readonly position: number;
  readonly text: string;
}

/** What `load_batch` found under the locks that it took. */
export interface LoadedBatch {
  readonly now: number;
  readonly lanes: ReadonlyMap<number, LaneCursor>;
  readonly sealed: ReadonlySet<number>;
  /** Lanes that take nothing for now. */
  readonly closed: ReadonlySet<number>;
  /** By key digest, as `textOf` has it. */
  readonly heldKeys: ReadonlyMap<string, HeldKey>;
  /** By Kafka key. */
  readonly states: ReadonlyMap<string, StoredState>;
}

type Row = [
  kind: string,
  lane: number,
  position: string,
  vector: string[],
  bytes: Buffer,
  request: Buffer,
  text: string,
  time: string,
  sealed: boolean,
];

export function readLoadedBatch(rows: readonly Row[]): LoadedBatch {
  let now = Number.NaN;
  const lanes = new Map<number, LaneCursor>();
  const sealed = new Set<number>();
  const closed = new Set<number>();
  const heldKeys = new Map<string, HeldKey>();
  const states = new Map<string, StoredState>();
  for (const [kind, lane, position, vector, bytes, request, text, time, isSealed] of rows) {
    if (kind === 'time') now = Number(time);
    else if (kind === 'lane') {
      lanes.set(lane, new LaneCursor(lane, Number(position), numbers(vector), bytes, Number(time)));
      if (isSealed) sealed.add(lane);
      if (text) closed.add(lane);
    } else if (kind === 'key') heldKeys.set(textOf(bytes), { request, lane, base: Number(position), standing: text });
    else
      states.set(text.slice(0, text.indexOf('\n')), {
        position: Number(position),
        text: text.slice(text.indexOf('\n') + 1),
      });
  }
  return { now, lanes, sealed, closed, heldKeys, states };
}

export type LoadedRow = Row;

function numbers(vector: readonly string[]): LaneVector {
  return vector.map(Number);
}
