import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKafka } from '#libs/event-log';
import { createLogger, Metrics } from '#libs/platform';
import {
  listenAlone,
  type OpenConsumer,
  openConsumer,
  projectionApplier,
  schemaOf,
  viewSchema,
} from '#libs/projections';
import { until } from '#libs/testing';
import { Pool } from 'pg';
import { LaneScript, recipient, referralId, submitted } from '../agency-views.fixtures.js';
import { agencyViews } from '../agency-views.projection.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { minimum, pageOf, refusalOf } from '../spec-reads.fixtures.js';
import type { WorklistCounts } from './worklist-counts.view.js';

const LANE = 1;
const earlier = { ...agencyViews, version: agencyViews.version - 1 };

/** What an upgrade leaves: the version before goes on in its own tables until this one has reached it (features D2). */
describe('worklists, while a version of the view is built anew beside the one before', () => {
  let bus: SpecBus;
  let db: Pool;
  let before: OpenConsumer;
  const script = new LaneScript(LANE);

  const arrive = async (...numbers: number[]): Promise<void> => {
    const from = script.rows.length;
    for (const n of numbers) script.append(referralId(n, LANE), submitted());
    await bus.publish(script.rows.slice(from));
  };
  const counts = async (): Promise<[rebuilding: boolean, undecided: number | undefined]> => {
    const { items, rebuilding } = (await (await bus.get('/v1/worklists', recipient)).json()) as WorklistCounts;
    return [rebuilding, items.find(({ id }) => id === 'awaiting-my-decision')?.count];
  };
  const earlierHasAll = (): Promise<true> =>
    until(async () => {
      const { rows } = await db.query<{ position: string }>(
        'SELECT position FROM bus.checkpoint WHERE consumer = $1 AND version = $2 AND lane = $3',
        [earlier.name, earlier.version, LANE],
      );
      return Number(rows[0]?.position) === script.rows.length ? true : undefined;
    }, 60_000);

  beforeAll(async () => {
    bus = await SpecBus.start();
    db = new Pool({ connectionString: bus.databaseUrl, max: 4 });
    for (const statement of viewSchema(earlier)) await db.query(statement);
    const { kafka, macKeys } = bus.config;
    before = openConsumer({
      consumer: earlier,
      applier: projectionApplier(earlier),
      pool: db,
      client: createKafka(kafka),
      topicPrefix: kafka.topicPrefix,
      macKeys,
      metrics: new Metrics(),
      logger: createLogger({ app: 'spec', level: 'silent' }),
    });
    listenAlone(before);
    await arrive(1, 2, 3);
    await pageOf(bus, '/v1/inbox', recipient, minimum(script));
    await earlierHasAll();
  }, 120_000);
  afterAll(async () => {
    await before.close();
    await db.end();
    await bus.stop();
  });

  it('mark their counts until this one shows what was shown before, and no longer', async () => {
    expect(await counts()).toEqual([false, 3]);
    const holder = await db.connect();
    try {
      // readers go on, and the version that is read takes nothing more
      await holder.query(`BEGIN; LOCK TABLE ${schemaOf(agencyViews)}.referral IN SHARE MODE`);
      await arrive(4, 5);
      await earlierHasAll();
      expect(await counts()).toEqual([true, 3]);
      // what the version before has shown is not unknown here, and no list says that it has all
      const unseen = await refusalOf(await bus.get(`/v1/referrals/${referralId(5, LANE)}`, recipient));
      expect(unseen).toMatchObject({ status: 425, body: { code: 'VIEW_BEHIND' } });
      expect(await (await bus.get('/v1/inbox', recipient)).json()).toMatchObject({ incomplete: true });
      await holder.query('COMMIT');
    } finally {
      holder.release();
    }
    await until(async () => ((await counts())[0] ? undefined : true), 60_000);
    expect(await counts()).toEqual([false, 5]);
    expect(await (await bus.get('/v1/inbox', recipient)).json()).toMatchObject({ incomplete: false });
    const unknown = await refusalOf(await bus.get(`/v1/referrals/${referralId(9, LANE)}`, recipient));
    expect(unknown).toMatchObject({ status: 404 });
  }, 180_000);
});
