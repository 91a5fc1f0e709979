import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '#libs/contracts';
import { LogReader } from '#libs/event-log';
import { caughtUp, LaneHistory, startConsumer, TestRelay, until, ViewDatabase } from '#libs/testing';
import { acknowledged, DIARY, diary, diaryOf, prioritised, probe, received, steps } from './consumer.fixtures.js';
import { bookkeepingSchema } from './migrations/bookkeeping.js';
import type { OpenConsumer } from './open-consumer.js';
import { projectionApplier } from './projection-applier.js';
import { digestsOfRebuilt, dropRebuilt, dumpView, rebuildInto } from './rebuild.js';
import { askRedrive, findRedriven } from './redrive-desk.js';
import type { Redriven } from './redrive.js';
import { viewSchema } from './view-schema.js';

const relay = new TestRelay();
const open: OpenConsumer[] = [];
let db: ViewDatabase;

beforeAll(async () => {
  db = await ViewDatabase.create([...bookkeepingSchema(), ...viewSchema(probe), DIARY]);
  await relay.open({ largestRecord: 12 * 1024 * 1024 });
}, 30_000);

afterAll(async () => {
  for (const each of open) await each.close();
  await relay.close();
  await db.close();
}, 30_000);

function started(consumer: OpenConsumer): OpenConsumer {
  open.push(consumer);
  return consumer;
}

const keyOf = (history: LaneHistory, position: number): string => history.rows[position - 1]?.key ?? '';

async function status(referral: string): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ status: string }>('SELECT status FROM probe_v1.step WHERE referral = $1', [
    referral,
  ]);
  return rows[0]?.status;
}

async function letters(consumer: string, lane: number): Promise<[number, string][]> {
  const sql = `SELECT position, reason FROM bus.parked WHERE consumer = $1 AND lane = $2 ORDER BY position`;
  const { rows } = await db.pool.query<{ position: string; reason: string }>(sql, [consumer, lane]);
  return rows.map(({ position, reason }) => [Number(position), reason]);
}

/** The stop is written beside the checkpoint for those who look from elsewhere. */
async function stopped(consumer: string, lane: number): Promise<void> {
  await until(async () => ((await stopOf(consumer, lane)) === 'SAME_POSITION_OTHER_BYTES' ? true : undefined));
}

async function stopOf(consumer: string, lane: number): Promise<string | null | undefined> {
  const sql = 'SELECT stopped FROM bus.checkpoint WHERE consumer = $1 AND lane = $2';
  const { rows } = await db.pool.query<{ stopped: string | null }>(sql, [consumer, lane]);
  return rows[0]?.stopped;
}

