import { readArray } from './binary-array.js';
import { type JournalTables, keyKey, type KeyRow, type LaneRow, placeKey, type StateRow } from './journal-tables.js';
import { at, numbersOf } from './arrays.js';
import { databaseError, known, type KnownStatement, type ResultRow, type Scene } from './statement.js';
import type { Transaction, Work } from './store.js';

/** The statements of the writer: `load_batch`, `append_batch` and `set_clocks` as the migrations describe them, step by step. */
export function journalStatements(tables: JournalTables): KnownStatement[] {
  return [
    { name: 'load', run: () => (scene, values) => loadBatch(tables, scene, readLoad(arraysOf(values))) },
    { name: 'append', run: () => (scene, values) => appendBatch(tables, scene.transaction, arraysOf(values)) },
    { name: 'clocks', run: () => (scene, values) => setClocks(tables, scene.transaction, arraysOf(values)) },
    { name: 'earlier', run: () => (_, values) => earlier(tables, values) },
    known(/^SELECT (keep|make)_key_partitions/, () => [{}]),
    known(/^DELETE FROM command_key_other\s+WHERE claimed_at/, () => []),
    known(/^SELECT floor\(extract\(epoch FROM clock_timestamp\(\)\) \* 1000\)::bigint AS now$/, ({ now }) => [
      { now: String(now) },
    ]),
    known(/^SELECT 1$/, () => [{}]),
  ];
}

/** The writer sends its arrays in binary form. */
const arraysOf = (values: readonly unknown[]): unknown[] => values.map((value) => readArray(value as Buffer));

interface Wanted {
  readonly lane: number;
  readonly day: string | null;
  readonly digest: Buffer;
  readonly request: Buffer;
  readonly older: readonly Buffer[];
}

interface Load {
  readonly waitFor: readonly number[];
  readonly tryFor: readonly number[];
  readonly wanted: readonly Wanted[];
  readonly states: readonly { readonly key: string; readonly lane: number }[];
}

function readLoad(values: readonly unknown[]): Load {
  const [waitFor, tryFor, lanes, days, digests, requests, older, olderOf, stateKeys, stateLanes] = values as [
    number[],
    number[],
    number[],
    (string | null)[],
    Buffer[],
    Buffer[],
    Buffer[],
    number[],
    string[],
    number[],
  ];
  const wanted = lanes.map((lane, index) => ({
    lane,
    day: days[index] ?? null,
    digest: at(digests, index),
    request: at(requests, index),
    older: older.filter((_, place) => olderOf[place] === index + 1),
  }));
  return { waitFor, tryFor, wanted, states: stateKeys.map((key, index) => ({ key, lane: at(stateLanes, index) })) };
}

function* loadBatch(tables: JournalTables, { transaction, now, incarnation }: Scene, load: Load): Work<ResultRow[]> {
  const held = yield* lockLanes(tables, transaction, load);
  if (!transaction.get(tables.confirmation, incarnation)) throw databaseError('BUS01', 'the journal is unconfirmed');
  const wanted = load.wanted.filter(({ lane }) => held.has(lane));
  const rows: ResultRow[] = [];
  const answered = new Set<string>();
  for (const each of wanted) {
    const earlierKey = each.older
      .map((digest) => findKey(tables, transaction, digest))
      .find((row) => row !== undefined);
    if (!earlierKey) continue;
    rows.push(keyRow(each.digest, earlierKey));
    answered.add(each.digest.toString('hex'));
  }
  const mine = yield* claim(
    tables,
    transaction,
    wanted.filter(({ digest }) => !answered.has(digest.toString('hex'))),
  );
  for (const { day, digest } of wanted) {
    const holder = mine.has(digest.toString('hex')) ? undefined : transaction.get(tables.keys, keyKey(day, digest));
    if (holder) rows.push(keyRow(digest, holder));
  }
  for (const lane of held) rows.push(laneRow(tables, transaction, lane));
  for (const { key, lane } of load.states) {
    const state = held.has(lane) ? transaction.get(tables.state, key) : undefined;
    if (state?.lane === lane)
      rows.push(['state', lane, String(state.position), null, null, null, `${key}\n${state.state}`, null, null]);
  }
  rows.push(['time', null, null, null, null, null, null, String(now), null]);
  return rows;
}

function* lockLanes(tables: JournalTables, transaction: Transaction, { waitFor, tryFor }: Load): Work<Set<number>> {
  const held = new Set<number>();
  for (const lane of waitFor.toSorted((a, b) => a - b)) {
    yield* transaction.lock(tables.lane, String(lane));
    held.add(lane);
  }
  for (const lane of tryFor.toSorted((a, b) => a - b)) {
    if (transaction.tryLock(tables.lane, String(lane))) held.add(lane);
  }
  return held;
}

