import { type Applier, changesOf, type DecodedRecord, projectionApplier, schemaOf } from '#libs/projections';
import pg from 'pg';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { migrateViews } from '../../../apps/agency-views/src/database/views-database.js';
import { createSpecDatabase } from '#libs/testing';
import { inTransaction } from '#libs/postgres';
import { foldChanges, type FoldedTables } from '../../../libs/projections/src/fold.js';
import { writeRows } from '../../../libs/projections/src/write-rows.js';
import type { Row } from '../harness/row.js';
import { Pace } from '../log/pace.js';
import { checkPositions } from './consume.js';
import { FilledTopics } from './filled-topics.js';
import { runConsumer } from './run-consumer.js';

const LOOPS = 2;
/** What `bus verify` can say of a view that nobody reads yet. */
export const OF_VIEW = ['K3', 'K4', 'K10', 'K11'] as const;

export const effect: Row = {
  id: 'project.effect',
  title: 'project: the agencies’ view out of the topics, each event with its effect exactly once, two loops',
  limit: 'a bare unnest upsert of the same rows in the same batches on two connections',
  unit: 'events/s',
  goal: { atLeast: 0.8 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const topics = await FilledTopics.fill(bench);
    let view = await freshView();
    const recorder = new Recorder(projectionApplier(agencyViews));
    await runConsumer(topics, { consumer: agencyViews, applier: recorder, pool: view.pool, loops: LOOPS });
    const batches = recorder.batches.map(foldedOf);
    return {
      limit: async () => {
        const bare = await freshView();
        const rate = await writeBare(bare.pool, batches, topics.events);
        await bare.drop();
        return rate;
      },
      figure: async () => {
        await view.drop();
        view = await freshView();
        const applier = projectionApplier(agencyViews);
        return runConsumer(topics, { consumer: agencyViews, applier, pool: view.pool, loops: LOOPS });
      },
      check: async () => {
        await checkPositions(view, topics, agencyViews.name, agencyViews.version);
        return topics.check({ views: view.url }, OF_VIEW);
      },
      close: async () => {
        await view.drop();
        await topics.drop();
      },
    };
  },
};

export interface View {
  readonly url: string;
  readonly pool: pg.Pool;
  drop(): Promise<void>;
}

/** An empty view in a database of its own, with all its indexes. */
export async function freshView(): Promise<View> {
  const database = await createSpecDatabase();
  const url = database.url('bus_owner');
  await migrateViews(url);
  const pool = new pg.Pool({ connectionString: url, max: 6 });
  return {
    url,
    pool,
    drop: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

class Recorder implements Applier {
  readonly parking = 'park';
  readonly batches: (readonly DecodedRecord[])[] = [];

  constructor(private readonly inner: Applier) {}

  async apply(...[tx, records]: Parameters<Applier['apply']>): Promise<void> {
    await this.inner.apply(tx, records);
    this.batches.push(records);
  }
}

interface BareBatch {
  readonly events: number;
  readonly loop: number;
  readonly rows: FoldedTables;
}

const foldedOf = (records: readonly DecodedRecord[]): BareBatch => ({
  events: records.length,
  loop: (records[0]?.record.lane ?? 0) % LOOPS,
  rows: foldChanges(records.flatMap(({ event }) => (event ? changesOf(agencyViews, event) : []))),
});

/** The rows alone, folded beforehand: a transaction a batch, those of one loop on one connection. */
async function writeBare(pool: pg.Pool, batches: readonly BareBatch[], events: number): Promise<number> {
  const pace = new Pace(events);
  let written = 0;
  const work = async (loop: number): Promise<void> => {
    for (const batch of batches.filter((each) => each.loop === loop)) {
      await inTransaction(pool, (tx) => writeRows(tx, schemaOf(agencyViews), batch.rows));
      written += batch.events;
      pace.reached(written);
    }
  };
  await Promise.all(Array.from({ length: LOOPS }, (_, loop) => work(loop)));
  return pace.rate;
}
