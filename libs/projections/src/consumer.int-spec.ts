import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '#libs/contracts';
import { caughtUp, LaneHistory, startConsumer, TestRelay, until, ViewDatabase } from '#libs/testing';
import type { Consumer } from './consumer.js';
import { acknowledged, DIARY, diary, diaryOf, prioritised, received, refused } from './consumer.fixtures.js';
import { bookkeepingSchema } from './migrations/bookkeeping.js';
import type { OpenConsumer } from './open-consumer.js';

const LANES = [0, 1, 2, 3, 17, 31, 62, 63];
const ALL: Consumer = { name: 'diary', version: 1, topics: [topics.referral, topics.escalation, topics.access] };

const relay = new TestRelay();
const open: OpenConsumer[] = [];
let db: ViewDatabase;
let histories: LaneHistory[];

beforeAll(async () => {
  db = await ViewDatabase.create([...bookkeepingSchema(), DIARY]);
  await relay.open();
  await relay.onRefill(async ({ lane, after }) => {
    const history = histories.find((each) => each.lane === lane);
    await relay.ship(history?.rows.slice(after) ?? []);
  });
  histories = LANES.map((lane) => new LaneHistory(lane));
}, 30_000);

afterAll(async () => {
  for (const each of open) await each.close();
  await relay.close();
  await db.close();
}, 30_000);

function start(): OpenConsumer {
  const started = startConsumer(relay, { consumer: ALL, applier: diary(ALL), pool: db.pool });
  open.push(started);
  return started;
}

/** Some more events in every lane, as the relay has not sent them yet. */
function grow(count: number): LaneHistory['rows'] {
  const kinds = [received, prioritised, refused, acknowledged, acknowledged];
  return histories.flatMap((history) => {
    const before = history.rows.length;
    for (let n = 0; n < count; n++) {
      const kind = kinds[(n * 7 + history.lane + (n >> 2)) % kinds.length] ?? received;
      history.append([kind], kind === refused ? null : (n % 5) + 1);
    }
    return history.rows.slice(before);
  });
}

describe('a consumer of three topics in eight lanes', () => {
  it('applies every event once and in order while members come and go, records repeat, and some are lost', async () => {
    const first = start();
    await relay.ship(grow(40));
    await caughtUp(first, histories);
    const second = start();
    const more = grow(60);
    await relay.ship(more.slice(0, 200));
    await relay.ship(more.slice(100, 250)); // the relay was killed before it moved its cursor
    await relay.ship(more.slice(250));
    await caughtUp(second, histories);
    await first.close();
    const last = grow(40);
    await relay.ship(
      last.filter(({ position, topic }) => position % 11 !== 0 && !(topic === topics.escalation && position % 7 === 0)),
    );
    await relay.ship(grow(1)); // what follows shows the holes
    await caughtUp(second, histories);
    for (const { lane, rows } of histories)
      expect(await diaryOf(db.pool, ALL, lane)).toEqual(rows.map(({ position }) => position));
  }, 60_000);

  it('goes on from its checkpoint when it comes back', async () => {
    for (const each of open) await each.close();
    await relay.ship(grow(5));
    const again = start();
    await caughtUp(again, histories);
    for (const { lane, rows } of histories)
      expect(await diaryOf(db.pool, ALL, lane)).toEqual(rows.map(({ position }) => position));
  }, 60_000);

  it('waits out a database that drops its connections, and parks nothing', async () => {
    const runner = open.at(-1);
    if (!runner) throw new Error('no consumer runs');
    for (let round = 0; round < 8; round++) {
      await relay.ship(grow(10));
      await db.cutConnections();
    }
    await caughtUpDespite(runner);
    for (const { lane, rows } of histories)
      expect(await diaryOf(db.pool, ALL, lane)).toEqual(rows.map(({ position }) => position));
    expect((await db.pool.query('SELECT FROM bus.parked')).rowCount).toBe(0);
    await until(async () => runner.signals.standing().length === 0 || undefined);
  }, 60_000);

  /** A read whose connection was dropped is asked again, as a caller would. */
  async function caughtUpDespite(runner: OpenConsumer): Promise<void> {
    for (let tries = 1; tries < 5; tries++) {
      const isThere = await caughtUp(runner, histories).then(
        () => true,
        () => false,
      );
      if (isThere) return;
    }
    await caughtUp(runner, histories);
  }
});
