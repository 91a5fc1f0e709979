import { at, numbersOf } from './arrays.js';
import { known, type KnownStatement, type ResultRow, type Scene } from './statement.js';
import type { Work } from './store.js';
import { type CheckpointRow, checkpointKey, type ParkedRow, type ViewTables } from './view-tables.js';

const RECORD_EFFECTS = 'INSERT INTO effect';

/** How the simulation's appliers say what they applied. */
export const recordEffects = `${RECORD_EFFECTS} (consumer, lane, position, leaf) VALUES`;
export const findEffects = 'SELECT lane, position, leaf FROM effect';

/** The bookkeeping of consumers: checkpoints, parked events, redrives. */
export function consumerStatements(tables: ViewTables): KnownStatement[] {
  return [
    known(/^INSERT INTO bus\.checkpoint/, (scene, values) => ensure(tables, scene, values)),
    known(/^INSERT INTO bus\.live/, () => []),
    known(
      /^SELECT lane, position, vector, leaf, offsets, letters FROM bus\.checkpoint .*FOR UPDATE$/,
      (scene, values) => lockCheckpoints(tables, scene, values),
    ),
    known(/^SELECT lane, position, vector, leaf, offsets, letters FROM bus\.checkpoint/, (scene, values) =>
      readCheckpoints(tables, scene, values),
    ),
    known(/^UPDATE bus\.checkpoint AS c/, (scene, values) => move(tables, scene, values)),
    known(/^UPDATE bus\.checkpoint SET stopped/, (scene, values) => markStopped(tables, scene, values)),
    known(/^SELECT DISTINCT key FROM bus\.parked/, (scene, values) => parkedOf(tables, scene, values)),
    known(/^INSERT INTO bus\.parked/, ({ transaction }, values) => {
      for (const row of parkedRows(values))
        transaction.put(tables.parked, `${checkpointKey(row.consumer, row.version, row.lane)}/${row.position}`, row);
      return [];
    }),
    known(/^SELECT lane, position, topic, key, after, previous, .* FROM bus\.parked/s, (scene, values) =>
      lettersOf(tables, scene, values),
    ),
    known(/^DELETE FROM bus\.parked/, ({ transaction }, values) => {
      const [consumer, version, lane, positions] = values as [string, number, number, number[]];
      for (const position of positions)
        transaction.remove(tables.parked, `${checkpointKey(consumer, version, lane)}/${position}`);
      return [];
    }),
    known(/^UPDATE bus\.parked SET reason/, ({ transaction }, values) => {
      const [consumer, version, lane, position, reason] = values as [string, number, number, number, string];
      const key = `${checkpointKey(consumer, version, lane)}/${position}`;
      const row = transaction.get(tables.parked, key);
      if (row) transaction.put(tables.parked, key, { ...row, reason });
      return [];
    }),
    known(/^SELECT id, key FROM bus\.redrive/, ({ transaction }, values) => {
      const [consumer, version] = values as [string, number];
      return transaction
        .all(tables.redrive)
        .filter((row) => row.consumer === consumer && row.version === version && !row.done)
        .map(({ id, key }) => ({ id, key }));
    }),
    known(/^UPDATE bus\.redrive SET applied/, ({ transaction }, [id]) => {
      const row = transaction.get(tables.redrive, String(id));
      if (row && !row.done) transaction.put(tables.redrive, row.id, { ...row, done: true });
      return [];
    }),
    known(/^SAVEPOINT (\w+)/, ({ transaction }) => (transaction.savepoint('letter'), [])),
    known(/^RELEASE SAVEPOINT/, () => []),
    known(/^INSERT INTO effect/, ({ transaction }, values) => {
      const [consumer, lanes, positions, leaves] = values as [string, number[], number[], Buffer[]];
      for (const [index, lane] of lanes.entries()) {
        const row = { consumer, lane, position: at(positions, index), leaf: at(leaves, index) };
        transaction.put(tables.effect, tables.nextEffect(), row);
      }
      return [];
    }),
    known(/^SELECT lane, position, leaf FROM effect/, ({ transaction }, [consumer]) =>
      transaction
        .all(tables.effect)
        .filter((row) => row.consumer === consumer)
        .map(({ lane, position, leaf }) => ({ lane, position, leaf })),
    ),
  ];
}

