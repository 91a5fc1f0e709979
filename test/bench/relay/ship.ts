import { setTimeout as delay } from 'node:timers/promises';
import type { KafkaConfig } from '#libs/event-log';
import { migrateJournal } from '#libs/journal';
import { createLogger, Metrics } from '#libs/platform';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import pg from 'pg';
import { Relay } from '../../../apps/relay/src/relay.js';
import { BenchChild } from '../harness/child.js';
import type { Row } from '../harness/row.js';
import type { BareInput } from '../log/bare-main.js';
import { History } from '../log/history.js';
import { Pace } from '../log/pace.js';
import { macKeys } from '../log/records.js';
import { javaProducerRate } from './java-producer.js';
import { checkTopics, dropTopics, freshTopics, HISTORY_TOPICS } from '../log/topics.js';

const REFERRALS = 30_000;
const LOOK_MS = 5;

export const ship: Row = {
  id: 'relay.ship',
  title: 'relay: journal → topics, 32 lanes, acks=all',
  limit: 'bare kafkajs sending the same records, 1000 a send, five in flight',
  unit: 'events/s',
  goal: { atLeast: 0.7 },
  durability: 'Kafka acks=all, one broker',
  prepare: async (bench) => {
    const history = new History(REFERRALS);
    const bare = await BenchChild.start<BareInput, number>(new URL('../log/bare-main.js', import.meta.url));
    let kafka: KafkaConfig | null = null;
    const seen: string[] = [];
    return {
      limit: async () => {
        const own = await freshTopics(bench);
        const { brokers, topicPrefix } = own;
        const input = { task: 'produce', brokers, topicPrefix, topics: HISTORY_TOPICS, referrals: REFERRALS } as const;
        const rate = await bare.run(input);
        const java = await javaProducerRate(own, history);
        seen.push(`Kafka's own ProducerPerformance with records of the same size: ${Math.round(java)}/s.`);
        await dropTopics(own);
        return rate;
      },
      figure: async () => {
        if (kafka) await dropTopics(kafka);
        kafka = await freshTopics(bench);
        return shipped(history, kafka, bench.stack.registry);
      },
      check: async () => {
        if (kafka) await checkTopics(kafka, history);
      },
      notes: () => seen,
      close: () => bare.stop(),
    };
  },
};

/** Events a second that a relay confirms out of a journal that is full of them. */
async function shipped(history: History, kafka: KafkaConfig, registryUrl: string): Promise<number> {
  const database = await createSpecDatabase();
  await migrateJournal(database.url());
  await history.fill(database.url());
  const registry = { url: registryUrl, topicPrefix: kafka.topicPrefix };
  const config = { databaseUrl: database.url('bus_relay'), kafka, registry, macKeys, loops: 2 };
  const relay = new Relay(config, { metrics: new Metrics(), logger: createLogger({ app: 'bench', level: 'error' }) });
  const pace = new Pace(history.rows.length);
  const watching = watch(database, pace);
  relay.start();
  try {
    return await pace.rate;
  } finally {
    await watching;
    await relay.stop();
    await database.drop();
  }
}

async function watch(database: SpecDatabase, pace: Pace): Promise<void> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  let over = false;
  void pace.rate.then(() => (over = true));
  while (!over) {
    const { rows } = await client.query<{ relayed: string }>('SELECT sum(position) AS relayed FROM relay_cursor');
    pace.reached(Number(rows[0]?.relayed));
    await delay(LOOK_MS);
  }
  await client.end();
}
