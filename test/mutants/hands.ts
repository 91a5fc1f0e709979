import {
  type BusEvent,
  decodeEvent,
  encodeEvent,
  type EncodedEvent,
  leafOfEvent,
  ordinalOf,
  topicAt,
  type Topic,
  topics,
} from '#libs/contracts';
import {
  createKafka,
  frameEvent,
  type FramedRecord,
  type JournalRow,
  type KafkaConfig,
  MacKeys,
  PartitionReader,
  physicalTopic,
  readGroupOffsets,
  SchemaCatalogue,
} from '#libs/event-log';
import { advance, type BusPosition, highest, parseBusPosition } from '#libs/kernel';
import { until } from '#libs/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Told } from '../../apps/cli/src/simulate/bus-line.js';
import type { Deployment } from '../deployment/index.js';

type Database = keyof Deployment['databases'];

/** Of who consumes referrals in every deployment here. */
const CONSUMING: readonly Database[] = ['views', 'audit', 'policies'];
const FETCH_MS = 2_000;

/** What somebody can do who has the databases, the broker and the keys in his hands: faults, forgery, and a look at progress. */
export class Hands {
  readonly #kafka: KafkaConfig;
  readonly #macKeys: MacKeys;
  #closed = false;

  constructor(private readonly bus: Deployment) {
    this.#kafka = { brokers: bus.services.kafka, clientId: 'mutants', topicPrefix: bus.topicPrefix };
    this.#macKeys = MacKeys.parse(readFileSync(join(bus.folder, 'mac-keys.secret'), 'utf8'));
  }

  /** Nobody waits for anything any more: the databases are about to go. */
  close(): void {
    this.#closed = true;
  }

  async sql<Row extends pg.QueryResultRow>(
    database: Database,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return this.withClient(database, async (client) => (await client.query<Row>(text, [...values])).rows);
  }

