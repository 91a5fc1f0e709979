import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOPICS_IN_USE } from '#libs/contracts';
import { Pool } from 'pg';
import { isAlien, LogReader, type LogRecord } from '#libs/event-log';
import { LaneHistory, TestRelay, until } from '#libs/testing';
import { acknowledged, prioritised, received, refused, SpecTrail } from './trail.fixtures.js';

const relay = new TestRelay();
let trail: SpecTrail;

beforeAll(async () => {
  await relay.open();
  trail = await SpecTrail.open(relay);
  await trail.start();
}, 30_000);

afterAll(async () => {
  await trail.close();
  await relay.close();
}, 30_000);

const sha256 = (...parts: readonly Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definition of RFC 6962, 2.1 once more, sharing nothing with the trail's own code. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] as Buffer;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

/** Size and root of each lane, from nothing but what stands on the topics. */
async function rootsOfTopics(): Promise<object[]> {
  const reader = new LogReader(relay.config, relay.macKeys);
  const lanes = new Map<number, Map<number, LogRecord>>();
  for await (const batch of reader.readTopics(TOPICS_IN_USE)) {
    for (const record of batch) {
      if (isAlien(record)) continue;
      const lane = lanes.get(record.lane) ?? new Map<number, LogRecord>();
      lanes.set(record.lane, lane);
      if (!lane.has(record.position)) lane.set(record.position, record);
    }
  }
  await reader.close();
  return [...lanes]
    .sort(([a], [b]) => a - b)
    .map(([lane, records]) => {
      const leaves = [...records.values()]
        .sort((a, b) => a.position - b.position)
        .map(({ fingerprint, bytes }) => sha256(Buffer.of(0, 1), fingerprint, bytes));
      return { lane, size: leaves.length, root: naiveRoot(leaves).toString('hex') };
    });
}

async function rootsOfTrail(): Promise<object[]> {
  const { status, body } = await trail.get('/v1/audit/roots');
  expect(status).toBe(200);
  return (body.items as { lane: number; size: number; root: string }[]).map(({ lane, size, root }) => ({
    lane,
    size,
    root,
  }));
}

const entries = async (lane: number): Promise<number> => {
  const { rows } = await trail.pool.query<{ count: string }>(
    'SELECT count(*) FROM audit_trail_v1.entry WHERE lane = $1',
    [lane],
  );
  return Number(rows[0]?.count);
};

describe('the trail', () => {
  const lane3 = new LaneHistory(3);
  const lane4 = new LaneHistory(4);

  it('has in each lane the root that anybody computes from the topics', async () => {
    for (let leg = 1; leg <= 40; leg++) lane3.append([received, prioritised, acknowledged], leg);
    lane4.append([received, prioritised], 1).append([refused], null).append([acknowledged], 1);
    await relay.ship([...lane3.rows, ...lane4.rows]);
    await trail.caughtUp(lane3, lane4);
    expect(await rootsOfTrail()).toEqual(await rootsOfTopics());
  }, 30_000);

  it('is not changed by events that come again', async () => {
    const before = await rootsOfTrail();
    await relay.ship(lane3.rows);
    await relay.ship(lane3.rows.slice(40));
    lane4.append([prioritised], 2);
    lane3.append([prioritised], 50);
    await relay.ship([...lane3.rows.slice(-1), ...lane4.rows.slice(-1)]);
    await trail.caughtUp(lane3, lane4);
    expect(await entries(3)).toBe(lane3.rows.length);
    expect(await rootsOfTrail()).not.toEqual(before);
    expect(await rootsOfTrail()).toEqual(await rootsOfTopics());
  }, 30_000);

  it('gives an event that cannot be read its leaf and place, with the reason, and goes on', async () => {
    const lane5 = new LaneHistory(5).append([received], 1).appendSpoilt(acknowledged, 1).append([prioritised], 1);
    await relay.ship(lane5.rows);
    await trail.caughtUp(lane5);
    expect(await rootsOfTrail()).toEqual(await rootsOfTopics());
    const { body } = await trail.get(`/v1/audit/trace/${lane5.rows[0]?.key}`);
    expect(body.items).toMatchObject([
      { position: 1, type: 'ReferralReceived', undecodable: null },
      { position: 2, type: null, actor: null, undecodable: 'EVENT_UNDECODABLE' },
      { position: 3, type: 'PrioritySet', undecodable: null },
    ]);
  }, 30_000);

  it('may be added to by its writer, and never changed', async () => {
    const writer = new Pool({ connectionString: trail.database.url('bus_audit'), max: 1 });
    const deniedTo = (sql: string) => expect(writer.query(sql)).rejects.toMatchObject({ code: '42501' });
    await deniedTo('UPDATE audit_trail_v1.entry SET leaf = leaf');
    await deniedTo('DELETE FROM audit_trail_v1.entry');
    await deniedTo('TRUNCATE audit_trail_v1.entry');
    await deniedTo('UPDATE audit_trail_v1.alarm SET cleared_at = now()');
    await deniedTo('DELETE FROM audit_trail_v1.tree');
    await writer.end();
  });
});

describe('a trace', () => {
  const lane = new LaneHistory(7);
  let referral: string;

  beforeAll(async () => {
    lane.append([received, prioritised], 1).append([received], 2).append([refused, acknowledged, prioritised], 1);
    referral = lane.rows[0]?.key ?? '';
    await relay.ship(lane.rows);
    await trail.caughtUp(lane);
  }, 30_000);

  it('tells all of one referral, over all topics, in the order of the lane', async () => {
    const { status, body } = await trail.get(`/v1/audit/trace/${referral}`);
    expect(status).toBe(200);
    const items = body.items as { position: number; type: string; topic: string; leaf: string; refusal: unknown }[];
    expect(items.map(({ position, type }) => [position, type])).toEqual([
      [1, 'ReferralReceived'],
      [2, 'PrioritySet'],
      [4, 'CommandRefused'],
      [5, 'ReferralAcknowledged'],
      [6, 'PrioritySet'],
    ]);
    expect(items[2]?.refusal).toEqual({ command: 'AcceptReferral', code: 'REFERRAL_NOT_OPEN' });
    expect(items.at(-1)?.leaf).toBe(lane.head.toString('hex'));
    expect(body.next).toBeNull();
  });

  it('comes in pages', async () => {
    const seen: number[] = [];
    let cursor = '';
    do {
      const { body } = await trail.get(`/v1/audit/trace/${referral}?limit=2${cursor}`);
      seen.push(...(body.items as { position: number }[]).map(({ position }) => position));
      cursor = typeof body.next === 'string' ? `&cursor=${body.next}` : '';
    } while (cursor !== '');
    expect(seen).toEqual([1, 2, 4, 5, 6]);
  });

  it.each(['OVERSIGHT', 'SCHEME_ADMIN'])('is open to %s', async (role) => {
    expect((await trail.get(`/v1/audit/trace/${referral}`, { role })).status).toBe(200);
  });

  it.each(['LE_UNIT', 'CLEARINGHOUSE', 'RESEARCH'])('is closed to %s', async (role) => {
    for (const path of [`/v1/audit/trace/${referral}`, '/v1/audit/roots']) {
      expect(await trail.get(path, { role })).toMatchObject({ status: 403, body: { code: 'ROLE_MAY_NOT_AUDIT' } });
    }
  });

  it.each([
    ['', 'PURPOSE_REQUIRED'],
    ['CURIOSITY', 'PURPOSE_UNKNOWN'],
    ['STATISTICS', 'PURPOSE_NOT_ALLOWED'],
  ])('is refused for the purpose "%s"', async (purpose, code) => {
    const answer = await trail.get(`/v1/audit/trace/${referral}`, { headers: { 'bus-purpose': purpose } });
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  it.each(['PH.7.0198c1f0-0000-7000-8000-00000000ffff', 'nonsense'])('of %s is not found', async (unknown) => {
    expect(await trail.get(`/v1/audit/trace/${unknown}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it('is refused with a cursor that nobody handed out', async () => {
    expect(await trail.get(`/v1/audit/trace/${referral}?cursor=abc`)).toMatchObject({
      status: 400,
      body: { code: 'QUERY_INVALID' },
    });
  });
});

describe('records that the relay did not sign', () => {
  const lane = new LaneHistory(9).append([received, prioritised], 1);
  const aliens = async (): Promise<Record<string, unknown>[]> =>
    (await trail.get('/v1/audit/aliens')).body.items as Record<string, unknown>[];

  it('are told of in the trail, with where they stand and why they have no place', async () => {
    const [signed] = relay.frame(lane.rows);
    if (!signed) throw new RangeError('no record');
    const forged = { ...signed, value: Buffer.concat([signed.value ?? Buffer.alloc(0), Buffer.of(1)]) };
    const bare = { ...signed, headers: {} };
    await relay.send([forged, bare, bare, signed]);
    await relay.ship(lane.rows);
    await trail.caughtUp(lane);
    const found = await until(async () => ((await aliens()).length === 2 ? aliens() : undefined));
    const place = { topic: 'bus.referral.v1', lane: 9, day: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) };
    expect(found).toContainEqual(
      expect.objectContaining({ ...place, reason: 'MAC_INVALID', firstOffset: 0, lastOffset: 0, readings: 1 }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ ...place, reason: 'MAC_MISSING', firstOffset: 1, lastOffset: 2, readings: 2 }),
    );
    expect(await entries(9)).toBe(2);
  }, 30_000);

  it('are kept from who may not audit', async () =>
    expect(await trail.get('/v1/audit/aliens', { role: 'LE_UNIT' })).toMatchObject({ status: 403 }));
});

describe('history that was changed', () => {
  const alarm = (lane: number) =>
    until(async () => {
      const { rows } = await trail.pool.query<{ reason: string; position: string }>(
        'SELECT reason, position FROM audit_trail_v1.alarm WHERE lane = $1 AND cleared_at IS NULL',
        [lane],
      );
      return rows[0];
    });
  const sound = new LaneHistory(13);

  /** The lane stands still and says so everywhere, the other one flows. */
  async function stopsAlone(lane: LaneHistory): Promise<void> {
    const size = await entries(lane.lane);
    sound.append([received], sound.rows.length + 1);
    await relay.ship([...lane.rows.slice(size), ...sound.rows.slice(-1)]);
    await trail.caughtUp(sound);
    expect(await entries(lane.lane)).toBe(size);
    const readiness = await trail.get('/readyz');
    expect(readiness.status).toBe(503);
    expect(readiness.body.failing).toContainEqual({ name: 'audit-trail', code: 'AUDIT_LANE_STOPPED' });
  }

  it('stops its lane when an event comes again with other bytes, and only this lane', async () => {
    const lane = new LaneHistory(11);
    for (let leg = 1; leg <= 200; leg++) lane.append([received], leg);
    await relay.ship(lane.rows);
    await trail.caughtUp(lane);
    const forged = new LaneHistory(11).append([acknowledged], 1);
    await relay.ship(forged.rows);
    expect(await alarm(11)).toMatchObject({ reason: 'SAME_POSITION_OTHER_BYTES', position: '1' });
    await until(async () =>
      (await trail.metrics()).includes('bus_consumer_alarms{consumer="audit_trail.v1",code="LANE_STOPPED"} 1')
        ? true
        : undefined,
    );
    lane.append([prioritised], 1);
    await stopsAlone(lane);
  }, 40_000);

  it('stops its lane when an event does not follow the one before it', async () => {
    const lane = new LaneHistory(12).append([received, prioritised], 1);
    await relay.ship(lane.rows);
    await trail.caughtUp(lane);
    const forged = new LaneHistory(12).append([received, prioritised], 2).append([acknowledged], 2);
    await relay.ship(forged.rows.slice(2));
    expect(await alarm(12)).toMatchObject({ reason: 'PREVIOUS_MISMATCH', position: '3' });
    await stopsAlone(lane);
  }, 40_000);

  it('keeps the lanes stopped after a restart, and the others going', async () => {
    await trail.stop();
    await trail.start();
    const lane = new LaneHistory(11);
    for (let leg = 1; leg <= 200; leg++) lane.append([received], leg);
    await stopsAlone(lane.append([prioritised], 1));
  }, 40_000);
});
