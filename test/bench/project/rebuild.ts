import type pg from 'pg';
import { decodeEvent } from '#libs/contracts';
import { LogReader } from '#libs/event-log';
import { inTransaction } from '#libs/postgres';
import {
  beginRebuild,
  changesOf,
  completeRebuild,
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
import { rebuildViews } from '../../../apps/agency-views/src/rebuild/rebuild-views.js';
import { copyIn } from '../../../libs/projections/src/copy-in.js';
import { copyChunks, copyInto } from '../../../libs/projections/src/copy-rows.js';
import { profileThisProcess } from '../harness/profile.js';
import { CheckFailed, type Row } from '../harness/row.js';
import type { History } from '../log/history.js';
import { macKeys, macSecret } from '../log/records.js';
import { freshView, OF_VIEW, type View } from './effect.js';
import { FilledTopics } from './filled-topics.js';
import { runConsumer } from './run-consumer.js';

/** As many as an agency has in months: of fewer, the start of threads is a fifth of the time. */
const REFERRALS = 100_000;

const REBUILT = 'agency_views_rebuilt';
const COPIED = 'agency_views_copied';

export const rebuild: Row = {
  id: 'project.rebuild',
  title: 'rebuild of the agencies’ view from the topics, beside the live one, to its last index',
  limit:
    'the slower of bare kafkajs eachBatch of the same topics and a bare COPY of the same rows, encoded beforehand, with their keys and indexes',
  unit: 'events/s',
  goal: { atLeast: 0.6 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const topics = await FilledTopics.fill(bench, REFERRALS);
    const view = await freshView();
    const applier = projectionApplier(agencyViews);
    await runConsumer(topics, { consumer: agencyViews, applier, pool: view.pool, loops: 2 });
    const live = await dumpView(view.pool, agencyViews, schemaOf(agencyViews));
    const encoded = encodedRows(topics.history);
    const seen: string[] = [];
    return {
      limit: async () => {
        const consumed = await topics.bareRate();
        const seconds = await copySeconds(view.pool, encoded);
        const [copied, indexed] = [topics.events / seconds.bare, topics.events / seconds.indexed];
        seen.push(
          `Bare consuming ${Math.round(consumed)}/s, COPY ${Math.round(copied)} events/s, with keys and indexes ${Math.round(indexed)}.`,
        );
        return Math.min(consumed, indexed);
      },
      figure: async () => topics.events / (await rebuildSeconds(topics, view, live)),
      check: async () => {
        await checkSame(view.pool, live);
        return [...(await topics.check({ views: view.url }, OF_VIEW)), 'K5'];
      },
      notes: () => seen,
      profiles: async () => [
        { of: 'a rebuild by one thread', profile: await profileThisProcess(() => rebuildHere(topics, view, live)) },
      ],
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

/** Until the rows are there, and until they are indexed too. */
async function copySeconds(pool: pg.Pool, encoded: Encoded): Promise<{ bare: number; indexed: number }> {
  const target = { pool, projection: agencyViews, schema: COPIED };
  await dropRebuilt(pool, COPIED);
  await beginRebuild(target);
  const start = performance.now();
  await inTransaction(pool, async (tx) => {
    for (const [table, chunks] of encoded) await copyIn(tx, copyInto(COPIED, table), chunks);
  });
  const copied = performance.now();
  await completeRebuild(target);
  return { bare: (copied - start) / 1000, indexed: (performance.now() - start) / 1000 };
}

async function rebuildSeconds({ kafka }: FilledTopics, view: View, { positions }: ViewDump): Promise<number> {
  await dropRebuilt(view.pool, REBUILT);
  const env = {
    DATABASE_URL: view.url,
    KAFKA_BROKERS: kafka.brokers.join(','),
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    MAC_KEYS: macSecret,
  };
  const start = performance.now();
  await rebuildViews({ pool: view.pool, projection: agencyViews, schema: REBUILT }, env, positions);
  return (performance.now() - start) / 1000;
}

async function rebuildHere({ kafka }: FilledTopics, { pool }: View, { positions }: ViewDump): Promise<void> {
  await dropRebuilt(pool, REBUILT);
  const reader = new LogReader(kafka, macKeys);
  const records = readLanes(reader, agencyViews.topics, positions.keys());
  await rebuildInto({ pool, projection: agencyViews, schema: REBUILT }, records, positions);
  await reader.close();
}

/** The same rows as the live view’s. @throws CheckFailed */
async function checkSame(pool: pg.Pool, live: ViewDump): Promise<void> {
  const rebuilt = await digestsOfRebuilt({ pool, projection: agencyViews, schema: REBUILT });
  const findings = live.digests
    .filter(({ table, digest }) => digest !== rebuilt.find((each) => each.table === table)?.digest)
    .map(({ table }) => `table ${table}: other rows than the live view’s`);
  if (findings.length > 0) throw new CheckFailed(findings);
}
