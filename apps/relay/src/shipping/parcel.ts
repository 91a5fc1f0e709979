import type { Topic } from '#libs/contracts';
import {
  frameEvent,
  type FramedRecord,
  type JournalRow,
  type LaneBatch,
  type MacKeys,
  type RegistryIds,
  UnshippableEventError,
} from '#libs/event-log';
import type { CursorMove, LaneCursor } from './cursors.js';
import type { HoldReason } from './lane-holds.js';

/** The next positions of one lane, ready to be sent: ordered within each topic, and gapless over all of them. */
export interface Parcel extends CursorMove {
  readonly batches: readonly LaneBatch[];
}

export interface Packed {
  /** Absent when the lane's first row already stops it. */
  readonly parcel?: Parcel;
  readonly hold?: { readonly reason: HoldReason; readonly cause: unknown };
}

/** What is needed to turn rows into records. */
export interface Framing {
  readonly registryIds: RegistryIds;
  readonly macKeys: MacKeys;
}

/** Packs a lane's rows up to the first that cannot be sent: nothing may overtake it. */
export function packLane(cursor: LaneCursor, rows: readonly JournalRow[], { registryIds, macKeys }: Framing): Packed {
  const byTopic = new Map<Topic, FramedRecord[]>();
  let position = cursor.position;
  let hold = rows.length === 0 ? missing(cursor.lane, position + 1) : undefined;
  for (const row of rows) {
    if (row.position !== position + 1) {
      hold = missing(cursor.lane, position + 1);
      break;
    }
    try {
      const framed = frameEvent(row, registryIds, macKeys);
      const ofTopic = byTopic.get(row.topic);
      if (ofTopic) ofTopic.push(framed);
      else byTopic.set(row.topic, [framed]);
    } catch (cause) {
      if (!(cause instanceof UnshippableEventError)) throw cause;
      hold = { reason: 'EVENT_UNSHIPPABLE', cause };
      break;
    }
    position = row.position;
  }
  if (position === cursor.position) return { hold };
  const batches = [...byTopic].map(([topic, messages]) => ({ topic, lane: cursor.lane, messages }));
  return { hold, parcel: { lane: cursor.lane, from: cursor.position, to: position, batches } };
}

const missing = (lane: number, position: number): Packed['hold'] => ({
  reason: 'POSITION_MISSING',
  cause: new Error(`position ${position} of lane ${lane} is missing`),
});
