import { setTimeout as delay } from 'node:timers/promises';
import type { KafkaConfig } from '#libs/event-log';
import { migrateJournal } from '#libs/journal';
import { createLogger, Metrics } from '#libs/platform';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import pg from 'pg';
import { Relay } from '../../../apps/relay/src/relay.js';
import type { Bench } from '../harness/bench.js';
import { BenchChild } from '../harness/child.js';
import type { Row } from '../harness/row.js';
import { verified } from '../harness/verified.js';
import type { BareInput } from '../log/bare-main.js';
import { History } from '../log/history.js';
import { Pace } from '../log/pace.js';
import { macKeys } from '../log/records.js';
import { javaProducerRate } from './java-producer.js';
import { dropTopics, freshTopics, HISTORY_TOPICS } from '../log/topics.js';

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
    let shipment: Shipment | null = null;
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
        await shipment?.drop();
        shipment = await Shipment.prepare(bench, history);
        return shipment.rate(history, bench.stack.registry);
      },
      check: async () => (shipment ? shipment.check() : []),
      notes: () => seen,
      close: async () => {
        await shipment?.drop();
        await bare.stop();
      },
    };
  },
};

/** A journal that is full, and the topics that it goes to. */
class Shipment {
  private constructor(
    private readonly journal: SpecDatabase,
    private readonly kafka: KafkaConfig,
  ) {}

  static async prepare(bench: Bench, history: History): Promise<Shipment> {
    const journal = await createSpecDatabase();
    await migrateJournal(journal.url());
    await history.fill(journal.url());
    return new Shipment(journal, await freshTopics(bench));
  }

  /** Events a second that a relay confirms. */
  async rate(history: History, registryUrl: string): Promise<number> {
    const { journal, kafka } = this;
    const registry = { url: registryUrl, topicPrefix: kafka.topicPrefix };
    const config = { databaseUrl: journal.url('bus_relay'), kafka, registry, macKeys, loops: 2 };
    const relay = new Relay(config, { metrics: new Metrics(), logger: createLogger({ app: 'bench', level: 'error' }) });
    const pace = new Pace(history.rows.length);
    const watching = watch(journal, pace);
    relay.start();
    try {
      return await pace.rate;
    } finally {
      await watching;
      await relay.stop();
    }
  }

  /** @throws CheckFailed */
  async check(): Promise<readonly string[]> {
    const parts = { journal: this.journal.url(), log: { kafka: this.kafka, macKeys } };
    return (await verified(parts, ['topics', 'order', 'K2', 'K10'])).names;
  }

  async drop(): Promise<void> {
    await this.journal.drop();
    await dropTopics(this.kafka);
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