  async withClient<T>(database: Database, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.bus.databases[database].url(), application_name: 'mutants' });
    client.on('error', () => undefined); // a query that is cut says so itself
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Where a lane stands in the journal. */
  async head(lane: number): Promise<number> {
    const [row] = await this.sql<{ position: string }>('journal', 'SELECT position FROM lane WHERE lane = $1', [lane]);
    return Number(row?.position);
  }

  /** Resolves when a consumer has applied what the answer to a command said. */
  async applied(database: 'views' | 'audit', told: Pick<Told, 'position'> | null, boundMs = 30_000): Promise<void> {
    const wanted = positionIn(told);
    const ordinals = database === 'views' ? [0, 1] : [0, 1, 3];
    await this.reached(database, wanted.lane, highest(wanted.vector, ordinals), boundMs);
  }

  /** Resolves when the view, not the feed beside it, or the trail stands at a position of a lane, or beyond. */
  async reached(database: 'views' | 'audit', lane: number, position: number, boundMs = 30_000): Promise<void> {
    const sql = "SELECT FROM bus.checkpoint WHERE lane = $1 AND position >= $2 AND consumer <> 'agency_feed'";
    await this.#until(async () => (await this.sql(database, sql, [lane, position])).length > 0, boundMs);
  }

  /** Resolves when everybody has applied what a command said on the topic of referrals: nobody asks for that again. */
  async appliedByAll(told: Pick<Told, 'position'> | null): Promise<void> {
    const { lane, vector } = positionIn(told);
    const sql = 'SELECT min(position) AS position FROM bus.checkpoint WHERE lane = $1';
    for (const database of CONSUMING)
      await this.#until(async () => {
        const [row] = await this.sql<{ position: string | null }>(database, sql, [lane]);
        return Number(row?.position ?? 0) >= highest(vector, [ordinalOf(topics.referral)]);
      });
  }

  /** Resolves when the relay says that a position is on the topics. */
  async relayed({ lane, position }: Pick<BusPosition, 'lane' | 'position'>): Promise<void> {
    const sql = 'SELECT FROM relay_cursor WHERE lane = $1 AND position >= $2';
    await this.#until(async () => (await this.sql('journal', sql, [lane, position])).length > 0);
  }

  /** Resolves when a lane of a topic ends at an offset, or beyond. */
  async ends(topic: Topic, lane: number, offset: number): Promise<void> {
    const admin = createKafka(this.#kafka).admin();
    await admin.connect();
    await this.#until(async () => {
      const partitions = await admin.fetchTopicOffsets(physicalTopic(this.#kafka, topic));
      return Number(partitions.find(({ partition }) => partition === lane)?.high ?? 0) >= offset;
    }).finally(() => admin.disconnect());
  }

  /** Has the view apply the parked events of a referral again, and resolves when it has. */
  async redrive(key: string): Promise<void> {
    await this.sql(
      'views',
      `INSERT INTO bus.redrive (consumer, version, key, asked_by) SELECT consumer, version, $1, 'mutants' FROM bus.live WHERE consumer = 'agency_views'`,
      [key],
    );
    const sql = 'SELECT FROM bus.redrive WHERE done_at IS NULL';
    await this.#until(async () => (await this.sql('views', sql)).length === 0);
  }

  /** Resolves when a consumer group has committed an offset. */
  async committed(group: string, topic: Topic, lane: number, offset: number): Promise<void> {
    await this.#until(async () => {
      const offsets = await readGroupOffsets(this.#kafka, group, [topic]);
      return (offsets.get(topic)?.get(lane) ?? 0) >= offset;
    });
  }

  /** The record of an event, as the relay of a build without bugs sends it. */
  async record(lane: number, position: number): Promise<FramedRecord & { readonly topic: Topic }> {
    const row = await this.#row(lane, position);
    return { topic: row.topic, ...(await this.#framed(row)) };
  }

  /** The record at an offset as it lies there, signed by the build that sent it. */
  async shipped(topic: Topic, lane: number, offset: number): Promise<FramedRecord & { readonly topic: Topic }> {
    const reader = new PartitionReader(createKafka(this.#kafka));
    try {
      const wanted = [{ topic: physicalTopic(this.#kafka, topic), partition: lane, offset }];
      const [fetched] = await reader.fetch(wanted, FETCH_MS);
      const found = fetched?.messages.find((message) => Number(message.offset) === offset);
      if (!found?.key || !found.value) throw new Error(`nothing lies at offset ${offset} of ${topic} lane ${lane}`);
      const { key, value, timestamp, headers = {} } = found;
      const texts = Object.entries(headers).map(([name, text]) => [name, String(text)] as const);
      return { topic, key: key.toString(), value, timestamp, headers: Object.fromEntries(texts) };
    } finally {
      await reader.close();
    }
  }

  /** A record that says of itself that it is the lane's next event, about the same referral as the last one. */
  async nextRecord(lane: number, event: BusEvent): Promise<FramedRecord & { readonly topic: Topic }> {
    const last = await this.#row(lane, await this.head(lane));
    const { meta } = decodeEvent(last);
    const position = meta.position + 1;
    const after = advance(meta.after, ordinalOf(last.topic), meta.position);
    const encoded: EncodedEvent = encodeEvent(event, {
      ...meta,
      position,
      after,
      previous: leafOfEvent(last),
      ordinal: 1,
      of: 1,
    });
    const topic = topicAt(0);
    return { topic, ...(await this.#framed({ topic, lane, position, key: last.key, ...encoded })) };
  }

  /** Appends records to a lane, as anybody can who may produce. */
  async produce(lane: number, records: readonly (FramedRecord & { readonly topic: Topic })[]): Promise<void> {
    const producer = createKafka(this.#kafka).producer({ allowAutoTopicCreation: false });
    await producer.connect();
    for (const { topic, headers, ...message } of records)
      await producer.send({
        topic: physicalTopic(this.#kafka, topic),
        messages: [{ ...message, headers: { ...headers }, partition: lane }],
      });
    await producer.disconnect();
  }

  /** A topic loses the records of a lane, up to its end. */
  async empty(topic: Topic, lane: number): Promise<void> {
    const admin = createKafka(this.#kafka).admin();
    await admin.connect();
    await admin.fetchTopicOffsets(physicalTopic(this.#kafka, topic)); // else kafkajs does not know who leads it
    await admin.deleteTopicRecords({
      topic: physicalTopic(this.#kafka, topic),
      partitions: [{ partition: lane, offset: '-1' }],
    });
    await admin.disconnect();
  }

  /** Leaves nothing on the broker. */
  async removeTopics(): Promise<void> {
    const admin = createKafka(this.#kafka).admin();
    await admin.connect();
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(this.bus.topicPrefix));
    await admin.deleteTopics({ topics });
    await admin.disconnect();
  }

  /** @throws Error after the bound */
  async #until(ask: () => Promise<boolean>, boundMs = 30_000): Promise<void> {
    await until(async () => (this.#closed || (await ask()) ? true : undefined), boundMs);
  }

  async #row(lane: number, position: number): Promise<JournalRow> {
    const [row] = await this.sql<{ topic: number; key: string; fingerprint: Buffer; bytes: Buffer }>(
      'journal',
      'SELECT topic, key, fingerprint, bytes FROM journal WHERE lane = $1 AND position = $2',
      [lane, position],
    );
    if (!row) throw new Error(`lane ${lane} has no position ${position}`);
    return { ...row, lane, position, topic: topicAt(row.topic) };
  }

  async #framed(row: JournalRow): Promise<FramedRecord> {
    const catalogue = new SchemaCatalogue({ url: this.bus.services.registry, topicPrefix: this.bus.topicPrefix });
    return frameEvent(row, await catalogue.ids(), this.#macKeys);
  }
}

/** @throws Error when the command was given up */
export function positionIn(told: Pick<Told, 'position'> | null): BusPosition {
  const position = told?.position ? parseBusPosition(told.position) : null;
  if (!position) throw new Error('a command that the scenario needs was not accepted');
  return position;
}
