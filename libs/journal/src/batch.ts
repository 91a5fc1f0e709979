import { setImmediate as turn } from 'node:timers/promises';
import { DomainError, TransientError, UnknownEventError, advance } from '#libs/kernel';
import type { BusPosition } from '#libs/kernel';
import { ordinalOf } from '#libs/contracts';
import type { BusEvent, RecordedEvent } from '#libs/contracts';
import { ToldRefusal } from '#libs/domain';
import { movedClock, type SetClock } from './clock/set-clocks.js';
import type { Fold, LaneCommand, Outcome } from './command.js';
import { draftsOf } from './lane-cursor.js';
import type { JournalRow, LaneCursor } from './lane-cursor.js';
import type { HeldKey, LoadedBatch } from './loaded-batch.js';
import type { Pending } from './pending.js';
import { refusalIn, type Refused } from './refusals.js';
import { readState, writeState } from './state-text.js';

interface KeyRef {
  readonly keyTime: number | null;
  readonly digest: Buffer;
}

/** What one accepting transaction is to write, and what each caller is told once it is committed. */
export interface Decided {
  readonly rows: JournalRow[];
  readonly states: Map<string, { lane: number; position: number; text: string }>;
  /** By key, where a state is due at another time than before. */
  readonly clocks: Map<string, SetClock>;
  readonly lanes: LaneCursor[];
  readonly forget: KeyRef[];
  readonly standing: (KeyRef & { text: string })[];
  /** After the commit. */
  readonly settle: (() => void)[];
  /** The key is another command's: its answer is looked up after the commit. */
  readonly repeats: { pending: Pending; held: HeldKey }[];
  /** Illegal commands: recorded in a transaction of their own. */
  readonly refused: Refused[];
  /** Lanes that somebody else held. */
  readonly skipped: Pending[];
}

/** Commands that are decided before the process looks at what else has come: a full batch would keep it for ten milliseconds. */
const DECIDED_A_TURN = 32;

/** Decides a batch in the order of arrival, under the locks of its lanes. Pure but for new event ids. */
export async function decideBatch<State>(
  fold: Fold<State>,
  batch: readonly Pending[],
  loaded: LoadedBatch,
): Promise<Decided> {
  const decided: Decided = {
    rows: [],
    states: new Map(),
    clocks: new Map(),
    lanes: [],
    forget: [],
    standing: [],
    settle: [],
    repeats: [],
    refused: [],
    skipped: [],
  };
  for (const [index, pending] of batch.entries()) {
    if (index > 0 && index % DECIDED_A_TURN === 0) await turn();
    const cursor = loaded.lanes.get(pending.command.lane);
    const held = loaded.heldKeys.get(pending.keyText);
    if (!cursor) decided.skipped.push(pending);
    else if (held) decided.repeats.push({ pending, held });
    else if (loaded.sealed.has(cursor.lane)) turnAway(pending, new TransientError('LANE_SEALED', 503, 60), decided);
    else if (loaded.closed.has(cursor.lane)) turnAway(pending, new TransientError('LANE_CLOSED', 503, 5), decided);
    else decideOne(fold, pending, cursor, loaded, decided);
  }
  decided.lanes.push(...[...loaded.lanes.values()].filter((cursor) => cursor.moved));
  return decided;
}

/** Its key was not claimed, so it is not forgotten either: another writer may hold it by now. */
function turnAway(pending: Pending, error: TransientError, { settle }: Decided): void {
  settle.push(() => pending.reject(error));
}

function decideOne<State>(
  fold: Fold<State>,
  pending: Pending,
  cursor: LaneCursor,
  loaded: LoadedBatch,
  decided: Decided,
): void {
  const { command } = pending;
  const key: KeyRef = { keyTime: pending.keyTime, digest: pending.digests.key };
  let synthetic = command.synthetic;
  try {
    const now = cursor.timeAt(loaded.now);
    const state = pending.stateless
      ? undefined
      : readState(fold, decided.states.get(command.key)?.text ?? loaded.states.get(command.key)?.text);
    synthetic ||= !pending.stateless && fold.isSynthetic(state as State);
    const events = decidedBy(command, state, now);
    if (events.length === 0) return unchanged(pending, cursor, key, state, decided);
    const drafts = draftsOf(events);
    const { person } = command.actor;
    const next = pending.stateless
      ? undefined
      : drafts.reduce(
          (folded, { event, eventId }) => fold.evolve(folded, event, { at: now, eventId, person, synthetic }),
          state as State,
        );
    const due = next === undefined ? undefined : movedClock(fold, state as State, next, now);
    const { rows, events: recorded } = cursor.append(pending, drafts, { at: now, synthetic });
    decided.rows.push(...rows);
    if (due !== undefined) decided.clocks.set(command.key, { lane: cursor.lane, due });
    if (next !== undefined)
      decided.states.set(command.key, {
        lane: cursor.lane,
        position: cursor.position,
        text: writeState(fold, next),
      });
    const refusal = refusalIn(recorded);
    decided.settle.push(() => {
      if (refusal) pending.reject(refusal);
      else pending.resolve({ kind: 'recorded', events: recorded, position: positionAfter(recorded), repeated: false });
    });
  } catch (error) {
    decided.forget.push(key);
    if (error instanceof DomainError && error.status === 409) decided.refused.push({ pending, error, synthetic });
    else decided.settle.push(() => pending.reject(understood(error)));
  }
}

/** A refusal of which others hear is recorded where they hear it, as what was decided. @throws what the rules throw else */
function decidedBy<State>(command: LaneCommand<State>, state: unknown, now: number): BusEvent[] {
  try {
    return command.decide(state as State, now);
  } catch (error) {
    if (error instanceof ToldRefusal) return [error.event];
    throw error;
  }
}

function unchanged(pending: Pending, cursor: LaneCursor, key: KeyRef, state: unknown, decided: Decided): void {
  const position: BusPosition = { lane: cursor.lane, position: cursor.position, vector: [...cursor.vector] };
  decided.standing.push({ ...key, text: JSON.stringify({ state, position }) });
  decided.settle.push(() => pending.resolve({ kind: 'unchanged', state, position, repeated: false }));
}

/** An event or state of a newer writer: refused until this process is a newer one too. */
function understood(error: unknown): unknown {
  return error instanceof UnknownEventError ? new TransientError('EVENT_UNKNOWN', 503, 30, { cause: error }) : error;
}

/** Where the lane stood after the last of these events. */
export function positionAfter(events: readonly RecordedEvent[]): BusPosition {
  const last = events.at(-1);
  if (!last) throw new RangeError('no event');
  const { lane, position, after } = last.meta;
  return { lane, position, vector: advance(after, ordinalOf(last.topic), position) };
}

/** The answer that a command left which changed nothing. */
export function readStanding(standing: string): Outcome {
  const { state, position } = JSON.parse(standing) as { state: unknown; position: BusPosition };
  return { kind: 'unchanged', state, position, repeated: true };
}
