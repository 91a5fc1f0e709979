import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Consumer, Kafka, logLevel, type Producer } from 'kafkajs';
import { ensureTopics, PartitionReader } from '#libs/event-log';
import type { KafkaDoor } from '#libs/local-stack';
import { until } from '#libs/testing';
import { API, fetchFailed, groupFailed, produceFailed, withoutRecords } from './kafka-frames.js';
import { KafkaProxy } from './kafka-proxy.js';
import { notLeader } from '../rows/leaders.js';

const topic = `proxied.${randomBytes(4).toString('hex')}`;

describe('a proxy at the port that a listener of the broker advertises', () => {
  let proxy: KafkaProxy;
  let kafka: Kafka;
  /** For groups: the first one has to wait for its coordinator. */
  let patient: Kafka;
  const consumers: Consumer[] = [];

  beforeAll(async () => {
    const door = JSON.parse(process.env['BUS_TEST_KAFKA_DOOR'] ?? '') as KafkaDoor;
    proxy = await KafkaProxy.open({ port: door.advertisedPort, target: door.port });
    const config = { clientId: 'spec', brokers: [proxy.tcp.address], logLevel: logLevel.NOTHING };
    kafka = new Kafka({ ...config, requestTimeout: 1_000, retry: { retries: 0 } });
    patient = new Kafka(config);
    await ensureTopics(patient, [{ topic, partitions: 2, keepMs: null }]);
  }, 240_000);
  afterEach(async () => {
    await proxy.heal();
    await Promise.all(consumers.splice(0).map((consumer) => consumer.disconnect()));
  });
  afterAll(async () => {
    await proxy.tcp.close();
  }, 120_000);

  const producing = async (work: (producer: Producer) => Promise<void>): Promise<void> => {
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    try {
      await work(producer);
    } finally {
      await producer.disconnect();
    }
  };
  const send = (producer: Producer, value: string, partition = 0): Promise<unknown> =>
    producer.send({ topic, acks: -1, messages: [{ value, partition }] });
  const ends = async (): Promise<number[]> => {
    const admin = kafka.admin();
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(topic);
    await admin.disconnect();
    return offsets.toSorted((a, b) => a.partition - b.partition).map(({ high }) => Number(high));
  };
  /** What a consumer gets, as `partition:value`, in a list that grows. */
  const consume = async (groupId: string): Promise<string[]> => {
    const values: string[] = [];
    const consumer = patient.consumer({ groupId: `${topic}.${groupId}`, heartbeatInterval: 100, maxWaitTimeInMs: 50 });
    consumers.push(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ partition, message }) => void values.push(`${partition}:${message.value?.toString()}`),
    });
    return values;
  };
  const grown = (values: readonly string[], wanted: string): Promise<true> =>
    until(async () => values.includes(wanted) || undefined);

  it('sees every request of a client, which never learns another address', async () => {
    await producing((producer) => send(producer, 'first').then(() => undefined));
    expect(proxy.requests.get(API.produce)).toBe(1);
    expect(proxy.requests.get(API.metadata)).toBeGreaterThan(0);
    expect(await ends()).toEqual([1, 0]);
  });

  it('lets a Produce through and swallows its answer', async () => {
    proxy.onAnswer(({ api }, answer) => (api === API.produce ? null : answer));
    const before = await ends();
    await producing((producer) => expect(send(producer, 'unanswered')).rejects.toThrow());
    expect(await ends()).toEqual([(before[0] ?? 0) + 1, before[1]]);
  });

  it('swallows a request before the broker has it', async () => {
    proxy.onRequest(({ api }) => api !== API.produce);
    const before = await ends();
    await producing((producer) => expect(send(producer, 'never')).rejects.toThrow());
    expect(await ends()).toEqual(before);
  });

  it('answers a Produce with a code of its own', async () => {
    const NOT_ENOUGH_REPLICAS = 19;
    proxy.onAnswer(({ api, version }, answer) =>
      api === API.produce ? produceFailed(answer, version, NOT_ENOUGH_REPLICAS) : answer,
    );
    await producing((producer) =>
      expect(send(producer, 'refused')).rejects.toMatchObject({ cause: { type: 'NOT_ENOUGH_REPLICAS' } }),
    );
  });

  describe('that refuses, as a broker does that does not lead any more,', () => {
    const partition = { topic, partition: 0 };
    const reader = (): PartitionReader => new PartitionReader(kafka);
    /** The next so many answers of a leader are refusals. @returns how many are left */
    const refusing = (times: number): (() => number) => {
      let left = times;
      proxy.onAnswer((request, answer) => {
        const refused = notLeader(request, answer);
        if (refused === answer || left === 0) return answer;
        left--;
        return refused;
      });
      return () => left;
    };

    it.each<[string, (from: PartitionReader) => Promise<unknown>]>([
      ['ends', (from) => from.ends([topic])],
      ['times', (from) => from.offsetsAt([{ ...partition, timestamp: 0 }])],
      ['records', async (from) => (await from.fetch([{ ...partition, offset: 0 }], 0))[0]?.messages.length],
    ])('is asked again for %s until there is a leader', async (_what, read) => {
      const sound = reader();
      const left = refusing(5);
      try {
        const refused = await read(sound);
        expect(left()).toBe(0);
        expect(refused).toEqual(await read(sound));
      } finally {
        await sound.close();
      }
    });

    it('is not asked again by a reader for any other reason', async () => {
      const UNKNOWN_TOPIC = 3;
      let times = 0;
      proxy.onAnswer(({ api, version }, answer) => {
        if (api !== API.fetch) return answer;
        times++;
        return fetchFailed(answer, version, UNKNOWN_TOPIC);
      });
      const failing = reader();
      await expect(failing.fetch([{ ...partition, offset: 0 }], 0)).rejects.toMatchObject({
        type: 'UNKNOWN_TOPIC_OR_PARTITION',
      });
      expect(times).toBe(1);
      await failing.close();
    });
  });

  it('holds the records of one partition back', async () => {
    proxy.onAnswer(({ api, version }, answer) =>
      api === API.fetch ? withoutRecords(answer, version, ({ partition }) => partition === 0) : answer,
    );
    await producing(async (producer) => {
      await send(producer, 'held', 0);
      await send(producer, 'free', 1);
    });
    const values = await consume('holding');
    await grown(values, '1:free');
    expect(values.filter((value) => value.startsWith('0:'))).toEqual([]);
    await proxy.heal();
    await grown(values, '0:held');
  }, 30_000);

  it('tells a member of a group that its generation is over', async () => {
    const values = await consume('thrown-out');
    await grown(values, '0:first');
    const joins = (): number => proxy.requests.get(API.joinGroup) ?? 0;
    const before = joins();
    const ILLEGAL_GENERATION = 22;
    proxy.onAnswer(({ api }, answer) => (api === API.heartbeat ? groupFailed(answer, ILLEGAL_GENERATION) : answer));
    await until(async () => joins() > before || undefined, 20_000);
  }, 30_000);
});
