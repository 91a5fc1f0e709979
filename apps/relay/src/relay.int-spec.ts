import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type BusEvent, LANE_COUNT, leafOfEvent, ordinalOf, type Topic, TOPICS_IN_USE } from '#libs/contracts';
import {
  busTopics,
  createKafka,
  ensureTopics,
  frameEvent,
  isAlien,
  LaneProducer,
  LogReader,
  type LogRecord,
  MacKeys,
  RefillRequests,
  type RegistryIds,
  SchemaCatalogue,
} from '#libs/event-log';
import { migrateJournal } from '#libs/journal';
import { createLogger, Metrics } from '#libs/platform';
import { createSpecDatabase, LaneHistory, type SpecDatabase } from '#libs/testing';
import pg from 'pg';
import type { RelayConfig } from './config.js';
import { Relay } from './relay.js';

const received: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };
const refused: BusEvent = {
  type: 'CommandRefused',
  data: { command: 'AcceptReferral', target: null, code: 'REFERRAL_NOT_OPEN', details: {} },
};
const prioritised: BusEvent = {
  type: 'PrioritySet',
  data: {
    side: 'SENDER',
    by: 'US-NCMEC',
    level: 'P2',
    reasons: ['LIVE_ABUSE'],
    rules: '1',
    riskAssessment: null,
    externalPriority: null,
  },
};
const mixed = [received, prioritised, refused, received, received];

const prefix = `spec-${randomBytes(6).toString('hex')}.`;
const kafkaConfig = {
  brokers: (process.env['BUS_TEST_KAFKA'] ?? '').split(','),
  clientId: 'spec',
  topicPrefix: prefix,
};
const registry = { url: process.env['BUS_TEST_REGISTRY'] ?? '', topicPrefix: prefix };
const macKeys = new MacKeys('k1', { k1: randomBytes(32) });
const kafka = createKafka(kafkaConfig);
const admin = kafka.admin();
const reader = new LogReader(kafkaConfig, macKeys);
const producer = new LaneProducer(kafka, kafkaConfig);
let registryIds: RegistryIds;
const histories = Array.from({ length: LANE_COUNT }, (_, lane) => new LaneHistory(lane));

let database: SpecDatabase;
let owner: pg.Client;
const relays: Relay[] = [];

/** Of the events of these histories. */
const acceptedAt = (position: number): number => 1_790_000_000_000 + position;

/** What the accepting transaction does: rows and the lane's row, in one commit. */
async function accept(lane: number, events: readonly BusEvent[]): Promise<number> {
  const history = histories[lane]!;
  const first = history.rows.length;
  history.append(events);
  await owner.query('BEGIN');
  for (const { position, topic, key, fingerprint, bytes } of history.rows.slice(first)) {
    await owner.query('INSERT INTO journal VALUES ($1, $2, $3, $4, $5, $6)', [
      lane,
      position,
      ordinalOf(topic),
      key,
      fingerprint,
      bytes,
    ]);
  }
  await owner.query('UPDATE lane SET position = $2, vector = $3, head = $4, accepted_at = $5 WHERE lane = $1', [
    lane,
    history.rows.length,
    history.vector,
    history.head,
    acceptedAt(history.rows.length),
  ]);
  await owner.query('COMMIT');
  return history.rows.length;
}

function startRelay(changes: Partial<RelayConfig> = {}): Relay {
  const config = {
    databaseUrl: database.url('bus_relay'),
    kafka: kafkaConfig,
    registry,
    macKeys,
    loops: 2,
    ...changes,
  };
  const relay = new Relay(config, { metrics: new Metrics(), logger: createLogger({ app: 'spec', level: 'silent' }) });
  relays.push(relay);
  relay.start();
  return relay;
}

async function stopAll(): Promise<void> {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
}

/** Asks until the answer is yes. */
async function until(what: string, ask: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await delay(20);
  }
}

const cursorOf = async (lane: number): Promise<number> =>
  Number(
    (await owner.query<{ position: string }>('SELECT position FROM relay_cursor WHERE lane = $1', [lane])).rows[0]
      ?.position,
  );
const shippedTo = (lane: number, position: number): Promise<void> =>
  until(`lane ${lane} at ${position}`, async () => (await cursorOf(lane)) >= position);

