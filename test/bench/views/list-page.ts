import { performance } from 'node:perf_hooks';
import type { DataSource } from 'typeorm';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { viewsDatabase } from '../../../apps/agency-views/src/database/views-database.js';
import { filterOf, scopeOf } from '../../../apps/agency-views/src/lists/list-query.js';
import { type ListAnswer, ReferralLists } from '../../../apps/agency-views/src/lists/referral-lists.js';
import { formatCursor } from '../../../apps/agency-views/src/reading/cursor.js';
import { formatListPlace } from '../../../apps/agency-views/src/lists/list-place.js';
import { ViewAge } from '../../../apps/agency-views/src/reading/view-age.js';
import type { ReferralRow } from '../../../apps/agency-views/src/referral/referral-row.js';
import { referralEntity } from '../../../apps/agency-views/src/referral/referral.entity.js';
import { ReferralRows } from '../../../apps/agency-views/src/referral/referral-rows.js';
import { Releases } from '../../../apps/agency-views/src/release/releases.js';
import { WorkLists } from '../../../apps/agency-views/src/worklists/work-lists.js';
import { formatWorkPlace, workPlaceOf } from '../../../apps/agency-views/src/worklists/work-place.js';
import { WorklistRows } from '../../../apps/agency-views/src/worklists/worklist-rows.js';
import { worklists } from '../../../apps/agency-views/src/worklists/worklists.js';
import { Directory } from '#libs/domain';
import { PositionGate, schemaOf } from '#libs/projections';
import { FixedMembers } from '#libs/testing';
import type { Bench } from '../harness/bench.js';
import { CheckFailed, type Contest, type Row } from '../harness/row.js';
import { percentile } from '../harness/statistics.js';
import { receiver } from '../events/submission.js';
import { ManyReferrals, REFERRALS } from './many-referrals.js';

const LIMIT = 50;
// what a history holds belongs to an exercise
const filter = filterOf({ synthetic: 'true' });
/** Pages whose cursors are known beforehand, all over the list. */
const PAGES = 400;
const WARM_UP_MS = 1_000;

/** A list under measurement. */
interface Listed {
  readonly ask: (cursor: string | undefined) => Promise<ListAnswer>;
  /** The cursor of the page that begins after this row. */
  readonly after: (row: ReferralRow) => string;
}

const shared = {
  limit: 'a page of the same rows by their primary key, bare',
  unit: 'ms',
  goal: { atMost: 4 },
  durability: 'reads only',
} as const;

export const inboxPage: Row = {
  ...shared,
  id: 'views.inbox-page',
  title: `inbox page of an agency with ${REFERRALS.toLocaleString('en')} referrals, anywhere in it, as JSON: p99`,
  prepare: (bench) =>
    pagesOf(bench, ({ lists }) => ({
      ask: (cursor) => lists.bySide(receiver, 'recipient', { filter, limit: LIMIT, cursor, minimum: null }),
      after: ({ submitted_at, id }) =>
        formatCursor(
          formatListPlace({ submittedAt: submitted_at.getTime(), id }),
          scopeOf(receiver.agency, 'recipient', filter),
        ),
    })),
};

const DECIDING = 'awaiting-my-decision';

export const worklistPage: Row = {
  ...shared,
  id: 'views.worklist-page',
  title: `worklist page where ${REFERRALS.toLocaleString('en')} referrals await a decision, as JSON: p99`,
  prepare: (bench) =>
    pagesOf(bench, ({ work }) => ({
      ask: (cursor) =>
        work.page(receiver, DECIDING, worklists[DECIDING], { limit: LIMIT, cursor, synthetic: 'true' }, null),
      after: (row) =>
        formatCursor(
          formatWorkPlace(workPlaceOf({ row, waitsSince: null, comesLast: false })),
          scopeOf(receiver.agency, DECIDING, filter),
        ),
    })),
};

export interface Reads {
  readonly lists: ReferralLists;
  readonly work: WorkLists;
}

export function readsOf(database: DataSource, many: ManyReferrals): Reads {
  const age = new ViewAge(new PositionGate({ pool: many.pool, consumer: agencyViews }), database);
  const members = new FixedMembers({ directory: new Directory({ jurisdictions: {}, agencies: [] }) });
  const rows = new ReferralRows(database, members);
  const lists = new ReferralLists(rows, age);
  const worklistRows = new WorklistRows(rows, database, members);
  return { lists, work: new WorkLists(lists, worklistRows, new Releases(database, age), age) };
}

interface KnownPage {
  readonly cursor: string | undefined;
  readonly ids: readonly string[];
}

async function pagesOf(bench: Bench, listedOf: (reads: Reads) => Listed): Promise<Contest> {
  const many = await ManyReferrals.create(bench.report);
  const database = await viewsDatabase(many.url).initialize();
  const { ask, after } = listedOf(readsOf(database, many));
  const pages = await knownPages(database, { ask, after });
  const byKey = `SELECT * FROM ${schemaOf(agencyViews)}.referral WHERE id = ANY($1)`;
  const { seconds } = bench.options;
  const wrong: string[] = [];
  return {
    limit: () =>
      p99(seconds, pages, async ({ ids }) => {
        const { rows } = await many.pool.query({ name: 'page', text: byKey, values: [ids] });
        if (rows.length !== ids.length) wrong.push(`${rows.length} rows of ${ids.length} ids`);
      }),
    figure: () =>
      p99(seconds, pages, async ({ cursor, ids }) => {
        const { page } = await ask(cursor);
        JSON.stringify(page);
        if (page.items[0]?.id !== ids[0] || page.items.length !== ids.length) wrong.push(`another page at ${cursor}`);
      }),
    check: () => {
      if (wrong.length > 0) throw new CheckFailed(wrong);
      return Promise.resolve(['every page has its rows']);
    },
    close: async () => {
      await database.destroy();
      await many.close();
    },
  };
}

/** The first page, and pages after rows that are picked from all over the table. */
async function knownPages(database: DataSource, { ask, after }: Listed): Promise<KnownPage[]> {
  const picked = await database
    .getRepository(referralEntity)
    .createQueryBuilder('referral')
    .orderBy('md5(referral.id)')
    .limit(PAGES)
    .getMany();
  const pages: KnownPage[] = [];
  for (const cursor of [undefined, ...picked.map(after)]) {
    const { page } = await ask(cursor);
    if (cursor === undefined && page.items.length < LIMIT) throw new Error('there is no full page to be timed');
    pages.push({ cursor, ids: page.items.map(({ id }) => id) });
  }
  return pages;
}

async function p99(seconds: number, pages: readonly KnownPage[], read: (page: KnownPage) => Promise<void>) {
  let turn = 0;
  const once = async (): Promise<number> => {
    // Not one after the other: what the page before has read must not be what this one needs.
    const page = pages[(turn++ * 151) % pages.length];
    if (!page) throw new RangeError('no page');
    const began = performance.now();
    await read(page);
    return performance.now() - began;
  };
  const until = async (end: number): Promise<number[]> => {
    const times: number[] = [];
    while (performance.now() < end) times.push(await once());
    return times;
  };
  await until(performance.now() + WARM_UP_MS);
  return percentile(await until(performance.now() + seconds * 1_000), 0.99);
}