function ensure(tables: ViewTables, { transaction }: Scene, values: readonly unknown[]): ResultRow[] {
  const [consumer, version, lanes] = values as [string, number, number];
  for (let lane = 0; lane < lanes; lane++) {
    const key = checkpointKey(consumer, version, lane);
    if (transaction.get(tables.checkpoint, key)) continue;
    const start = { position: 0, vector: [], leaf: Buffer.alloc(32), offsets: [], letters: 0, stopped: null };
    transaction.put(tables.checkpoint, key, { consumer, version, lane, ...start });
  }
  return [];
}

const resultOf = ({ lane, position, vector, leaf, offsets, letters }: CheckpointRow): ResultRow => ({
  lane,
  position: String(position),
  vector: vector.map(String),
  leaf,
  offsets: offsets.map(String),
  letters,
});

function readCheckpoints(tables: ViewTables, { transaction }: Scene, values: readonly unknown[]): ResultRow[] {
  const [consumer, version, lanes] = values as [string, number, number[]];
  return lanes
    .toSorted((a, b) => a - b)
    .flatMap((lane) => transaction.get(tables.checkpoint, checkpointKey(consumer, version, lane)) ?? [])
    .map(resultOf);
}

function* lockCheckpoints(tables: ViewTables, scene: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [consumer, version, lanes] = values as [string, number, number[]];
  for (const lane of lanes.toSorted((a, b) => a - b))
    yield* scene.transaction.lock(tables.checkpoint, checkpointKey(consumer, version, lane));
  return readCheckpoints(tables, scene, values);
}

function* move(tables: ViewTables, { transaction }: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [consumer, version, lanes, positions, vectors, leaves, offsets, letters, stops] = values as [
    string,
    number,
    number[],
    number[],
    string[],
    Buffer[],
    string[],
    number[],
    (string | null)[],
  ];
  for (const [index, lane] of lanes.entries()) {
    const key = checkpointKey(consumer, version, lane);
    yield* transaction.lock(tables.checkpoint, key);
    const row = transaction.get(tables.checkpoint, key);
    if (!row) continue;
    const position = at(positions, index);
    transaction.put(tables.checkpoint, key, {
      ...row,
      position,
      vector: numbersOf(at(vectors, index)),
      leaf: at(leaves, index),
      offsets: numbersOf(at(offsets, index)),
      letters: at(letters, index),
      stopped: position === row.position ? row.stopped : (stops[index] ?? null),
    });
  }
  return [];
}

function* markStopped(tables: ViewTables, { transaction }: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [consumer, version, lane, stopped, position] = values as [string, number, number, string, number | null];
  const key = checkpointKey(consumer, version, lane);
  yield* transaction.lock(tables.checkpoint, key);
  const row = transaction.get(tables.checkpoint, key);
  if (row && (position === null || row.position === position))
    transaction.put(tables.checkpoint, key, { ...row, stopped });
  return [];
}

function parkedRows(values: readonly unknown[]): ParkedRow[] {
  const [consumer, version, lanes, positions, topics, keys, afters, previous, fingerprints, bytes, reasons] =
    values as [
      string,
      number,
      number[],
      number[],
      number[],
      string[],
      string[],
      Buffer[],
      Buffer[],
      Buffer[],
      string[],
    ];
  return lanes.map((lane, index) => ({
    consumer,
    version,
    lane,
    position: at(positions, index),
    topic: at(topics, index),
    key: at(keys, index),
    after: numbersOf(at(afters, index)),
    previous: at(previous, index),
    fingerprint: at(fingerprints, index),
    bytes: at(bytes, index),
    reason: at(reasons, index),
  }));
}

function parkedOf(tables: ViewTables, { transaction }: Scene, values: readonly unknown[]): ResultRow[] {
  const [consumer, version, keys] = values as [string, number, string[]];
  const parked = transaction.all(tables.parked).filter((row) => row.consumer === consumer && row.version === version);
  return [...new Set(parked.map(({ key }) => key))].filter((key) => keys.includes(key)).map((key) => ({ key }));
}

function lettersOf(tables: ViewTables, { transaction }: Scene, values: readonly unknown[]): ResultRow[] {
  const [consumer, version, key] = values as [string, number, string];
  return transaction
    .all(tables.parked)
    .filter((row) => row.consumer === consumer && row.version === version && row.key === key)
    .sort((a, b) => a.lane - b.lane || a.position - b.position)
    .map((row) => ({ ...row, position: String(row.position), after: row.after.map(String) }));
}