/** ON CONFLICT DO NOTHING, in one order everywhere. @returns digests (hex) that are this transaction's now */
function* claim(tables: JournalTables, transaction: Transaction, wanted: readonly Wanted[]): Work<Set<string>> {
  const mine = new Set<string>();
  const inOrder = wanted.toSorted((a, b) => (keyKey(a.day, a.digest) < keyKey(b.day, b.digest) ? -1 : 1));
  for (const { lane, day, digest, request } of inOrder) {
    const { position: base, closed, sealed } = laneOf(tables, transaction, lane);
    if (closed !== null || sealed) continue;
    const row: KeyRow = { day, digest, request, lane, base, standing: null };
    if (yield* transaction.insertOnce(tables.keys, keyKey(day, digest), row)) mine.add(digest.toString('hex'));
  }
  return mine;
}

function findKey(tables: JournalTables, transaction: Transaction, digest: Buffer): KeyRow | undefined {
  return transaction.all(tables.keys).find((row) => row.digest.equals(digest));
}

const keyRow = (digest: Buffer, { lane, base, request, standing }: KeyRow): ResultRow => [
  'key',
  lane,
  String(base),
  null,
  digest,
  request,
  standing,
  null,
  true,
];

function laneRow(tables: JournalTables, transaction: Transaction, lane: number): ResultRow {
  const { position, vector, head, acceptedAt, sealed, closed } = laneOf(tables, transaction, lane);
  return ['lane', lane, String(position), vector.map(String), head, null, closed, String(acceptedAt), sealed];
}

function laneOf(tables: JournalTables, transaction: Transaction, lane: number): LaneRow {
  const row = transaction.get(tables.lane, String(lane));
  if (!row) throw new Error(`there is no lane ${lane}`);
  return row;
}

function* appendBatch(tables: JournalTables, transaction: Transaction, values: readonly unknown[]): Work<ResultRow[]> {
  yield* insertRows(tables, transaction, values.slice(0, 6));
  yield* upsertStates(tables, transaction, values.slice(6, 10));
  yield* moveLanes(tables, transaction, values.slice(10, 15));
  const [forgetDays, forgetDigests, standDays, standDigests, standings] = values.slice(15) as [
    (string | null)[],
    Buffer[],
    (string | null)[],
    Buffer[],
    string[],
  ];
  for (const [index, digest] of forgetDigests.entries())
    transaction.remove(tables.keys, keyKey(forgetDays[index] ?? null, digest));
  for (const [index, digest] of standDigests.entries()) {
    const key = keyKey(standDays[index] ?? null, digest);
    const row = transaction.get(tables.keys, key);
    if (row) transaction.put(tables.keys, key, { ...row, standing: at(standings, index) });
  }
  return [{}];
}

function* insertRows(tables: JournalTables, transaction: Transaction, values: readonly unknown[]): Work<void> {
  const [lanes, positions, topics, keys, fingerprints, bytes] = values as [
    number[],
    number[],
    number[],
    string[],
    Buffer[],
    Buffer[],
  ];
  for (const [index, lane] of lanes.entries()) {
    const position = at(positions, index);
    const key = placeKey(lane, position);
    const [topic, fingerprint] = [at(topics, index), at(fingerprints, index)];
    const row = { lane, position, topic, key: at(keys, index), fingerprint, bytes: at(bytes, index) };
    const isNew = yield* transaction.insertOnce(tables.journal, key, row);
    if (!isNew) throw databaseError('23505', `the journal has ${key} already`);
  }
}

function* upsertStates(tables: JournalTables, transaction: Transaction, values: readonly unknown[]): Work<void> {
  const [keys, lanes, positions, states] = values as [string[], number[], number[], string[]];
  for (const [index, key] of keys.entries()) {
    yield* transaction.lock(tables.state, key);
    const [position, state] = [at(positions, index), at(states, index)];
    const row: StateRow = { key, lane: at(lanes, index), position, state };
    const present = transaction.get(tables.state, key);
    transaction.put(tables.state, key, present ? { ...present, position, state } : row);
  }
}

function* moveLanes(tables: JournalTables, transaction: Transaction, values: readonly unknown[]): Work<void> {
  const [lanes, positions, vectors, heads, times] = values as [number[], number[], string[], Buffer[], number[]];
  for (const [index, lane] of lanes.entries()) {
    yield* transaction.lock(tables.lane, String(lane));
    transaction.put(tables.lane, String(lane), {
      ...laneOf(tables, transaction, lane),
      position: at(positions, index),
      vector: numbersOf(at(vectors, index)),
      head: at(heads, index),
      acceptedAt: at(times, index),
    });
  }
}

function* setClocks(tables: JournalTables, transaction: Transaction, values: readonly unknown[]): Work<ResultRow[]> {
  const [keys, lanes, times, levels] = values as [string[], number[], number[], number[]];
  for (const [index, key] of keys.entries()) {
    yield* transaction.lock(tables.clock, key);
    const level = at(levels, index);
    if (level === 0) transaction.remove(tables.clock, key);
    else {
      const lane = transaction.get(tables.clock, key)?.lane ?? at(lanes, index);
      transaction.put(tables.clock, key, { key, lane, at: at(times, index), level });
    }
  }
  return [{}];
}

function earlier(tables: JournalTables, values: readonly unknown[]): ResultRow[] {
  const [lane, base, limit] = values as [number, number, number];
  return [...tables.after(lane, base)].slice(0, limit).map(({ fingerprint, bytes }) => ({ fingerprint, bytes }));
}
