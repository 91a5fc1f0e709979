import type pg from 'pg';
import { decodeEvent } from '#libs/contracts';
import { LogReader } from '#libs/event-log';
import {
  changesOf,
  digestsOfRebuilt,
  dropRebuilt,
  dumpView,
  MemoryTables,
  projectionApplier,
  readLanes,
  rebuildInto,
  schemaOf,
  type Table,
  type ViewDump,
} from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { copyIn } from '../../../libs/projections/src/copy-in.js';
import { copyChunks, copyInto } from '../../../libs/projections/src/copy-rows.js';
import { inTransaction } from '../../../libs/projections/src/transaction.js';
import { bareTables } from '../../../libs/projections/src/view-schema.js';
import { CheckFailed, type Row } from '../harness/row.js';
import type { History } from '../log/history.js';
import { macKeys } from '../log/records.js';
import { freshView } from './effect.js';
import { FilledTopics } from './filled-topics.js';
import { runConsumer } from './run-consumer.js';

const REBUILT = 'agency_views_rebuilt';
const COPIED = 'agency_views_copied';

export const rebuild: Row = {
  id: 'project.rebuild',
  title: 'rebuild of the agencies’ view from the topics, beside the live one, to its last index',
  limit:
    'the slower of bare kafkajs eachBatch of the same topics and a bare COPY of the same rows, encoded beforehand, without key and index',
  unit: 'events/s',
  goal: { atLeast: 0.6 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const topics = await FilledTopics.fill(bench);
    const view = await freshView();
    const applier = projectionApplier(agencyViews);
    await runConsumer(topics, { consumer: agencyViews, applier, pool: view.pool, loops: 2 });
    const live = await dumpView(view.pool, agencyViews, schemaOf(agencyViews));
    const encoded = encodedRows(topics.history);
    const seen: string[] = [];
    return {
      limit: async () => {
        const [bare, copied] = [await topics.bareRate(), topics.events / (await copySeconds(view.pool, encoded))];
        seen.push(`Bare consuming ${Math.round(bare)}/s, bare COPY ${Math.round(copied)} events/s.`);
        return Math.min(bare, copied);
      },
      figure: async () => topics.events / (await rebuildSeconds(topics, view.pool, live)),
      check: () => checkSame(view.pool, live),
      notes: () => seen,
      close: async () => {
        await view.drop();
        await topics.drop();
      },
    };
  },
};

type Encoded = ReadonlyMap<Table, readonly Buffer[]>;

function encodedRows({ lanes }: History): Encoded {
  const tables = new MemoryTables();
  for (const row of lanes.flatMap(({ rows }) => rows)) tables.apply(changesOf(agencyViews, decodeEvent(row)));
  return new Map(agencyViews.tables.map((table) => [table, [...copyChunks(table, tables.rows(table))]]));
}

async function copySeconds(pool: pg.Pool, encoded: Encoded): Promise<number> {
  await dropRebuilt(pool, COPIED);
  for (const statement of bareTables(agencyViews, COPIED)) await pool.query(statement);
  const start = performance.now();
  await inTransaction(pool, async (tx) => {
    for (const [table, chunks] of encoded) await copyIn(tx, copyInto(COPIED, table), chunks);
  });
  return (performance.now() - start) / 1000;
}

async function rebuildSeconds({ kafka, history }: FilledTopics, pool: pg.Pool, live: ViewDump): Promise<number> {
  await dropRebuilt(pool, REBUILT);
  const reader = new LogReader(kafka, macKeys);
  const lanes = history.lanes.map(({ lane }) => lane);
  const start = performance.now();
  const target = { pool, projection: agencyViews, schema: REBUILT };
  await rebuildInto(target, readLanes(reader, agencyViews.topics, lanes), live.positions);
  const seconds = (performance.now() - start) / 1000;
  await reader.close();
  return seconds;
}

/** The same rows as the live view’s. @throws CheckFailed */
async function checkSame(pool: pg.Pool, live: ViewDump): Promise<void> {
  const rebuilt = await digestsOfRebuilt({ pool, projection: agencyViews, schema: REBUILT });
  const findings = live.digests
    .filter(({ table, digest }) => digest !== rebuilt.find((each) => each.table === table)?.digest)
    .map(({ table }) => `table ${table}: other rows than the live view’s`);
  if (findings.length > 0) throw new CheckFailed(findings);
}