async function onTopics(lane: number): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  for await (const batch of reader.readLane(lane, TOPICS_IN_USE))
    records.push(...batch.filter((record): record is LogRecord => !isAlien(record)));
  return records;
}

/** Everything of the journal is there, byte for byte, and each topic's records stand in the order of positions, repeats apart. */
async function expectComplete(lane: number): Promise<void> {
  const records = await onTopics(lane);
  for (const row of histories[lane]!.rows) {
    const copies = records.filter(({ position }) => position === row.position);
    expect(copies.length).toBeGreaterThan(0);
    for (const copy of copies) expect(copy).toMatchObject(row);
  }
}

const offsetsOf = (records: readonly LogRecord[], topic: Topic): number[] =>
  records.filter((each) => each.topic === topic).map(({ position }) => position);

const emptied = async (topic: Topic, lane: number): Promise<boolean> => {
  const range = (await reader.ends([topic])).get(topic)?.get(lane);
  return range !== undefined && range.low === range.high;
};

/** What a restored copy lacks: everything of the lane after a position. */
async function rollBack(lane: number, position: number): Promise<void> {
  await owner.query('DELETE FROM journal WHERE lane = $1 AND position > $2', [lane, position]);
  const leaf = leafOfEvent(histories[lane]!.rows[position - 1]!);
  await owner.query('UPDATE lane SET position = $2, head = $3, accepted_at = $4 WHERE lane = $1', [
    lane,
    position,
    leaf,
    acceptedAt(position),
  ]);
}

const closedLanes = async (): Promise<unknown[]> =>
  (
    await owner.query<{ lane: number; closed: string }>(
      'SELECT lane, closed FROM lane WHERE closed IS NOT NULL ORDER BY lane',
    )
  ).rows;
/** As after a start of the server. */
const forgetConfirmation = async (): Promise<void> => void (await owner.query('DELETE FROM journal_confirmation'));
const confirmation = async (): Promise<string | undefined> =>
  (
    await owner.query<{ confirmed_by: string }>(
      'SELECT confirmed_by FROM journal_confirmation WHERE incarnation = journal_incarnation()',
    )
  ).rows[0]?.confirmed_by;

beforeAll(async () => {
  database = await createSpecDatabase();
  await migrateJournal(database.url('bus_owner'));
  owner = new pg.Client(database.url('bus_owner'));
  await owner.connect();
  await admin.connect();
  await ensureTopics(kafka, busTopics(prefix));
  const catalogue = new SchemaCatalogue(registry);
  await catalogue.publish();
  registryIds = await catalogue.ids();
}, 60_000);
afterEach(stopAll, 30_000);
afterAll(async () => {
  await Promise.all([reader.close(), producer.disconnect(), owner.end()]);
  await admin.deleteTopics({ topics: busTopics(prefix).map(({ topic }) => topic) });
  await admin.disconnect();
  await database.drop();
}, 30_000);

describe('the relay', () => {
  it('ships every lane in the order of positions, the same bytes, once', async () => {
    const lanes = [0, 1, 2, 17, 63];
    for (const lane of lanes) await accept(lane, Array(20).fill(mixed).flat());
    startRelay();
    for (const lane of lanes) await shippedTo(lane, 100);
    for (const lane of lanes) {
      const records = await onTopics(lane);
      expect(records).toHaveLength(100);
      for (const topic of TOPICS_IN_USE) {
        expect(offsetsOf(records, topic)).toEqual(
          histories[lane]!.rows.filter((row) => row.topic === topic).map(({ position }) => position),
        );
      }
      await expectComplete(lane);
    }
  }, 30_000);

  it('ships what is accepted while it runs', async () => {
    startRelay();
    for (let round = 0; round < 10; round += 1) await shippedTo(3, await accept(3, mixed));
    expect(await onTopics(3)).toHaveLength(50);
  }, 30_000);

  it('only repeats when it died between sending and moving the cursor', async () => {
    await accept(4, mixed);
    startRelay();
    await shippedTo(4, 5);
    await stopAll();
    await owner.query('UPDATE relay_cursor SET position = 2 WHERE lane = 4');
    startRelay();
    await shippedTo(4, 5);
    expect((await onTopics(4)).map(({ position }) => position).sort()).toEqual([1, 2, 3, 3, 4, 4, 5, 5]);
    await expectComplete(4);
  }, 30_000);

  it('keeps to itself what stands behind an event that it cannot ship', async () => {
    await accept(5, [received]);
    const place = await accept(5, [received]);
    await accept(5, [received]);
    await owner.query('UPDATE journal SET key = $2 WHERE lane = 5 AND position = $1', [place, 'x']);
    const relay = startRelay();
    await until('a hold', () => relay.status().held.length > 0);
    expect(relay.status().held).toEqual([{ lane: 5, reason: 'EVENT_UNSHIPPABLE' }]);
    expect(() => relay.assertReady()).toThrow('EVENT_UNSHIPPABLE');
    expect(await cursorOf(5)).toBe(1);
    await shippedTo(6, await accept(6, mixed));
    await owner.query('UPDATE journal SET key = $2 WHERE lane = 5 AND position = $1', [
      place,
      histories[5]!.rows[1]!.key,
    ]);
  }, 30_000);
});

