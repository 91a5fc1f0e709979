import { migrateJournal } from '#libs/journal';
import { createSpecDatabase } from '#libs/testing';
import type { CheckId, Parts } from '#libs/verification';
import { createKafka, type KafkaConfig, LaneProducer } from '#libs/event-log';
import { BenchChild } from '../harness/child.js';
import type { Bench } from '../harness/bench.js';
import type { BareInput } from '../log/bare-main.js';
import { verified } from '../harness/verified.js';
import { History } from '../log/history.js';
import { macKeys, recordsOf } from '../log/records.js';
import { dropTopics, freshTopics, HISTORY_TOPICS } from '../log/topics.js';

const REFERRALS = 30_000;
const PER_SEND = 1_000;

/** Topics that hold a history, and what reads them with bare kafkajs. */
export class FilledTopics {
  private constructor(
    readonly history: History,
    readonly kafka: KafkaConfig,
    private readonly bare: BenchChild<BareInput, number>,
    private readonly referrals: number,
  ) {}

  static async fill(bench: Bench, referrals = REFERRALS): Promise<FilledTopics> {
    const history = new History(referrals);
    const kafka = await freshTopics(bench);
    const producer = new LaneProducer(createKafka(kafka), kafka);
    const records = recordsOf(history.rows);
    for (let from = 0; from < records.length; from += PER_SEND) {
      const byPlace = Map.groupBy(records.slice(from, from + PER_SEND), ({ row }) => `${row.topic}/${row.lane}`);
      const batches = [...byPlace.values()].flatMap(([first, ...rest]) =>
        first
          ? [{ topic: first.row.topic, lane: first.row.lane, messages: [first, ...rest].map(({ record }) => record) }]
          : [],
      );
      await producer.send(batches);
    }
    await producer.disconnect();
    const bare = await BenchChild.start<BareInput, number>(new URL('../log/bare-main.js', import.meta.url));
    return new FilledTopics(history, kafka, bare, referrals);
  }

  get events(): number {
    return this.history.lanes.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  /** Records a second that bare kafkajs hands to `eachBatch`. */
  bareRate(): Promise<number> {
    const { brokers, topicPrefix } = this.kafka;
    return this.bare.run({ task: 'consume', brokers, topicPrefix, topics: HISTORY_TOPICS, referrals: this.referrals });
  }

  /** What `bus verify` says of them and their readers, against the journal that they are of. @throws CheckFailed */
  async check(readers: Omit<Parts, 'journal' | 'log'>, checks: readonly CheckId[]): Promise<readonly string[]> {
    const journal = await createSpecDatabase();
    try {
      await migrateJournal(journal.url());
      await this.history.fill(journal.url(), 'relayed');
      const parts = { ...readers, journal: journal.url(), log: { kafka: this.kafka, macKeys } };
      return (await verified(parts, ['topics', 'order', 'K2', ...checks])).names;
    } finally {
      await journal.drop();
    }
  }

  async drop(): Promise<void> {
    await this.bare.stop();
    await dropTopics(this.kafka);
  }
}
