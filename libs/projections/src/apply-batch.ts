import type { Pool } from 'pg';
import { ordinalOf } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { advance } from '#libs/kernel';
import { inTransaction, type Tx } from '#libs/postgres';
import type { Applier } from './applier.js';
import type { Checkpoints, MovedCheckpoint, StoredCheckpoint } from './checkpoints.js';
import { type DecodedRecord, decodeRecord } from './decoded-record.js';
import { failureOf } from './failure.js';
import type { Letter, Parking } from './parking.js';

/** Consecutive records of one lane, to be applied if the lane's checkpoint stands at `from`. */
export interface LaneRun {
  readonly lane: number;
  readonly from: number;
  readonly records: readonly LogRecord[];
  /** Where to read from afterwards; null leaves that as it is. */
  readonly offsets: readonly number[] | null;
  /** Records that came again, to be compared with what was applied. */
  readonly again: readonly LogRecord[];
}

export interface Outcome {
  readonly moved: readonly StoredCheckpoint[];
  /** Lanes that do not stand where they were expected: another owner was there. */
  readonly elsewhere: readonly number[];
  readonly parked: readonly Letter[];
  readonly contradicting: readonly LogRecord[];
  /** Lanes of a consumer that never parks whose next event cannot be applied. */
  readonly failing: readonly { readonly lane: number; readonly reason: string }[];
}

export interface ApplyParts {
  readonly pool: Pool;
  readonly applier: Applier;
  readonly checkpoints: Checkpoints;
  readonly parking: Parking;
  /** Why the lane was found to stop, meanwhile or before: its checkpoint must not say that it goes on. */
  readonly stopOf?: (lane: number) => string | null;
}

const NOTHING: Outcome = { moved: [], elsewhere: [], parked: [], contradicting: [], failing: [] };

/**
 * Applies runs of any number of lanes: effects, letters and checkpoints in one transaction.
 * A batch that its content makes fail is halved until the culprit stands alone; that one is parked, the others are applied.
 * @throws when something is out of order that is no event's fault; then nothing is known about what was committed
 */
export async function applyBatch(parts: ApplyParts, runs: readonly LaneRun[]): Promise<Outcome> {
  try {
    return await attempt(parts, runs, null);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'outage') throw error;
    const halves = halve(runs);
    if (halves) return join(await applyBatch(parts, halves[0]), await applyBatch(parts, halves[1]));
    return alone(parts, runs, failure.reason);
  }
}

async function alone(parts: ApplyParts, runs: readonly LaneRun[], reason: string): Promise<Outcome> {
  if (parts.applier.parking === 'park') return attempt(parts, runs, reason);
  return { ...NOTHING, failing: runs.map(({ lane }) => ({ lane, reason })) };
}

function attempt(
  { pool, applier, checkpoints, parking, stopOf = () => null }: ApplyParts,
  runs: readonly LaneRun[],
  culprit: string | null,
): Promise<Outcome> {
  return inTransaction(pool, async (tx) => {
    const locked = await checkpoints.lock(
      tx,
      runs.map(({ lane }) => lane),
    );
    const standing = runs.filter(({ lane, from }) => locked.get(lane)?.position === from);
    const { fit, letters } = await sort(tx, { applier, parking }, standing, locked, culprit);
    if (fit.length > 0) await applier.apply(tx, fit);
    await parking.put(tx, letters);
    const moved = standing.flatMap((run) => nextCheckpoint(run, locked, letters, stopOf(run.lane)));
    if (moved.length > 0) await checkpoints.move(tx, moved);
    const again = runs.flatMap((run) => run.again);
    const contradicting = again.length > 0 ? ((await applier.contradicting?.(tx, again)) ?? []) : [];
    const elsewhere = runs.filter((run) => !standing.includes(run)).map(({ lane }) => lane);
    return { ...NOTHING, moved, elsewhere, parked: letters, contradicting };
  });
}

/** Tells what can be applied from what must be set aside: faults, and everything behind them in the same referral. */
async function sort(
  tx: Tx,
  { applier, parking }: Pick<ApplyParts, 'applier' | 'parking'>,
  runs: readonly LaneRun[],
  locked: ReadonlyMap<number, StoredCheckpoint>,
  culprit: string | null,
): Promise<{ fit: DecodedRecord[]; letters: Letter[] }> {
  const decoded = runs.flatMap(({ records }) => records.map(decodeRecord));
  if (applier.parking === 'never') return { fit: decoded, letters: [] };
  const keys = decoded
    .map(({ record }) => record)
    .filter(({ lane }) => (locked.get(lane)?.letters ?? 0) > 0)
    .map(({ key }) => key);
  const parked = keys.length > 0 ? await parking.parkedOf(tx, [...new Set(keys)]) : new Set<string>();
  const fit: DecodedRecord[] = [];
  const letters: Letter[] = [];
  for (const each of decoded) {
    const reason = parked.has(each.record.key) ? 'BEHIND' : (each.fault ?? culprit);
    if (reason === null) fit.push(each);
    else {
      letters.push({ record: each.record, reason });
      parked.add(each.record.key);
    }
  }
  return { fit, letters };
}

function nextCheckpoint(
  run: LaneRun,
  locked: ReadonlyMap<number, StoredCheckpoint>,
  letters: readonly Letter[],
  stopped: string | null,
): MovedCheckpoint[] {
  const before = locked.get(run.lane);
  const last = run.records.at(-1);
  if (!before || !last) return [];
  const added = letters.filter(({ record }) => record.lane === run.lane).length;
  return [
    {
      lane: run.lane,
      position: last.position,
      vector: advance(last.after, ordinalOf(last.topic), last.position),
      leaf: last.leaf,
      offsets: run.offsets ?? before.offsets,
      letters: before.letters + added,
      stopped,
    },
  ];
}

/** Null for what cannot be halved. The order within a lane stays. */
function halve(runs: readonly LaneRun[]): [LaneRun[], LaneRun[]] | null {
  const [only] = runs;
  if (!only) return null;
  if (runs.length > 1) {
    const middle = runs.length >> 1;
    return [runs.slice(0, middle), runs.slice(middle)];
  }
  const { records } = only;
  const middle = records.length >> 1;
  const last = records[middle - 1];
  if (!last) return null;
  return [
    [{ ...only, records: records.slice(0, middle), offsets: null, again: [] }],
    [{ ...only, records: records.slice(middle), from: last.position }],
  ];
}

function join(a: Outcome, b: Outcome): Outcome {
  return {
    moved: [...a.moved, ...b.moved],
    elsewhere: [...a.elsewhere, ...b.elsewhere],
    parked: [...a.parked, ...b.parked],
    contradicting: [...a.contradicting, ...b.contradicting],
    failing: [...a.failing, ...b.failing],
  };
}
