import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, type INestMicroservice } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import { topics } from '#libs/contracts';
import { createLogger, Metrics } from '#libs/platform';
import { LaneHistory, TestRelay } from '#libs/testing';
import { ConsumerSignals } from './consumer-signals.js';
import { isAlien } from './framing.js';
import { laneTransport, LaneTransport } from './lane-transport.js';
import type { RecordBatch } from './record-batch.js';

const filed: RecordBatch[] = [];
let arrived: () => void = () => undefined;

@Controller()
class Feed {
  @EventPattern<string>(topics.referral, laneTransport('feed.v1'))
  referral(@Payload() batch: RecordBatch): void {
    filed.push(batch);
    arrived();
  }

  @EventPattern<string>(topics.referral, laneTransport('another.v1'))
  another(): void {
    throw new Error('the batch is not for this consumer');
  }
}

const relay = new TestRelay();
const metrics = new Metrics();
let transport: LaneTransport;
let app: INestMicroservice;

beforeAll(async () => {
  await relay.open();
  const signals = new ConsumerSignals('feed.v1', { metrics, logger: createLogger({ app: 'spec', level: 'silent' }) });
  const { client, macKeys, config } = relay;
  transport = new LaneTransport({ client, macKeys, topicPrefix: config.topicPrefix, group: 'feed.v1', signals });
  const module = await Test.createTestingModule({ controllers: [Feed] }).compile();
  app = module.createNestMicroservice({ strategy: transport });
}, 30_000);

afterAll(async () => {
  await app.close();
  await relay.close();
}, 30_000);

const positions = (): number[] =>
  filed.flatMap(({ records }) => records).flatMap((each) => (isAlien(each) ? [] : [each.position]));

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    await new Promise<void>((resolve) => {
      arrived = resolve;
    });
  }
}

describe('the lane transport', () => {
  const history = new LaneHistory(9).append([
    { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } },
    { type: 'ReferralAcknowledged', data: { by: 'PH-WCPC', rules: null } },
  ]);
  const start = new Map([[topics.referral, 0]]);

  it('gives its handlers whole batches of a lane, once it was said from where to read', async () => {
    const dealt = new Promise<readonly number[]>((resolve) => transport.onAssigned(resolve));
    await app.listen();
    await relay.ship(history.rows);
    expect((await dealt).length).toBe(64);
    expect(filed).toEqual([]);
    transport.readFrom(9, start);
    await until(() => positions().length === 2);
    expect(filed[0]).toMatchObject({ topic: topics.referral, lane: 9 });
    expect(positions()).toEqual([1, 2]);
    expect((await transport.ends(topics.referral)).get(9)).toBe(2);
  }, 30_000);

  it('reads again from where it is told to', async () => {
    filed.length = 0;
    transport.hold(9);
    transport.readFrom(9, new Map([[topics.referral, 1]]));
    await until(() => positions().length === 1);
    expect(positions()).toEqual([2]);
  }, 30_000);

  it('reads nothing of a paused topic', async () => {
    filed.length = 0;
    transport.pause(9, topics.referral);
    transport.readFrom(10, start);
    const other = new LaneHistory(10).append([{ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } }]);
    await relay.ship(
      history.append([{ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } }], 2).rows.slice(-1),
    );
    await relay.ship(other.rows);
    await until(() => filed.length > 0);
    expect(filed.map(({ lane }) => lane)).toEqual([10]);
    transport.resume(9, topics.referral);
    await until(() => filed.length > 1);
    expect(filed[1]?.lane).toBe(9);
  }, 30_000);

  it('counts records without a place, and hands them on as such', async () => {
    filed.length = 0;
    await relay.send([{ topic: topics.referral, lane: 9, key: 'x', value: Buffer.of(1) }]);
    await until(() => filed.length > 0);
    expect(filed[0]?.records).toMatchObject([{ reason: 'MAC_MISSING', offset: 3 }]);
    expect(await metrics.registry.metrics()).toMatch(
      /bus_consumer_alien_records_total\{consumer="feed.v1",reason="MAC_MISSING"\} 1/,
    );
  }, 30_000);

  describe('reads past what another producer', () => {
    const lane = 11;
    const topic = `${relay.config.topicPrefix}${topics.referral}`;
    const ours = new LaneHistory(lane);
    const strangers = relay.client.producer({ transactionalId: `${topic}-stranger`, maxInFlightRequests: 1 });
    const packers = relay.client.producer();
    const junk = (size = 10) => ({ partition: lane, key: 'x', value: Buffer.alloc(size) });

    /** A record of ours arrives behind what was put there before. */
    const arrives = async (): Promise<string[]> => {
      await relay.ship(
        ours.append([{ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } }]).rows.slice(-1),
      );
      await until(() => positions().includes(ours.rows.length));
      return filed.flatMap(({ records }) => records).flatMap((each) => (isAlien(each) ? [each.reason] : []));
    };

    beforeEach(() => {
      filed.length = 0; // before anything is sent: it may arrive at once
    });
    beforeAll(async () => {
      CompressionCodecs[CompressionTypes.ZSTD] = () => ({
        compress: async ({ buffer }: { buffer: Buffer }) => zstdCompressSync(buffer),
        decompress: () => Promise.reject(new Error('nothing of ours is compressed')),
      });
      await Promise.all([strangers.connect(), packers.connect()]);
      transport.readFrom(lane, start);
    }, 30_000);
    afterAll(() => Promise.all([strangers.disconnect(), packers.disconnect()]));

    it.each([
      ['packed small, to grow to a hundred mebibytes', CompressionTypes.GZIP, 100],
      ['packed in a way that the client cannot unpack', CompressionTypes.ZSTD, 1],
    ])(
      '%s',
      async (_what, compression, records) => {
        const messages = Array.from({ length: records }, () => junk(1024 * 1024));
        await packers.send({ topic, compression, messages });
        expect(await arrives()).toEqual(['BATCH_COMPRESSED']);
      },
      30_000,
    );

    it('gave a hundred thousand headers', async () => {
      const headers = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [n.toString(36), 'x']));
      await packers.send({ topic, messages: [{ ...junk(), headers }] });
      expect(await arrives()).toEqual(['HEADERS_MALFORMED']);
    }, 30_000);

    it('wrote in a transaction that it never ends', async () => {
      const open = await strangers.transaction();
      await open.send({ topic, messages: [junk()] });
      expect(await arrives()).toEqual(['MAC_MISSING']);
      await open.abort();
    }, 30_000);
  });

  it('is well while it fetches', () => {
    expect(() => transport.assertReading()).not.toThrow();
    expect(() => transport.assertReading(performance.now() + 60_000)).toThrow('CONSUMER_NOT_READING');
  });
});
