import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { migrateViews, viewsDatabase } from '../../../apps/agency-views/src/database/views-database.js';
import {
  filterOf,
  type inboxQuery,
  type ListSide,
  worklistQuery,
} from '../../../apps/agency-views/src/lists/list-query.js';
import type { ListAnswer } from '../../../apps/agency-views/src/lists/referral-lists.js';
import { overdue, worklists } from '../../../apps/agency-views/src/worklists/worklists.js';
import { receiver, sender } from '../events/submission.js';
import { AskedLists, type PagePlan, planOf } from './asked-lists.js';
import { type Reads, readsOf } from './list-page.js';
import { ManyReferrals, SCHEMA, TABLE } from './many-referrals.js';

const REFERRALS = 20_000;
/** One in so many has what is filtered by, on each side. */
const RARE = 200;
const FOUND = REFERRALS / RARE;
const LIMIT = 20;

type Filters = Partial<z.output<typeof inboxQuery>> & { readonly to?: string };

const OTHER = 'DE-NCP';
const rare = { status: 'ACKNOWLEDGED', reason: 'CAPACITY', priority: 'P1', jurisdiction: 'DE' } as const;
const each: readonly Filters[] = [
  {},
  { status: rare.status },
  { priority: rare.priority },
  { jurisdiction: rare.jurisdiction },
];

const ifRare = (sql: string, otherwise: string): string =>
  `CASE WHEN o.n % ${RARE / 2} = 0 THEN ${sql} ELSE ${otherwise} END`;
const ifRareOn = (side: 0 | 1, sql: string, otherwise: string): string =>
  `CASE WHEN o.n % ${RARE} = ${(side * RARE) / 2} THEN ${sql} ELSE ${otherwise} END`;

const varied = {
  status: ifRare(`'${rare.status}'`, 'o.status'),
  reasons: ifRare(`ARRAY['${rare.reason}']`, `ARRAY['COMMON']`),
  sender_priority: ifRare(`'${rare.priority}'`, `'P3'`),
  sender_agency: ifRareOn(0, `'${OTHER}'`, 'o.sender_agency'),
  sender_country: ifRareOn(0, `'${rare.jurisdiction}'`, 'o.sender_country'),
  recipient_agency: ifRareOn(1, `'${OTHER}'`, 'o.recipient_agency'),
  missed_first_action: ifRare('o.submitted_at', 'NULL'),
  recipient_country: ifRareOn(1, `'${rare.jurisdiction}'`, 'o.recipient_country'),
};

describe('a page of an agency with many referrals', () => {
  let many: ManyReferrals;
  let database: DataSource;
  let reads: Reads;
  let middle: Date;
  const asked = new AskedLists();

  beforeAll(async () => {
    many = await ManyReferrals.create(() => undefined, { referrals: REFERRALS, varied });
    database = await viewsDatabase(many.url).setOptions({ logger: asked }).initialize();
    reads = readsOf(database, many);
    const { rows } = await many.pool.query<{ middle: Date }>(
      `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY submitted_at) AS middle FROM ${TABLE}`,
    );
    middle = rows[0]?.middle ?? new Date(0);
  }, 120_000);
  afterAll(async () => {
    await database.destroy();
    await many.close();
  });

  /** The first two pages, and what the database did for each. */
  async function plansOf(page: (cursor: string | undefined) => Promise<ListAnswer>): Promise<PagePlan[]> {
    asked.take();
    const first = await page(undefined);
    expect(first.page.items).toHaveLength(LIMIT);
    await page(first.page.next ?? undefined);
    return Promise.all(asked.take().map((query) => planOf(many.pool, query)));
  }

  const listed = (side: ListSide, query: Filters): Promise<PagePlan[]> =>
    plansOf((cursor) => {
      const request = { filter: filterOf({ ...query, synthetic: 'true' }), limit: LIMIT, cursor, minimum: null };
      return reads.lists.bySide(side === 'recipient' ? receiver : sender, side, request);
    });

  describe.each(['recipient', 'sender'] as const)('as the %s', (side) => {
    it.each(each)('is found without a look at any other row: %p', async (query) => {
      for (const plan of await listed(side, query)) expect(plan).toMatchObject({ sorted: false, read: LIMIT + 1 });
    });

    it('of a time is found without a look at any other row', async () => {
      for (const query of [
        { since: middle },
        { until: middle },
        side === 'recipient' ? { from: OTHER } : { to: OTHER },
      ])
        for (const plan of await listed(side, query)) expect(plan).toMatchObject({ sorted: false, read: LIMIT + 1 });
    });

    it('by a rare reason is found among those that have it, by a common one at once', async () => {
      for (const plan of await listed(side, { reason: rare.reason })) {
        expect(plan.indexes).toEqual(['referral_by_reason']);
        expect(plan.read).toBeLessThanOrEqual(FOUND);
      }
      for (const plan of await listed(side, { reason: 'COMMON' })) expect(plan.read).toBeLessThanOrEqual(2 * LIMIT);
    });

    it('by several filters is found among what the rarest of them leaves', async () => {
      for (const plan of await listed(side, rare)) expect(plan.read).toBeLessThanOrEqual(FOUND);
    });
  });

  it('is found as well where the view was made before there were such indexes', async () => {
    const added = ['by_reason', 'by_recipient_agency_synthetic_sender_country_submitted_at_id'];
    const names = added.map((name) => `referral_${name}`.slice(0, 63));
    for (const name of names) await many.pool.query(`DROP INDEX ${SCHEMA}.${name}`);
    await many.pool.query(`DELETE FROM migrations WHERE name LIKE 'ListIndexes%'`);
    await migrateViews(many.url);
    const { rowCount } = await many.pool.query('SELECT FROM pg_indexes WHERE indexname = ANY($1)', [names]);
    expect(rowCount).toBe(names.length);
  }, 30_000);

  it.each([...each, { reason: rare.reason }])(
    'of a worklist is found among what its filter leaves: %p',
    async (query) => {
      const filters = worklistQuery.parse({ ...query, limit: LIMIT, synthetic: 'true' });
      const name = 'awaiting-my-decision';
      for (const plan of await plansOf((cursor) =>
        reads.work.page(receiver, name, worklists[name], { ...filters, cursor }, null),
      ))
        expect(plan.read).toBeLessThanOrEqual(FOUND);
    },
  );

  it('of what is overdue is found among what is', async () => {
    const filters = worklistQuery.parse({ limit: LIMIT, synthetic: 'true' });
    for (const plan of await plansOf((cursor) =>
      reads.work.page(receiver, 'overdue', overdue, { ...filters, cursor }, null),
    ))
      expect(plan.read).toBeLessThanOrEqual(2 * FOUND);
  });
});
