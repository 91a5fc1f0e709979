import type { Pool } from 'pg';
import { ordinalOf } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { advance } from '#libs/kernel';
import { inTransaction, type Tx } from '#libs/postgres';
import type { Applier } from './applier.js';
import type { Checkpoints, MovedCheckpoint, StoredCheckpoint } from './checkpoints.js';
import { type DecodedRecord, decodeRecord } from './decoded-record.js';
import { halve, suspectsOf, upTo } from './divide.js';
import { failureOf } from './failure.js';
import type { LaneRun } from './lane-run.js';
import type { Letter, Parking } from './parking.js';
import { tryAlone } from './try-alone.js';

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
  /** Told of each transaction once it is committed: nobody waits for the rest of a batch that had to be divided. */
  readonly onCommitted?: (outcome: Pick<Outcome, 'moved' | 'parked'>) => void;
}

const NOTHING: Outcome = { moved: [], elsewhere: [], parked: [], contradicting: [], failing: [] };

/**
 * Applies runs of any number of lanes: effects, letters and checkpoints in one transaction.
 * A batch that its content makes fail is divided until the culprit stands alone; that one is parked, the others are applied. Who
 * is suspected is tried first: to halve a large batch takes a dozen transactions, and its culprit is to be parked at once.
 * @throws when something is out of order that is no event's fault; then nothing is known about what was committed
 */
export async function applyBatch(parts: ApplyParts, runs: readonly LaneRun[]): Promise<Outcome> {
  try {
    return await committed(parts, runs);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'outage') throw error;
    const suspects = parts.applier.parking === 'park' ? suspectsOf(error, runs) : [];
    return (await suspectsFirst(parts, runs, suspects)) ?? halves(parts, runs, failure.reason);
  }
}

/** Null where nobody is suspected, or somebody who is not makes it fail. */
async function suspectsFirst(
  parts: ApplyParts,
  runs: readonly LaneRun[],
  suspects: readonly LogRecord[],
): Promise<Outcome | null> {
  const [first, rest] = upTo(runs, suspects);
  if (first.length === 0) return null;
  let outcome: Outcome;
  try {
    outcome = await committed(parts, first, new Set(suspects));
  } catch (error) {
    if (failureOf(error).kind === 'outage') throw error;
    return null;
  }
  return rest.length > 0 ? join(outcome, await applyBatch(parts, rest)) : outcome;
}

async function halves(parts: ApplyParts, runs: readonly LaneRun[], reason: string): Promise<Outcome> {
  const halved = halve(runs);
  if (halved) return join(await applyBatch(parts, halved[0]), await applyBatch(parts, halved[1]));
  if (parts.applier.parking === 'park') return committed(parts, runs, new Set(runs.flatMap(({ records }) => records)));
  return { ...NOTHING, failing: runs.map(({ lane }) => ({ lane, reason })) };
}

/** @param suspects are tried one by one, and parked where they cannot be applied */
async function committed(
  parts: ApplyParts,
  runs: readonly LaneRun[],
  suspects: ReadonlySet<LogRecord> = new Set(),
): Promise<Outcome> {
  const outcome = await attempt(parts, runs, suspects);
  parts.onCommitted?.(outcome);
  return outcome;
}

function attempt(
  { pool, applier, checkpoints, parking, stopOf = () => null }: ApplyParts,
  runs: readonly LaneRun[],
  suspects: ReadonlySet<LogRecord>,
): Promise<Outcome> {
  return inTransaction(pool, async (tx) => {
    const locked = await checkpoints.lock(
      tx,
      runs.map(({ lane }) => lane),
    );
    const standing = runs.filter(({ lane, from }) => locked.get(lane)?.position === from);
    const { fit, letters } = await sort(tx, { applier, parking }, standing, locked);
    if (suspects.size > 0) letters.push(...(await applyCarefully(tx, applier, fit, suspects)));
    else if (fit.length > 0) await applier.apply(tx, fit);
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
    const reason = parked.has(each.record.key) ? 'BEHIND' : each.fault;
    if (reason === null) fit.push(each);
    else {
      letters.push({ record: each.record, reason });
      parked.add(each.record.key);
    }
  }
  return { fit, letters };
}

/** In their order: those between suspects together, each suspect alone. @returns the suspects that cannot be applied, and what is behind them */
async function applyCarefully(
  tx: Tx,
  applier: Applier,
  fit: readonly DecodedRecord[],
  suspects: ReadonlySet<LogRecord>,
): Promise<Letter[]> {
  const letters: Letter[] = [];
  let sound: DecodedRecord[] = [];
  const applySound = async (): Promise<void> => {
    if (sound.length > 0) await applier.apply(tx, sound);
    sound = [];
  };
  for (const each of fit) {
    const { record } = each;
    if (letters.some(({ record: { key } }) => key === record.key)) letters.push({ record, reason: 'BEHIND' });
    else if (!suspects.has(record)) sound.push(each);
    else {
      await applySound();
      const reason = await tryAlone(tx, applier, each);
      if (reason !== null) letters.push({ record, reason });
    }
  }
  await applySound();
  return letters;
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

function join(a: Outcome, b: Outcome): Outcome {
  return {
    moved: [...a.moved, ...b.moved],
    elsewhere: [...a.elsewhere, ...b.elsewhere],
    parked: [...a.parked, ...b.parked],
    contradicting: [...a.contradicting, ...b.contradicting],
    failing: [...a.failing, ...b.failing],
  };
}
