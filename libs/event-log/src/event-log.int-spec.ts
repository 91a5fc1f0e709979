import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BusEvent, schemasByFingerprint } from '#libs/contracts';
import { LaneHistory } from '#libs/testing';
import { lanesAhead } from './ahead.js';
import { frameEvent, isAlien } from './framing.js';
import { createKafka } from './kafka-client.js';
import type { KafkaConfig } from './kafka-config.js';
import { LaneProducer } from './lane-producer.js';
import { LogReader } from './log-reader.js';
import type { AlienRecord, LogRecord } from './log-record.js';
import { MacKeys } from './mac.js';
import { readTails } from './tails.js';
import { ensureTopics, withAdmin } from './topics-admin.js';

const topic = 'bus.referral.v1';
const config: KafkaConfig = {
  brokers: (process.env['BUS_TEST_KAFKA'] ?? '').split(','),
  clientId: 'spec',
  topicPrefix: `spec-${randomBytes(6).toString('hex')}.`,
};
const physical = config.topicPrefix + topic;
const keys = new MacKeys('k1', { k1: randomBytes(32) });
const ids = new Map([...schemasByFingerprint.keys()].map((fingerprint, index) => [fingerprint, index + 1]));
const received: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };
const kafka = createKafka(config);
const producer = new LaneProducer(kafka, config);
const strangers = kafka.producer();
const reader = new LogReader(config, keys);

const framed = (lane: number, events: number) => {
  const history = new LaneHistory(lane).append(Array<BusEvent>(events).fill(received));
  return { topic, lane, messages: history.rows.map((row) => frameEvent(row, ids, keys)) } as const;
};
const read = async (lane: number): Promise<(LogRecord | AlienRecord)[]> => {
  const records = [];
  for await (const batch of reader.readLane(lane, [topic])) records.push(...batch);
  return records;
};

beforeAll(async () => {
  await ensureTopics(kafka, [{ topic: physical, partitions: 4, keepMs: null }]);
  await strangers.connect();
});
afterAll(async () => {
  await Promise.all([producer.disconnect(), strangers.disconnect(), reader.close()]);
  await withAdmin(kafka, (admin) => admin.deleteTopics({ topics: [physical] }));
});

describe('sending to lanes', () => {
  it('fails when the broker has no such lane, although the client reports success', () =>
    expect(producer.send([framed(0, 1), framed(9, 1)])).rejects.toMatchObject({
      code: 'NOT_CONFIRMED',
      scope: 'LANES',
    }));

  it('confirms every lane with its offsets', async () => {
    const [appended] = await producer.send([framed(1, 3), framed(2, 40)]);
    expect(appended).toEqual({ topic, lane: 1, from: 0, to: 3, low: 0 });
  });

  it('says that the broker is not there', async () => {
    const nobody = new LaneProducer(createKafka({ ...config, brokers: ['127.0.0.1:1'] }), config);
    await expect(nobody.send([framed(0, 1)])).rejects.toMatchObject({ code: 'BROKER_UNREACHABLE', scope: 'BROKER' });
    await nobody.disconnect();
  });
});

describe('making topics', () => {
  it('leaves an existing topic alone', () => ensureTopics(kafka, [{ topic: physical, partitions: 4, keepMs: null }]));

  it('refuses one with another number of lanes', () =>
    expect(ensureTopics(kafka, [{ topic: physical, partitions: 5, keepMs: null }])).rejects.toThrow(
      'has 4 partitions, not 5',
    ));
});

describe('reading without a group', () => {
  it('brings every record of a lane once, in order', async () => {
    const records = (await read(2)) as LogRecord[];
    expect(records.map(({ position }) => position)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(records.map(({ offset }) => offset)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  it('brings the same bytes and keys', async () => {
    const { rows } = new LaneHistory(2).append(Array<BusEvent>(40).fill(received));
    expect((await read(2)).map((record) => record as LogRecord)).toMatchObject(rows);
  });

  it('shows the records of other producers as aliens', async () => {
    await strangers.send({
      topic: physical,
      messages: [
        { partition: 3, value: 'x', headers: { 'bus-mac': 'k1:00' } },
        { partition: 3, value: null },
      ],
    });
    expect((await read(3)).map((record) => (isAlien(record) ? record.reason : 'VALID'))).toEqual([
      'HEADERS_MALFORMED',
      'MAC_MISSING',
    ]);
  });

  it('ends in an empty lane at once', async () =>
    expect(await read(0).then((records) => records.length)).toBeLessThanOrEqual(1));
});

describe('the tail of a lane', () => {
  it('is the last valid record, however many others came after it', async () => {
    await strangers.send({
      topic: physical,
      messages: Array.from({ length: 100 }, () => ({ partition: 1, value: 'x' })),
    });
    const lanes = (await reader.ends([topic])).get(topic)!;
    const questions = [1, 2, 3].map((lane) => ({ topic, lane, ...lanes.get(lane)! }) as const);
    const tails = await readTails(reader, questions);
    expect(tails.map(({ record }) => record?.position)).toEqual([3, 40, undefined]);
  });
});

describe('what a topic holds beyond a position', () => {
  const beyond = async (lane: number, head: number, acceptedAt: number): Promise<boolean> => {
    const ranges = await reader.since(await reader.ends([topic]), new Map([[lane, acceptedAt]]));
    return (await lanesAhead(reader, ranges, new Map([[lane, head]]))).has(lane);
  };
  const timeOf = (position: number): number => 1_790_000_000_000 + position;

  it('is found from the time of the position on', async () => {
    expect(await beyond(2, 40, timeOf(40))).toBe(false);
    expect(await beyond(2, 39, timeOf(39))).toBe(true);
    expect(await beyond(2, 0, 0)).toBe(true);
    expect(await beyond(0, 1, timeOf(1))).toBe(false);
  });

  it('is found although the topic ends with older records that were sent again', async () => {
    await producer.send([framed(2, 30)]);
    expect(await beyond(2, 39, timeOf(39))).toBe(true);
    expect(await beyond(2, 30, timeOf(30))).toBe(true);
    expect(await beyond(2, 40, timeOf(40))).toBe(false);
  });

  it('is found behind the records of strangers', async () => {
    const others = Array.from({ length: 100 }, () => ({ partition: 3, value: 'x', timestamp: String(timeOf(9)) }));
    await strangers.send({ topic: physical, messages: others });
    expect(await beyond(3, 0, 0)).toBe(false);
    await producer.send([framed(3, 1)]);
    expect(await beyond(3, 0, 0)).toBe(true);
  });
});
