import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrateViews, viewsDatabase } from '../../../apps/agency-views/src/database/views-database.js';
import { worklists } from '../../../apps/agency-views/src/worklists/worklists.js';
import { sender } from '../events/submission.js';
import { AskedLists, type PagePlan, planOf } from './asked-lists.js';
import { type Reads, readsOf } from './list-page.js';
import { ManyReferrals, SCHEMA, TABLE } from './many-referrals.js';

/** One in so many waits for information, and as many ended lately; all others ended long ago. */
const RARE = 100;
const LIMIT = 20;
/** Looked up under its reference, where each finds itself. */
const PROBE = 1;
const NAME = 'returned-to-me';

const byPart = (asked: string, lately: string, before: string): string =>
  `CASE o.n % ${RARE} WHEN 0 THEN ${asked} WHEN 1 THEN ${lately} ELSE ${before} END`;

const varied = {
  status: byPart(`'INFO_REQUESTED'`, `'REJECTED'`, `'EXPIRED'`),
  ended_at: byPart(
    'NULL',
    `now() - o.n * interval '1 minute'`,
    `now() - interval '60 days' - o.n * interval '1 minute'`,
  ),
  reference: `k || '-' || o.n`,
};

describe('a page of what came back to a sender to whom much came back before', () => {
  let many: ManyReferrals;
  let database: DataSource;
  let reads: Reads;
  const asked = new AskedLists();

  beforeAll(async () => {
    many = await ManyReferrals.create(() => undefined, { referrals: 10_000, varied });
    database = await viewsDatabase(many.url).setOptions({ logger: asked }).initialize();
    reads = readsOf(database, many);
  }, 120_000);
  afterAll(async () => {
    await database.destroy();
    await many.close();
  });

  const page = async (cursor: string | undefined): Promise<{ plans: PagePlan[]; next: string | undefined }> => {
    asked.take();
    const query = { limit: LIMIT, cursor, synthetic: 'true' } as const;
    const { items, next } = (await reads.work.page(sender, NAME, worklists[NAME], query, null)).page;
    expect(items).toHaveLength(LIMIT);
    return { plans: await Promise.all(asked.take().map((each) => planOf(many.pool, each))), next: next ?? undefined };
  };

  it('is found without a look at what ended long ago', async () => {
    let cursor: string | undefined;
    for (let pages = 0; pages < 6; pages += 1) {
      const { plans, next } = await page(cursor);
      for (const plan of plans) expect(plan.read).toBeLessThanOrEqual(LIMIT + 1 + PROBE);
      cursor = next;
    }
  });

  it('is found as well where the view was made with one index over all that came back', async () => {
    const parts = ['asked', 'ended', 'reference'].map((part) => `referral_by_sender_${part}`);
    const before = 'referral_by_sender_returned';
    for (const index of parts) await many.pool.query(`DROP INDEX ${SCHEMA}.${index}`);
    await many.pool.query(`CREATE INDEX ${before} ON ${TABLE} (sender_agency) WHERE sender_returned`);
    await many.pool.query(`DELETE FROM migrations WHERE name LIKE 'ReturnedParts%'`);
    await migrateViews(many.url);
    const { rows } = await many.pool.query<{ indexname: string }>(
      'SELECT indexname FROM pg_indexes WHERE schemaname = $1 AND indexname = ANY($2) ORDER BY 1',
      [SCHEMA, [...parts, before]],
    );
    expect(rows.map(({ indexname }) => indexname)).toEqual(parts);
  }, 30_000);
});
