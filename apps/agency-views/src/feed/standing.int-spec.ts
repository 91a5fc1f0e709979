import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKafka, LogReader } from '#libs/event-log';
import {
  askRedrive,
  digestsOfRebuilt,
  dumpView,
  listenAlone,
  openConsumer,
  projectionApplier,
  readLanes,
  rebuildInto,
  schemaOf,
  switchLive,
  viewSchema,
} from '#libs/projections';
import { createLogger, Metrics } from '#libs/platform';
import { until } from '#libs/testing';
import { Pool } from 'pg';
import {
  LaneScript,
  received,
  recipient,
  referralId,
  sender,
  submission,
  submitted,
} from '../agency-views.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { feedPage, named, readOn } from './feed-reader.fixtures.js';
import type { FeedItem } from './feed-item.js';
import { agencyFeed, feedOfVersion } from './feed.projection.js';

describe('a feed that something is missing of', () => {
  let bus: SpecBus;
  let db: Pool;
  beforeAll(async () => {
    bus = await SpecBus.start();
    db = new Pool({ connectionString: bus.databaseUrl, max: 2 });
  }, 60_000);
  afterAll(async () => {
    await db.end();
    await bus.stop();
  });

  const refuse = (reference: string): string =>
    `ALTER TABLE agency_feed_v1.event ADD CONSTRAINT refused CHECK (data->>'reference' IS DISTINCT FROM '${reference}')`;

  const redrive = (key: string): Promise<unknown> => askRedrive(db, { ...agencyFeed, key, by: 'spec' });

  it('is not ready, and says so, while no version of it has started, as in a new database', async () => {
    const ready = async (): Promise<number> => (await fetch(`${bus.url}/readyz`)).status;
    const feed = async (): Promise<number> => (await bus.get('/v1/feed?wait=0', recipient)).status;
    await until(async () => (await ready()) === 200 || undefined, 60_000);
    expect(await feed()).toBe(200);
    const { rows } = await db.query(`DELETE FROM bus.live WHERE consumer = $1 RETURNING version`, [agencyFeed.name]);
    expect(rows).toEqual([{ version: agencyFeed.version }]);
    expect([await ready(), await feed()]).toEqual([503, 503]);
    await db.query(`INSERT INTO bus.live (consumer, version) VALUES ($1, $2)`, [agencyFeed.name, agencyFeed.version]);
    await until(async () => (await ready()) === 200 || undefined);
    expect(await feed()).toBe(200);
  }, 90_000);

  it('says so, goes on with the others, and tells it after the repair to who has gone past it', async () => {
    const [bad, good] = [referralId(1, 1), referralId(2, 1)];
    await db.query(refuse('BAD'));
    const script = new LaneScript(1)
      .append(good, submitted())
      .append(bad, [submission({ reference: 'BAD' })])
      .append(bad, [received])
      .append(good, [received]);
    await bus.publish(script.rows);
    const before = await readOn(bus, recipient, { after: script });
    expect(named(before)).toEqual(['ReferralSubmitted', 'PrioritySet', 'ReferralReceived']);
    // its submission was not taken in: that alone says who is a party of it
    expect(before.missing).toEqual([{ reason: 'REFERRAL_PARKED', referral: bad }]);
    expect((await feedPage(bus, sender)).missing).toEqual(before.missing);
    for (const other of [{ agency: 'GB-NCP', role: 'NCP_LE' }])
      expect((await feedPage(bus, other)).missing).toEqual([]);

    await db.query('ALTER TABLE agency_feed_v1.event DROP CONSTRAINT refused');
    const waiting = feedPage(bus, recipient, { cursor: before.next, wait: 30 });
    await db.query(`INSERT INTO bus.redrive (consumer, version, key, asked_by) VALUES ('agency_feed', 1, $1, 'spec')`, [
      bad,
    ]);
    const after = [await waiting];
    const rest = await readOn(bus, recipient, { cursor: after[0]?.next });
    expect(
      [...after.flatMap(({ items }) => items), ...rest.items].map(({ referral, type }) => [referral, type]),
    ).toEqual([
      [bad, 'ReferralSubmitted'],
      [bad, 'ReferralReceived'],
    ]);
  });

  it('names a referral of its own that waits for repair, and a lane that stands still, to nobody else', async () => {
    const bad = referralId(3, 2);
    const script = new LaneScript(2).append(bad, submitted());
    await bus.publish(script.rows);
    await readOn(bus, recipient, { after: script });
    await db.query(`ALTER TABLE agency_feed_v1.event ADD CONSTRAINT refused CHECK (lane <> 2) NOT VALID`);
    script.append(bad, [received]);
    await bus.publish(script.rows.slice(-1));
    const page = await readOn(bus, recipient, { after: script });
    expect(page.missing).toEqual([{ reason: 'REFERRAL_PARKED', referral: bad }]);
    expect((await feedPage(bus, { agency: 'GB-NCP', role: 'NCP_LE' })).missing).toEqual([]);
    await db.query(`UPDATE bus.checkpoint SET stopped = 'SPEC' WHERE consumer = 'agency_feed' AND lane = 9`);
    expect((await feedPage(bus, sender)).missing).toContainEqual({ reason: 'LANE_STOPPED', lane: 9 });
    await db.query(`UPDATE bus.checkpoint SET stopped = 'LANE_STALLED' WHERE consumer = 'agency_feed' AND lane = 9`);
    expect((await feedPage(bus, sender)).missing).toContainEqual({ reason: 'LANE_STALLED', lane: 9 });
    await db.query(`UPDATE bus.checkpoint SET stopped = NULL`);
    await db.query('ALTER TABLE agency_feed_v1.event DROP CONSTRAINT refused');
    await redrive(bad);
    await until(async () => ((await feedPage(bus, recipient)).missing.length === 0 ? true : undefined));
  });

  it('names what waits for repair in the feed that it belongs to: of exercises, or of real work', async () => {
    const drills = { unopened: referralId(1, 3), opened: referralId(2, 3) };
    const real = { unopened: referralId(3, 3), opened: referralId(4, 3) };
    const missingIn = async (synthetic: boolean, caller = recipient): Promise<string[]> => {
      const { missing } = await readOn(bus, caller, { after: script, synthetic });
      return missing.flatMap((each) => (each.reason === 'REFERRAL_PARKED' ? [each.referral] : [])).sort();
    };
    const script = new LaneScript(3)
      .append(drills.opened, submitted(), { synthetic: true })
      .append(real.opened, submitted());
    await bus.publish(script.rows);
    await readOn(bus, recipient, { after: script });
    await db.query(`ALTER TABLE agency_feed_v1.event ADD CONSTRAINT refused CHECK (lane <> 3) NOT VALID`);
    const told = script.rows.length;
    for (const [legs, synthetic] of [[drills, true] as const, [real, false] as const])
      script.append(legs.opened, [received], { synthetic }).append(legs.unopened, [submission()], { synthetic });
    await bus.publish(script.rows.slice(told));
    for (const party of [recipient, sender]) {
      expect(await missingIn(false, party)).toEqual(Object.values(real).sort());
      expect(await missingIn(true, party)).toEqual(Object.values(drills).sort());
    }
    const stranger = { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' };
    for (const synthetic of [true, false]) expect(await missingIn(synthetic, stranger)).toEqual([]);

    await db.query('ALTER TABLE agency_feed_v1.event DROP CONSTRAINT refused');
    for (const legs of [drills, real]) for (const leg of Object.values(legs)) await redrive(leg);
    for (const synthetic of [true, false])
      await until(async () => ((await missingIn(synthetic)).length === 0 ? true : undefined));
  }, 60_000);

  it('says to who waits that a lane stands still by now', async () => {
    const { next: cursor } = await readOn(bus, sender);
    const waiting = feedPage(bus, sender, { cursor, wait: 30 });
    await until(
      async () => (await (await fetch(`${bus.url}/metrics`)).text()).includes('bus_feeds_open 1') || undefined,
    );
    await db.query(`UPDATE bus.checkpoint SET stopped = 'LANE_STALLED' WHERE consumer = 'agency_feed' AND lane = 9`);
    expect(await waiting).toMatchObject({ items: [], missing: [{ reason: 'LANE_STALLED', lane: 9 }] });
    await db.query(`UPDATE bus.checkpoint SET stopped = NULL`);
  }, 60_000);

  it('has the same rows when it is built anew from the topics', async () => {
    const live = await dumpView(db, agencyFeed, schemaOf(agencyFeed));
    const lanes = [...live.positions].filter(([, position]) => position > 0).map(([lane]) => lane);
    const target = { pool: db, projection: agencyFeed, schema: 'agency_feed_anew' };
    const reader = new LogReader(bus.config.kafka, bus.config.macKeys);
    await rebuildInto(target, readLanes(reader, agencyFeed.topics, lanes), live.positions);
    await reader.close();
    expect(live.digests.every(({ rows }) => rows > 0)).toBe(true);
    expect(await digestsOfRebuilt(target)).toEqual(live.digests);
  });

  it('is built anew beside the live one and switched to, and no reader notices', async () => {
    const reader = { agency: 'DE-NCP', role: 'NCP_LE', country: 'DE' };
    const script = new LaneScript(5);
    let sent = 0;
    const arrive = async (): Promise<void> => {
      const from = script.rows.length;
      for (let each = 0; each < 20; each += 1) script.append(referralId((sent += 1), 5), submitted({ to: reader }));
      await bus.publish(script.rows.slice(from));
    };
    await arrive();
    const told: FeedItem[] = [];
    let cursor: string | undefined;
    const readSome = async (): Promise<void> => {
      const page = await feedPage(bus, reader, { cursor, limit: 7 });
      told.push(...page.items);
      cursor = page.next;
    };
    await readSome();

    const next = feedOfVersion(2);
    for (const statement of viewSchema(next)) await db.query(statement);
    const pool = new Pool({ connectionString: bus.databaseUrl, max: 6 });
    const { kafka, macKeys } = bus.config;
    const consumer = openConsumer({
      consumer: next,
      applier: projectionApplier(next),
      pool,
      client: createKafka(kafka),
      topicPrefix: kafka.topicPrefix,
      macKeys,
      metrics: new Metrics(),
      logger: createLogger({ app: 'spec', level: 'silent' }),
    });
    listenAlone(consumer);
    const switched = until(
      () =>
        switchLive(db, { name: agencyFeed.name, from: 1, to: 2 }, 500).then(
          () => true,
          () => undefined,
        ),
      60_000,
    );
    for (let round = 0; round < 5; round += 1) {
      await readSome();
      await arrive();
    }
    await switched;
    await arrive();
    await db.query('TRUNCATE agency_feed_v1.item');
    const expected = script.events.map(({ meta }) => meta.eventId);
    await until(async () => {
      await readSome();
      return told.length >= expected.length || undefined;
    }, 30_000);
    expect(told.map(({ id }) => id)).toEqual(expected);
    await consumer.close();
    await pool.end();
  }, 120_000);
});
