import { at } from './arrays.js';
import { type CursorRow, type JournalTables, OWNER, type OwnerRow } from './journal-tables.js';
import { known, type KnownStatement, type ResultRow, type Scene } from './statement.js';
import type { Work } from './store.js';

/** The statements of the relay. */
export function relayStatements(tables: JournalTables): KnownStatement[] {
  const cursors = (wanted: (cursor: CursorRow, head: number) => boolean): ResultRow[] =>
    [...tables.cursor.rows.values()].flatMap((cursor) => {
      const head = tables.lane.rows.get(String(cursor.lane))?.position ?? 0;
      return wanted(cursor, head) ? [{ lane: cursor.lane, position: String(cursor.position), head: String(head) }] : [];
    });
  return [
    known(/FROM relay_cursor c JOIN lane l USING \(lane\) WHERE true/, () => cursors(() => true)),
    known(/FROM relay_cursor c JOIN lane l USING \(lane\) WHERE l\.position > c\.position/, (_, values) => {
      const [loop, loops] = values as [number, number];
      return cursors(({ lane, position }, head) => head > position && lane % loops === loop);
    }),
    known(/^UPDATE relay_cursor c SET position = m\.next/, (scene, values) => advance(tables, scene, values)),
    known(/^UPDATE relay_cursor c SET position = t\.target/, (scene, values) => rewind(tables, scene, values)),
    known(/^SELECT lane, position, topic, key, fingerprint, bytes FROM \(/, (_, values) => nextRows(tables, values)),
    known(/^SELECT j\.lane, j\.position, .* JOIN journal j USING/s, (_, values) => rowsAt(tables, values)),
    known(/^SELECT l\.lane, c\.position, l\.position AS head, l\.accepted_at/, () => standings(tables)),
    known(/^SELECT confirmed_by, reason FROM journal_confirmation/, ({ transaction, incarnation }) => {
      const row = transaction.get(tables.confirmation, incarnation);
      return row ? [{ confirmed_by: row.by, reason: row.reason }] : [];
    }),
    known(/^SELECT journal_incarnation\(\) AS incarnation/, ({ transaction, incarnation }) => [
      { incarnation, confirmed: transaction.get(tables.confirmation, incarnation) !== undefined },
    ]),
    known(/^SELECT settle_journal/, (scene, values) => settle(tables, scene, values)),
    known(/^UPDATE relay_owner SET expires_at = clock_timestamp/, (scene, values) => renew(tables, scene, values)),
    known(/^UPDATE relay_owner SET epoch = epoch \+ 1/, (scene, values) => take(tables, scene, values)),
    known(/^UPDATE relay_owner SET expires_at = 'epoch'/, (scene, values) => release(tables, scene, values)),
    known(/^SELECT epoch, expires_at::text AS expires FROM relay_owner/, ({ transaction }) => {
      const row = transaction.get(tables.owner, OWNER);
      return row ? [{ epoch: String(row.epoch), expires: String(row.expiresAt) }] : [];
    }),
  ];
}

const standings = (tables: JournalTables): ResultRow[] =>
  [...tables.lane.rows.values()].map(({ lane, position, acceptedAt, closed, sealed }) => ({
    lane,
    position: String(tables.cursor.rows.get(String(lane))?.position ?? 0),
    head: String(position),
    accepted_at: String(acceptedAt),
    closed: closed !== null,
    sealed,
  }));

/** `settle_journal`, as the migration describes it. */
function* settle(tables: JournalTables, scene: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [incarnation, confirmed, lanes, closed] = values as [string, boolean, number[], (string | null)[]];
  const { transaction } = scene;
  const isConfirmed = transaction.get(tables.confirmation, scene.incarnation) !== undefined;
  if (incarnation !== scene.incarnation || confirmed !== isConfirmed) return [{ settled: false }];
  const verdicts = new Map(lanes.map((lane, index) => [lane, closed[index] ?? null]));
  for (const lane of lanes.toSorted((a, b) => a - b)) {
    if (transaction.get(tables.lane, String(lane))?.closed === verdicts.get(lane)) continue;
    yield* transaction.lock(tables.lane, String(lane));
    const row = transaction.get(tables.lane, String(lane));
    if (row) transaction.put(tables.lane, String(lane), { ...row, closed: verdicts.get(lane) ?? null });
  }
  yield* transaction.insertOnce(tables.confirmation, incarnation, { by: 'relay', reason: 'compared with the topics' });
  return [{ settled: true }];
}

function* advance(tables: JournalTables, { transaction }: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [lanes, from, to, epoch] = values as [number[], number[], number[], number];
  if (transaction.get(tables.owner, OWNER)?.epoch !== epoch) return [];
  const moved: ResultRow[] = [];
  for (const [index, lane] of lanes.entries()) {
    yield* transaction.lock(tables.cursor, String(lane));
    if (transaction.get(tables.cursor, String(lane))?.position !== at(from, index)) continue;
    transaction.put(tables.cursor, String(lane), { lane, position: at(to, index) });
    moved.push({ lane });
  }
  return moved;
}

function* rewind(tables: JournalTables, { transaction }: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [lanes, targets, epoch] = values as [number[], number[], number];
  if (transaction.get(tables.owner, OWNER)?.epoch !== epoch) return [];
  const moved: ResultRow[] = [];
  for (const [index, lane] of lanes.entries()) {
    yield* transaction.lock(tables.cursor, String(lane));
    if ((transaction.get(tables.cursor, String(lane))?.position ?? 0) <= at(targets, index)) continue;
    transaction.put(tables.cursor, String(lane), { lane, position: at(targets, index) });
    moved.push({ lane });
  }
  return moved;
}

function nextRows(tables: JournalTables, values: readonly unknown[]): ResultRow[] {
  const [lanes, positions, takes] = values as [number[], number[], number[]];
  return lanes
    .flatMap((lane, index) => [...tables.after(lane, at(positions, index))].slice(0, at(takes, index)))
    .map((row) => ({ ...row, position: String(row.position) }));
}

function rowsAt(tables: JournalTables, values: readonly unknown[]): ResultRow[] {
  const [lanes, positions] = values as [number[], number[]];
  return lanes.flatMap((lane, index) => {
    const row = tables.journal.rows.get(`${lane}/${at(positions, index)}`);
    return row ? [{ ...row, position: String(row.position) }] : [];
  });
}

function* ownerRow(tables: JournalTables, { transaction }: Scene): Work<OwnerRow> {
  yield* transaction.lock(tables.owner, OWNER);
  const row = transaction.get(tables.owner, OWNER);
  if (!row) throw new Error('relay_owner is empty');
  return row;
}

function* renew(tables: JournalTables, scene: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [epoch, owner, leaseMs] = values as [number, string, number];
  const row = yield* ownerRow(tables, scene);
  if (row.epoch !== epoch || row.owner !== owner) return [];
  scene.transaction.put(tables.owner, OWNER, { ...row, expiresAt: scene.now + leaseMs });
  return [{ epoch: String(epoch) }];
}

function* take(tables: JournalTables, scene: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [owner, leaseMs, silentEpoch, silentExpiry] = values as [string, number, string | null, string | null];
  const row = yield* ownerRow(tables, scene);
  const isSilent = String(row.epoch) === silentEpoch && String(row.expiresAt) === silentExpiry;
  if (row.expiresAt >= scene.now && !isSilent) return [];
  const epoch = row.epoch + 1;
  scene.transaction.put(tables.owner, OWNER, { epoch, owner, expiresAt: scene.now + leaseMs });
  return [{ epoch: String(epoch) }];
}

function* release(tables: JournalTables, scene: Scene, values: readonly unknown[]): Work<ResultRow[]> {
  const [epoch, owner] = values as [number, string];
  const row = yield* ownerRow(tables, scene);
  if (row.epoch === epoch && row.owner === owner) scene.transaction.put(tables.owner, OWNER, { ...row, expiresAt: 0 });
  return [];
}