describe('a view', () => {
  const lane5 = new LaneHistory(5);
  const lane6 = new LaneHistory(6);
  let view: OpenConsumer;

  beforeAll(() => {
    view = started(startConsumer(relay, { consumer: probe, applier: projectionApplier(probe), pool: db.pool }));
  });

  it('parks the referral of an event that cannot be decoded, and what follows of it; others flow on', async () => {
    lane5
      .append([received], 1)
      .appendSpoilt(acknowledged, 1)
      .append([received, acknowledged], 2)
      .append([prioritised], 1);
    lane6.append([received, prioritised, acknowledged], 3);
    await relay.ship([...lane5.rows, ...lane6.rows]);
    await caughtUp(view, [lane5, lane6]);
    expect(await letters('probe', 5)).toEqual([
      [2, 'EVENT_UNDECODABLE'],
      [5, 'BEHIND'],
    ]);
    expect(await status(keyOf(lane5, 1))).toBe('Received');
    expect(await status(keyOf(lane5, 3))).toBe('Acknowledged');
    expect(await status(keyOf(lane6, 1))).toBe('Acknowledged');
  }, 30_000);

  it('says of a parked referral that it is parked, and never that it is as it was', async () => {
    const target = { lane: 5, position: 5, vector: lane5.vector };
    await expect(view.gate.reached(target, { key: keyOf(lane5, 1) })).rejects.toMatchObject({
      code: 'VIEW_PARKED',
      status: 503,
    });
    await expect(view.gate.reached(target, { key: keyOf(lane5, 3) })).resolves.toBeUndefined();
    expect(await view.gate.parked([keyOf(lane5, 1), keyOf(lane5, 3)])).toEqual(new Set([keyOf(lane5, 1)]));
  });

  it('says that it is behind a position that has not come', async () => {
    const ahead = { lane: 5, position: 9, vector: [9] };
    const impatient = started(
      startConsumer(relay, { consumer: probe, applier: projectionApplier(probe), pool: db.pool, gateBoundMs: 100 }),
    );
    await expect(impatient.gate.reached(ahead)).rejects.toMatchObject({ code: 'VIEW_BEHIND', status: 425 });
    await impatient.close();
  });

  it('says why a parked referral cannot be redriven', async () => {
    const id = await askRedrive(db.pool, { ...probe, key: keyOf(lane5, 1), by: 'spec' });
    expect(await answered(id)).toEqual({ applied: 0, remaining: 2, reason: 'EVENT_UNDECODABLE' });
  });

  it('is rebuilt to the same rows, beside the live one', async () => {
    const live = await dumpView(db.pool, probe, 'probe_v1');
    const log = new LogReader(relay.config, relay.macKeys);
    const target = { pool: db.pool, projection: probe, schema: 'probe_again' };
    const again = await rebuildInto(target, log.readTopics(probe.topics), live.positions);
    const digests = await digestsOfRebuilt(target);
    await log.close();
    await dropRebuilt(db.pool, 'probe_again');
    expect(digests).toEqual(live.digests);
    expect(digests).toMatchObject([{ table: steps.name, rows: 3 }]);
    expect(again.parked).toEqual([keyOf(lane5, 1)]);
  });

  it('reads past records that the relay did not sign, whatever their size', async () => {
    const [real] = relay.frame(lane6.append([received], 4).rows.slice(-1));
    if (!real) throw new RangeError('no record');
    const forged = { ...real, headers: { ...real.headers, 'bus-mac': `spec:${'0'.repeat(64)}` } };
    const place = { topic: topics.referral, lane: 6, key: 'x' };
    await relay.send([
      { ...place, value: Buffer.from('not one of ours') },
      { ...place, value: Buffer.alloc(10 * 1024 * 1024), headers: { 'bus-place': 'x' } },
      { ...place, value: null },
      forged,
      { ...real, lane: 7 },
      real,
    ]);
    await caughtUp(view, [lane6]);
    expect(await status(keyOf(lane6, 4))).toBe('Received');
  }, 30_000);

  it('stops a lane in which a position comes with other bytes; other lanes go on', async () => {
    const other = new LaneHistory(6).append([acknowledged, prioritised, acknowledged, acknowledged], 5);
    await relay.ship(other.rows.slice(3));
    await relay.ship(lane6.append([acknowledged], 4).rows.slice(-1));
    await relay.ship(lane5.append([received], 6).rows.slice(-1));
    await caughtUp(view, [lane5]);
    await stopped('probe', 6);
    expect(view.signals.standing()).toEqual([{ code: 'LANE_STOPPED', at: 6 }]);
    expect(await status(keyOf(lane6, 4))).toBe('Received');
  }, 30_000);
});

describe('a consumer that parks', () => {
  const lane = new LaneHistory(20);
  const faults = new Set([4]);
  const consumer = { name: 'redriven', version: 1, topics: [topics.referral, topics.escalation] };

  it('isolates the culprit of a batch, and applies the letters in order once they can be', async () => {
    const runner = started(
      startConsumer(relay, {
        consumer,
        applier: diary(consumer, 'park', (record) => record.lane === 20 && faults.has(record.position)),
        pool: db.pool,
      }),
    );
    lane
      .append([received, prioritised], 1)
      .append([received, acknowledged, prioritised], 2)
      .append([acknowledged], 1)
      .append([received], 2);
    await relay.ship(lane.rows);
    await caughtUp(runner, [lane]);
    expect(await letters('redriven', 20)).toEqual([
      [4, 'EVENT_IMPOSSIBLE'],
      [5, 'BEHIND'],
      [7, 'BEHIND'],
    ]);
    expect(await diaryOf(db.pool, consumer, 20)).toEqual([1, 2, 3, 6]);
    expect(await runner.runner.redrive(keyOf(lane, 4))).toEqual({
      applied: 0,
      remaining: 3,
      reason: 'EVENT_IMPOSSIBLE',
    });
    faults.clear();
    const id = await askRedrive(db.pool, { ...consumer, key: keyOf(lane, 4), by: 'spec' });
    expect(await answered(id)).toEqual({ applied: 3, remaining: 0, reason: null });
    expect(await diaryOf(db.pool, consumer, 20)).toEqual([1, 2, 3, 6, 4, 5, 7]);
    await relay.ship(lane.append([acknowledged], 2).rows.slice(-1));
    await caughtUp(runner, [lane]);
    expect(await diaryOf(db.pool, consumer, 20)).toEqual([1, 2, 3, 6, 4, 5, 7, 8]);
    expect(await letters('redriven', 20)).toEqual([]);
  }, 30_000);

  it('stands still at a contradiction also when letters of the lane are applied meanwhile', async () => {
    const runner = open.at(-1);
    if (!runner) throw new Error('nobody consumes');
    faults.add(9);
    await relay.ship(lane.append([received], 3).rows.slice(-1));
    await caughtUp(runner, [lane]);
    await relay.ship(new LaneHistory(20).append(Array(9).fill(acknowledged), 3).rows.slice(-1));
    await stopped('redriven', 20);
    faults.clear();
    const id = await askRedrive(db.pool, { ...consumer, key: keyOf(lane, 9), by: 'spec' });
    expect(await answered(id)).toEqual({ applied: 1, remaining: 0, reason: null });
    expect(await stopOf('redriven', 20)).toBe('SAME_POSITION_OTHER_BYTES');
  }, 30_000);
});