describe('a topic that lost records', () => {
  it('is refilled when a relay starts', async () => {
    await accept(7, mixed);
    startRelay();
    await shippedTo(7, 5);
    await stopAll();
    const topic = `${prefix}bus.referral.v1`;
    await admin.fetchTopicOffsets(topic); // loads the metadata that the next call needs
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 7, offset: '-1' }] });
    expect(await emptied('bus.referral.v1', 7)).toBe(true);
    startRelay();
    await until('a refill', async () => !(await emptied('bus.referral.v1', 7)));
    await shippedTo(7, 5);
    await expectComplete(7);
  }, 30_000);

  it('is refilled at the next event when it was made anew under a running relay', async () => {
    const topic = busTopics(prefix).find(({ topic: name }) => name.endsWith('bus.access.v1'))!;
    await accept(8, mixed);
    startRelay();
    await shippedTo(8, 5);
    await admin.deleteTopics({ topics: [topic.topic] });
    await until('a deleted topic', async () => !(await admin.listTopics()).includes(topic.topic));
    await ensureTopics(kafka, [topic]);
    const position = await accept(8, [refused]);
    await until('the first event of the topic', async () => {
      const records = await onTopics(8);
      return records.some((record) => record.topic === 'bus.access.v1' && record.position === 3);
    });
    await shippedTo(8, position);
    await expectComplete(8);
  }, 60_000);
});

describe('a topic that lost records while its relay died', () => {
  /** What the relay sent and could not confirm any more. */
  async function sendNext(lane: number): Promise<number> {
    const position = await accept(lane, [received]);
    const messages = histories[lane]!.rows.slice(position - 1).map((row) => frameEvent(row, registryIds, macKeys));
    await producer.send([{ topic: 'bus.referral.v1', lane, messages }]);
    return position;
  }

  it('is refilled by the next relay, though its beginning is gone and its end is newer than the cursor', async () => {
    await accept(40, mixed);
    startRelay();
    await shippedTo(40, 5);
    await stopAll();
    const topic = `${prefix}bus.referral.v1`;
    await admin.fetchTopicOffsets(topic); // loads the metadata that the next call needs
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 40, offset: '-1' }] });
    const position = await sendNext(40);
    startRelay();
    await shippedTo(40, position);
    await until('a refill', async () => (await onTopics(40)).some((record) => record.position === 1));
    await shippedTo(40, position);
    await expectComplete(40);
  }, 30_000);

  it('is refilled by the next relay, though it was made anew and its end is newer than the cursor', async () => {
    await accept(41, mixed);
    startRelay();
    await shippedTo(41, 5);
    await stopAll();
    const plan = busTopics(prefix).find(({ topic }) => topic.endsWith('bus.referral.v1'))!;
    await admin.deleteTopics({ topics: [plan.topic] });
    await until('a deleted topic', async () => !(await admin.listTopics()).includes(plan.topic));
    await ensureTopics(kafka, [plan]);
    const position = await sendNext(41);
    startRelay();
    await until('a refill', async () => (await onTopics(41)).some((record) => record.position === 1));
    await shippedTo(41, position);
    await expectComplete(41);
  }, 60_000);
});

