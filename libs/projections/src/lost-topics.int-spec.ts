import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '#libs/contracts';
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
  await consumer.close();
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
  }, 60_000);
});