describe('a lane whose next event does not follow', () => {
  const consumer = { name: 'chained', version: 1, topics: [topics.referral] };

  it('stands still in the transaction that applies what came before it', async () => {
    const lane = new LaneHistory(21).append([received, acknowledged], 1);
    const [, , another] = new LaneHistory(21).append([received, received, received], 2).rows;
    if (!another) throw new RangeError('three rows');
    await relay.ship([...lane.rows, another]);
    const runner = started(startConsumer(relay, { consumer, applier: diary(consumer), pool: db.pool }));
    await caughtUp(runner, [lane]);
    expect(await stopOf('chained', 21)).toBe('PREVIOUS_MISMATCH');
    expect(await diaryOf(db.pool, consumer, 21)).toEqual([1, 2]);
  }, 30_000);
});

describe('a lane whose next event is not on the topics', () => {
  const consumer = { name: 'waiting', version: 1, topics: [topics.referral, topics.escalation] };

  it('says so after a while, for those who look from elsewhere, until the event comes', async () => {
    const lane = new LaneHistory(22).append([received, prioritised, acknowledged], 1);
    await relay.ship(lane.rows.filter(({ position }) => position !== 2));
    const stallTimes = { askAfterMs: 100, askAgainMs: 100, askAtMostEveryMs: 1_000, alarmAfterMs: 300 };
    const runner = started(startConsumer(relay, { consumer, applier: diary(consumer), pool: db.pool, stallTimes }));
    await until(async () => ((await stopOf('waiting', 22)) === 'LANE_STALLED' ? true : undefined));
    expect(await diaryOf(db.pool, consumer, 22)).toEqual([1]);
    await relay.ship(lane.rows.slice(1, 2));
    await caughtUp(runner, [lane]);
    expect(await diaryOf(db.pool, consumer, 22)).toEqual([1, 2, 3]);
    expect(await stopOf('waiting', 22)).toBeNull();
  }, 30_000);
});

describe('a consumer that never parks', () => {
  const consumer = { name: 'trail', version: 1, topics: [topics.referral, topics.escalation] };
  const lane = new LaneHistory(30);
  const busy = new LaneHistory(31);

  it('gets what cannot be decoded too, and waits at what it cannot apply while other lanes go on', async () => {
    const faults = new Set([3]);
    const runner = started(
      startConsumer(relay, {
        consumer,
        applier: diary(consumer, 'never', (record) => record.lane === 30 && faults.has(record.position)),
        pool: db.pool,
      }),
    );
    lane.append([received], 1).appendSpoilt(acknowledged, 1).append([prioritised, acknowledged], 1);
    busy.append([received, prioritised], 2);
    await relay.ship([...lane.rows, ...busy.rows]);
    await caughtUp(runner, [busy, { lane: 30, vector: [2] }]);
    expect(await diaryOf(db.pool, consumer, 30)).toEqual([1, 2]);
    faults.clear();
    await caughtUp(runner, [lane]);
    expect(await diaryOf(db.pool, consumer, 30)).toEqual([1, 2, 3, 4]);
  }, 30_000);
});

/** What the consumer, which looks every second, has answered. */
function answered(id: string): Promise<Redriven> {
  return until(async () => (await findRedriven(db.pool, id)) ?? undefined);
}
