import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '#libs/contracts';
import { createKafka, physicalTopic } from '#libs/event-log';
import { createLogger } from '#libs/platform';
import { caughtUp, LaneHistory, startConsumer, TestRelay, ViewDatabase } from '#libs/testing';
import type { Consumer } from './consumer.js';
import { DIARY, diary, diaryOf, received } from './consumer.fixtures.js';
import { bookkeepingSchema } from './migrations/bookkeeping.js';
import type { OpenConsumer } from './open-consumer.js';

const CONSUMER: Consumer = { name: 'diary', version: 1, topics: [topics.referral, topics.escalation] };

const relay = new TestRelay();
const history = new LaneHistory(3);
let db: ViewDatabase;
let consumer: OpenConsumer;

beforeAll(async () => {
  db = await ViewDatabase.create([...bookkeepingSchema(), DIARY]);
  await relay.open();
}, 30_000);

afterAll(async () => {
  await consumer?.close();
  await relay.close();
  await db.close();
}, 30_000);

const start = (): OpenConsumer => startConsumer(relay, { consumer: CONSUMER, applier: diary(CONSUMER), pool: db.pool });
const grow = (events: number) => history.append(Array.from({ length: events }, () => received)).rows;
const applied = (): Promise<number[]> => diaryOf(db.pool, CONSUMER, history.lane);
const positions = (): number[] => history.rows.map(({ position }) => position);

describe('a topic that was lost, made anew and filled again up to where a consumer stands in it', () => {
  beforeAll(async () => {
    consumer = start();
    await relay.ship(grow(10));
    await relay.ship(history.rows.slice(5)); // sent again: the consumer is at offset 15, and at position 10
    await caughtUp(consumer, [history]);
    await consumer.close();
    await relay.loseTopics();
    await relay.ship(grow(5));
  }, 60_000);

  it('shows that consumer what it has not seen, and it asks for it', async () => {
    const asked = relay.onRefill(async ({ after }) => relay.ship(history.rows.slice(after)));
    consumer = start();
    await asked;
    await caughtUp(consumer, [history]);
    expect(await applied()).toEqual(positions());
    await consumer.close();
  }, 60_000);
});

describe('topics whose records are gone up to beyond where a consumer stands, in many lanes', () => {
  const MANY = Array.from({ length: 24 }, (_, nth) => new LaneHistory(10 + nth));
  const rowsOf = (events: number) =>
    MANY.flatMap((each) => each.append(Array.from({ length: events }, () => received)).rows);

  /** As a broker does whose retention was set wrongly. */
  async function forget(): Promise<void> {
    const admin = createKafka(relay.config).admin();
    const topic = physicalTopic(relay.config, topics.referral);
    const ends = await admin.fetchTopicOffsets(topic);
    const gone = ends.filter(({ high }) => high !== '0');
    await admin.deleteTopicRecords({
      topic,
      partitions: gone.map(({ partition, high }) => ({ partition, offset: high })),
    });
    await admin.disconnect();
  }

  it('are read from where they begin, each lane at once', async () => {
    const first = rowsOf(6);
    await relay.ship(first);
    consumer = start();
    await caughtUp(consumer, MANY);
    await consumer.close();
    await relay.ship(first); // sent again, so that the topic goes on beyond the consumer's place
    await forget();
    await relay.ship(rowsOf(2));

    const told: string[] = [];
    const destination = { write: (line: string) => void told.push(line) };
    const client = createKafka(relay.config, createLogger({ app: 'spec', level: 'warn', destination }));
    consumer = startConsumer(relay, { consumer: CONSUMER, applier: diary(CONSUMER), pool: db.pool, client });
    await caughtUp(consumer, MANY);
    for (const each of MANY)
      expect(await diaryOf(db.pool, CONSUMER, each.lane)).toEqual(each.rows.map(({ position }) => position));
    expect(told.filter((line) => line.includes('out of range'))).toEqual([]);
  }, 60_000);
});
