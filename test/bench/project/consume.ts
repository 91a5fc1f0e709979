import { type Applier, bookkeepingSchema } from '#libs/projections';
import { ViewDatabase } from '#libs/testing';
import { CheckFailed, type Row } from '../harness/row.js';
import { HISTORY_TOPICS } from '../log/topics.js';
import { FilledTopics } from './filled-topics.js';
import { runConsumer } from './run-consumer.js';

/** Has no effect: what is left is reading, verifying, ordering, decoding and the checkpoint. */
const nothing: Applier = { parking: 'park', apply: () => Promise.resolve() };

export const consume: Row = {
  id: 'project.consume',
  title: 'consume to handler: verified, decoded, in lane order over two topics, checkpoints kept',
  limit: 'bare kafkajs eachBatch of the same topics',
  unit: 'events/s',
  goal: { atLeast: 0.5 },
  durability: 'checkpoints: PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const topics = await FilledTopics.fill(bench);
    const database = await ViewDatabase.create(bookkeepingSchema());
    let version = 0;
    return {
      limit: () => topics.bareRate(),
      figure: () => {
        version += 1;
        const consumer = { name: 'nothing', version, topics: HISTORY_TOPICS };
        return runConsumer(topics, { consumer, applier: nothing, pool: database.pool, loops: 2 });
      },
      check: async () => {
        await checkPositions(database, topics, 'nothing', version);
        return [...(await topics.check({}, [])), 'checkpoints at the end'];
      },
      close: async () => {
        await database.close();
        await topics.drop();
      },
    };
  },
};

/** Every lane's checkpoint stands at its end, and nothing was set aside. @throws CheckFailed */
export async function checkPositions(
  { pool }: Pick<ViewDatabase, 'pool'>,
  { history }: FilledTopics,
  consumer: string,
  version: number,
): Promise<void> {
  const { rows } = await pool.query<{ lane: number; position: string; letters: number }>(
    'SELECT lane, position, letters FROM bus.checkpoint WHERE consumer = $1 AND version = $2',
    [consumer, version],
  );
  const stored = new Map(rows.map((row) => [row.lane, row]));
  const findings = history.lanes.flatMap(({ lane, rows: { length } }) => {
    const at = stored.get(lane);
    return Number(at?.position) === length && at?.letters === 0
      ? []
      : [`lane ${lane}: at ${at?.position} of ${length}`];
  });
  if (findings.length > 0) throw new CheckFailed(findings);
}