describe('a broker that lost everything', () => {
  it('is filled again from the journal, byte for byte', async () => {
    const lanes = [20, 21, 62];
    for (const lane of lanes) await accept(lane, mixed);
    startRelay();
    for (const lane of lanes) await shippedTo(lane, 5);
    await stopAll();
    const plans = busTopics(prefix);
    await admin.deleteTopics({ topics: plans.map(({ topic }) => topic) });
    await until('deleted topics', async () => (await admin.listTopics()).every((topic) => !topic.startsWith(prefix)));
    await ensureTopics(kafka, plans);
    await forgetConfirmation();
    startRelay();
    for (const lane of lanes) await until(`lane ${lane}`, async () => (await onTopics(lane)).length >= 5);
    for (const lane of lanes) await shippedTo(lane, 5);
    for (const lane of lanes) await expectComplete(lane);
    expect(await closedLanes()).toEqual([]);
  }, 60_000);
});

describe('a cursor of the relay that was restored to an older value', () => {
  it('only repeats records', async () => {
    const lanes = [22, 23];
    for (const lane of lanes) await accept(lane, mixed);
    startRelay();
    for (const lane of lanes) await shippedTo(lane, 5);
    await owner.query('UPDATE relay_cursor SET position = CASE lane WHEN 22 THEN 0 ELSE 3 END WHERE lane = ANY ($1)', [
      lanes,
    ]);
    for (const lane of lanes) await shippedTo(lane, 5);
    expect((await onTopics(22)).map(({ position }) => position).sort()).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect((await onTopics(23)).map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 4, 5, 5]);
    for (const lane of lanes) await expectComplete(lane);
  }, 30_000);
});

describe('a consumer that misses something', () => {
  it('gets everything after its position again', async () => {
    await accept(9, mixed);
    startRelay();
    await shippedTo(9, 5);
    const refills = new RefillRequests({ client: kafka, topicPrefix: prefix, consumer: 'spec-1' });
    await refills.ask([
      { lane: 9, after: 4 },
      { lane: 9, after: 3 },
      { lane: LANE_COUNT, after: 0 },
    ]);
    await until('a refill', async () => (await onTopics(9)).length === 7);
    await refills.close();
    expect((await onTopics(9)).map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 4, 5, 5]);
  }, 30_000);
});

describe('two relays', () => {
  it('take turns: the second takes over when the first is gone', async () => {
    const first = startRelay();
    await until('an owner', () => first.status().shipping);
    const second = startRelay();
    await until('a second that is ready', () => {
      try {
        second.assertReady();
        return true;
      } catch {
        return false;
      }
    });
    expect(second.status()).toMatchObject({ epoch: undefined, shipping: false });
    await relays.shift()!.stop();
    await until('a takeover', () => second.status().shipping);
    await shippedTo(10, await accept(10, mixed));
    expect(await onTopics(10)).toHaveLength(5);
  }, 30_000);

  it('take turns too when the clock of the database was set back an hour', async () => {
    await owner.query(
      `UPDATE relay_owner SET epoch = epoch + 1, owner = 'gone', expires_at = clock_timestamp() + interval '1 h'`,
    );
    const next = startRelay();
    await until('a takeover', () => next.status().shipping);
    await shippedTo(10, await accept(10, mixed));
  }, 30_000);

  it('do no harm when the first does not notice that it lost its lease', async () => {
    const first = startRelay();
    await until('an owner', () => first.status().shipping);
    await owner.query(
      `UPDATE relay_owner SET epoch = epoch + 1, owner = 'another', expires_at = clock_timestamp() + interval '1 s'`,
    );
    const position = await accept(11, mixed);
    expect(await cursorOf(11)).toBe(0); // the epoch guards the cursor, whatever was sent
    await shippedTo(11, position); // once that owner is gone
    await expectComplete(11);
  }, 30_000);
});

