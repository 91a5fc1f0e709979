import { decodeRecord, type DecodedRecord } from '#libs/projections';
import { LogReader, isAlien } from '#libs/event-log';
import { createSpecDatabase } from '#libs/testing';
import pg from 'pg';
import { inTransaction } from '#libs/postgres';
import { migrateAudit } from '../../../apps/audit-trail/src/database/audit-database.js';
import { stoppedLanes } from '../../../apps/audit-trail/src/log/alarms.js';
import { insertEntries } from '../../../apps/audit-trail/src/log/entries.js';
import { entryOf } from '../../../apps/audit-trail/src/log/entry.js';
import { TrailApplier } from '../../../apps/audit-trail/src/log/trail.applier.js';
import { trail } from '../../../apps/audit-trail/src/trail.js';
import type { Row } from '../harness/row.js';
import { macKeys } from '../log/records.js';
import { HISTORY_TOPICS } from '../log/topics.js';
import { FilledTopics } from './filled-topics.js';

const BATCH = 1_000;

export const audit: Row = {
  id: 'project.audit',
  title: 'audit append: entries with the lane’s tree and `previous`, 1000 a transaction',
  limit: 'the same entries without tree and `previous`',
  unit: 'events/s',
  goal: { atLeast: 0.9 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const topics = await FilledTopics.fill(bench);
    const batches = await decodedBatches(topics);
    const applier = new TrailApplier();
    let kept = await freshTrail();
    return {
      limit: async () => {
        kept = await renewed(kept);
        return timed(kept, batches, entriesAlone);
      },
      figure: async () => {
        kept = await renewed(kept);
        return timed(kept, batches, (tx, records) => applier.apply(tx, records));
      },
      check: async () => {
        await arrive(kept.pool, topics);
        return topics.check({ audit: kept.url }, ['trail', 'K4', 'K11']);
      },
      close: async () => {
        await kept.drop();
        await topics.drop();
      },
    };
  },
};

type Kept = Awaited<ReturnType<typeof freshTrail>>;
type Append = (tx: Parameters<TrailApplier['apply']>[0], records: readonly DecodedRecord[]) => Promise<void>;

const entriesAlone: Append = async (tx, records) => {
  await stoppedLanes(tx, [...new Set(records.map(({ record }) => record.lane))]);
  await insertEntries(tx, records.map(entryOf));
};

async function freshTrail() {
  const database = await createSpecDatabase();
  await migrateAudit(database.url('bus_owner'), { writer: 'bus_audit' });
  const pool = new pg.Pool({ connectionString: database.url('bus_audit'), max: 2 });
  return {
    url: database.url(),
    pool,
    drop: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

async function renewed(kept: Kept): Promise<Kept> {
  await kept.drop();
  return freshTrail();
}

/** What the trail's consumer would hand to its applier: lane order, several lanes a transaction. */
async function decodedBatches({ kafka, history }: FilledTopics): Promise<DecodedRecord[][]> {
  const reader = new LogReader(kafka, macKeys);
  const found = new Map<string, DecodedRecord>();
  for await (const batch of reader.readTopics(HISTORY_TOPICS))
    for (const record of batch)
      if (!isAlien(record)) found.set(`${record.lane}/${record.position}`, decodeRecord(record));
  await reader.close();
  const ordered = history.rows.flatMap(({ lane, position }) => found.get(`${lane}/${position}`) ?? []);
  return Array.from({ length: Math.ceil(ordered.length / BATCH) }, (_, at) =>
    ordered.slice(at * BATCH, (at + 1) * BATCH),
  );
}

async function timed({ pool }: Kept, batches: readonly DecodedRecord[][], append: Append): Promise<number> {
  const start = performance.now();
  for (const batch of batches) await inTransaction(pool, (tx) => append(tx, batch));
  const events = batches.reduce((sum, batch) => sum + batch.length, 0);
  return events / ((performance.now() - start) / 1000);
}

/** What the trail's consumer would have noted: that it has come to the end of each lane. */
async function arrive(pool: pg.Pool, { history }: FilledTopics): Promise<void> {
  const who = [trail.name, trail.version];
  await pool.query('INSERT INTO bus.live (consumer, version) VALUES ($1, $2)', who);
  for (const { lane, rows, vector, head } of history.lanes)
    await pool.query(
      'INSERT INTO bus.checkpoint (consumer, version, lane, position, vector, leaf, offsets) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [...who, lane, rows.length, vector, head, []],
    );
}