describe('a journal that was restored from an older copy', () => {
  it('ships nothing of a lane that is ahead of it, and says so', async () => {
    await accept(12, mixed);
    startRelay();
    await shippedTo(12, 5);
    await stopAll();
    await rollBack(12, 3);
    await owner.query('UPDATE relay_cursor SET position = 2 WHERE lane = 12');
    const relay = startRelay();
    await until('a hold', () => relay.status().held.some(({ lane }) => lane === 12));
    expect(relay.status().held).toContainEqual({ lane: 12, reason: 'LANE_AHEAD_OF_JOURNAL' });
    expect(() => relay.assertReady()).toThrow('LANE_AHEAD_OF_JOURNAL');
    expect(await cursorOf(12)).toBe(2);
    expect(await closedLanes()).toEqual([{ lane: 12, closed: 'LANE_AHEAD_OF_JOURNAL' }]);
  }, 30_000);

  it('ships nothing of a lane whose positions were used again', async () => {
    await accept(13, mixed);
    startRelay();
    await shippedTo(13, 5);
    await stopAll();
    const other = new LaneHistory(13).append([received, received, received, received, received, received], 2);
    for (const { position, topic, key, bytes, fingerprint } of other.rows) {
      const values = [position, ordinalOf(topic), key, fingerprint, bytes];
      await owner.query('DELETE FROM journal WHERE lane = 13 AND position = $1', [position]);
      await owner.query('INSERT INTO journal VALUES (13, $1, $2, $3, $4, $5)', values);
    }
    await owner.query('UPDATE lane SET position = 6, accepted_at = $1 WHERE lane = 13', [acceptedAt(6)]);
    const relay = startRelay();
    await until('a hold', () => relay.status().held.some(({ lane }) => lane === 13));
    expect(relay.status().held).toContainEqual({ lane: 13, reason: 'LANE_DIVERGES_FROM_JOURNAL' });
    expect(await cursorOf(13)).toBe(5);
    expect(await closedLanes()).toContainEqual({ lane: 13, closed: 'LANE_DIVERGES_FROM_JOURNAL' });
  }, 30_000);
});

describe('a journal whose server was started anew', () => {
  it('is confirmed once it has been compared with the topics, and no lane is held up by another one', async () => {
    await forgetConfirmation();
    const relay = startRelay();
    await until('a confirmation', async () => (await confirmation()) === 'relay');
    expect(await closedLanes()).toEqual([
      { lane: 12, closed: 'LANE_AHEAD_OF_JOURNAL' },
      { lane: 13, closed: 'LANE_DIVERGES_FROM_JOURNAL' },
    ]);
    await until('shipping', () => relay.status().shipping);
    await forgetConfirmation(); // and by a relay that ran all the time
    await until('a confirmation', async () => (await confirmation()) === 'relay');
  }, 30_000);

  it('is found to be behind although the topic ends with older records, which were being sent again', async () => {
    await accept(15, Array<BusEvent>(40).fill(received));
    startRelay();
    await shippedTo(15, 40);
    await stopAll();
    const again = histories[15]!.rows.slice(0, 20).map((row) => frameEvent(row, registryIds, macKeys));
    await producer.send([{ topic: 'bus.referral.v1', lane: 15, messages: again }]);
    await rollBack(15, 30);
    await owner.query('UPDATE relay_cursor SET position = 30 WHERE lane = 15');
    await forgetConfirmation();
    startRelay();
    await until('a confirmation', async () => (await confirmation()) === 'relay');
    expect(await closedLanes()).toContainEqual({ lane: 15, closed: 'LANE_AHEAD_OF_JOURNAL' });
  }, 30_000);

  it('stays closed while the topics cannot be reached, until a person confirms it', async () => {
    await forgetConfirmation();
    const relay = startRelay({ kafka: { ...kafkaConfig, brokers: ['127.0.0.1:1'] } });
    await until('an owner', () => relay.status().epoch !== undefined);
    expect(() => relay.assertReady()).toThrow('KAFKA_UNREACHABLE');
    expect(await confirmation()).toBeUndefined();
    await owner.query(`SELECT confirm_journal('ops-1', 'crash of the host, no restore')`);
    expect(await confirmation()).toBe('ops-1');
  }, 30_000);
});

describe('a relay that cannot reach a part', () => {
  it('confirms the journal all the same when that part is the registry', async () => {
    await forgetConfirmation();
    const lame = startRelay({ registry: { ...registry, url: 'http://127.0.0.1:1' } });
    await until('a confirmation', async () => (await confirmation()) === 'relay');
    expect(lame.status().shipping).toBe(false);
  }, 30_000);

  it('says that the registry is away, and leaves shipping to another', async () => {
    const lame = startRelay({ registry: { ...registry, url: 'http://127.0.0.1:1' } });
    const sound = startRelay();
    await shippedTo(14, await accept(14, mixed));
    expect(sound.status().shipping).toBe(true);
    expect(lame.status().shipping).toBe(false);
    expect(() => lame.assertReady()).toThrow('REGISTRY_UNREACHABLE');
  }, 30_000);
});
