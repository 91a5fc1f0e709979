import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AdmittedReader } from '#libs/access';
import type { RecordedEvent } from '#libs/contracts';
import { bookkeepingSchema, busTimeSchema, type DecodedRecord, projectionApplier, viewSchema } from '#libs/projections';
import { ViewDatabase } from '#libs/testing';
import { inSnapshot } from '#libs/postgres';
import { LaneScript, referralId, submitted } from '../agency-views.fixtures.js';
import { itemOf } from './feed-item.js';
import { BEGINNING, type FeedPlace, formatPlace, parsePlace } from './feed-place.js';
import { FeedSnapshot } from './feed-rows.js';
import { agencyFeed, feedOfVersion } from './feed.projection.js';
import { pagesAhead, type RowsAhead } from './page-ahead.js';
import { isSettled, type NextItem } from './settled-item.js';
import { onPaper, readers, words } from './paper-feed.fixtures.js';

const LEGS = [referralId(1, 1), referralId(2, 1), referralId(3, 2), referralId(4, 2)];
type Word = keyof typeof words;
type Step =
  | { readonly do: 'say'; readonly leg: number; readonly word: Word }
  | { readonly do: 'apply' | 'park' | 'redrive'; readonly leg: number }
  | { readonly do: 'read'; readonly reader: number; readonly limit: number };

const leg = fc.nat(LEGS.length - 1);
const said = fc.record({
  do: fc.constant('say' as const),
  leg,
  word: fc.constantFrom<Word>('begun', 'begun', 'begun', 'asked', 'refused', 'granted'),
});
const done = fc.record({
  do: fc.constantFrom('apply' as const, 'apply' as const, 'park' as const, 'redrive' as const),
  leg,
});
const read = fc.record({ do: fc.constant('read' as const), reader: fc.nat(2), limit: fc.integer({ min: 1, max: 4 }) });
const stepsOf = fc.array(fc.oneof({ arbitrary: said, weight: 3 }, done, { arbitrary: read, weight: 2 }), {
  minLength: 5,
  maxLength: 50,
});

/** More than is ever said here. */
const ALL = 500;

/**
 * One reader, with every cursor that it ever held. What comes next is read ahead each time, and taken at its next read: each item
 * must be told as one that is judged then.
 */
class Reader {
  readonly told: NextItem[] = [];
  readonly cursors: { readonly cursor: string; readonly after: number }[] = [
    { cursor: formatPlace(BEGINNING), after: 0 },
  ];
  #ahead: RowsAhead[] = [];

  constructor(
    readonly agency: string,
    private readonly db: ViewDatabase,
  ) {}

  get #reader(): AdmittedReader {
    return { agency: this.agency, role: 'LE_UNIT', leftAt: null };
  }

  async read(limit: number): Promise<void> {
    const { cursor } = this.cursors.at(-1) ?? { cursor: '' };
    const ahead = this.#ahead.shift() ?? null;
    const page = await this.#page(cursor, ahead?.rows.length ?? limit, ahead);
    const judged = new Map((await this.#page(cursor, ALL)).texts);
    for (const [address, text] of page.texts) expect(text).toBe(judged.get(address));
    this.told.push(...page.rows);
    this.cursors.push({ cursor: page.cursor, after: this.told.length });
    const place = parsePlace(page.cursor);
    const [next] = this.#ahead;
    const goesOn = ahead !== null && formatPlace(ahead.place) === formatPlace(place);
    if (!next || !goesOn) this.#ahead = await this.#readAhead(place, limit);
  }

  async #readAhead(place: FeedPlace, limit: number): Promise<RowsAhead[]> {
    if (place.owed.length > 0) return [];
    const of = { reader: this.#reader, synthetic: false, version: agencyFeed.version, place, limit };
    const pages = await Promise.all(pagesAhead(this.db.pool, of, 3).map(({ page }) => page));
    return pages.filter((page) => page !== null);
  }

  /** Everything from a cursor on. */
  async rest(cursor: string, limit = 20): Promise<NextItem[]> {
    const rows: NextItem[] = [];
    for (let at = cursor; ;) {
      const page = await this.#page(at, limit);
      if (page.rows.length === 0) return rows;
      rows.push(...page.rows);
      at = page.cursor;
    }
  }

  async #page(
    cursor: string,
    limit: number,
    ahead: RowsAhead | null = null,
  ): Promise<{ rows: readonly NextItem[]; texts: readonly [string, string | undefined][]; cursor: string }> {
    const from = parsePlace(cursor);
    const { rows, place, openings } = await this.#snapshot(
      async (feed) => (ahead && feed.settled(from, ahead)) ?? (await feed.read(from, limit, ahead)),
    );
    const texts = rows.map((row): [string, string | undefined] => [
      `${row.lane}/${row.position}/${row.source}`,
      isSettled(row) ? row.text : itemOf(row, this.#reader, openings)?.text,
    ]);
    return { rows, texts, cursor: formatPlace(place) };
  }

  #snapshot<T>(read: (feed: FeedSnapshot) => Promise<T>): Promise<T> {
    return inSnapshot(this.db.pool, async (tx) =>
      read(await FeedSnapshot.open(tx, { reader: this.#reader, synthetic: false })),
    );
  }
}

/** What the runner does with a lane's events: applies them in its order, or parks them behind an earlier one of their referral. */
class Applying {
  readonly scripts = [new LaneScript(1), new LaneScript(2)];
  readonly #parked = new Map<string, RecordedEvent[]>();
  readonly #come = new Set<RecordedEvent>();

  constructor(
    private readonly db: ViewDatabase,
    private readonly applier = projectionApplier(agencyFeed),
  ) {
    LEGS.forEach((id, index) => this.scripts[index >> 1]?.append(id, submitted()));
  }

  get events(): RecordedEvent[] {
    return this.scripts.flatMap(({ events }) => events);
  }

  async apply(): Promise<void> {
    const waiting = this.events.filter((event) => !this.#come.has(event));
    await this.#write(waiting.filter((event) => !this.#parked.has(legOf(event))));
    for (const event of waiting.filter((each) => this.#parked.has(legOf(each)))) {
      this.#parked.get(legOf(event))?.push(event);
      await this.db.pool.query(
        `INSERT INTO bus.parked (consumer, version, lane, position, topic, key, after, previous, fingerprint, bytes, reason)
         VALUES ('agency_feed', 1, $1, $2, 0, $3, '{}', '', '', '', 'SPEC')`,
        [event.meta.lane, event.meta.position, event.meta.leg],
      );
    }
    for (const event of waiting) this.#come.add(event);
  }

  /** Later events of the referral cannot be applied. */
  park(id: string): void {
    if (!this.#parked.has(id)) this.#parked.set(id, []);
  }

  /** Applies what is parked of a referral, up to `most` events. */
  async redrive(id: string, most = Infinity): Promise<void> {
    const letters = this.#parked.get(id) ?? [];
    for (const event of letters.splice(0, Math.min(most, letters.length))) {
      await this.#write([event]);
      const { lane, position } = event.meta;
      await this.db.pool.query('DELETE FROM bus.parked WHERE lane = $1 AND position = $2', [lane, position]);
    }
    if (letters.length === 0) this.#parked.delete(id);
  }

  async #write(events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const client = await this.db.pool.connect();
    await client.query('BEGIN');
    await this.applier.apply(client, events.map(decoded));
    await client.query('COMMIT');
    client.release();
  }
}

const legOf = ({ meta }: RecordedEvent): string => meta.leg ?? '';
const decoded = (event: RecordedEvent): DecodedRecord =>
  ({
    record: { lane: event.meta.lane, position: event.meta.position },
    event,
    fault: null,
  }) as unknown as DecodedRecord;

async function play(db: ViewDatabase, steps: readonly Step[]): Promise<{ applying: Applying; feeds: Reader[] }> {
  await db.pool.query('TRUNCATE agency_feed_v1.event, agency_feed_v1.opening, agency_feed_v1.item, bus.parked');
  const applying = new Applying(db);
  const feeds = readers.map(({ agency }) => new Reader(agency, db));
  for (const step of steps) {
    if (step.do === 'read') await feeds[step.reader]?.read(step.limit);
    else {
      const id = LEGS[step.leg] ?? '';
      if (step.do === 'say') applying.scripts[step.leg >> 1]?.append(id, [words[step.word]]);
      else if (step.do === 'apply') await applying.apply();
      else if (step.do === 'park') applying.park(id);
      else await applying.redrive(id, 2);
    }
  }
  await applying.apply();
  for (const id of LEGS) await applying.redrive(id);
  return { applying, feeds };
}

const idsOf = (rows: readonly NextItem[], id: string): string[] =>
  rows.filter(({ referral }) => referral === id).map((row) => row.event_id);

describe('a feed, whatever is said, parked, repaired and read in between', () => {
  let db: ViewDatabase;
  beforeAll(async () => {
    db = await ViewDatabase.create([
      ...bookkeepingSchema(),
      ...busTimeSchema(),
      ...viewSchema(agencyFeed),
      ...viewSchema(feedOfVersion(2)),
      `INSERT INTO bus.live (consumer, version) VALUES ('agency_feed', 1)`,
    ]);
  });
  afterAll(() => db.close());

  it(
    'goes on from every cursor that a reader ever held, without a gap, a double, or another order in a referral',
    () =>
      fc.assert(
        fc.asyncProperty(stepsOf, async (steps) => {
          const { applying, feeds } = await play(db, steps);
          for (const feed of feeds) {
            for (const { cursor, after } of feed.cursors) {
              const rows = [...feed.told.slice(0, after), ...(await feed.rest(cursor))];
              for (const id of LEGS) {
                const events = applying.events.filter((event) => legOf(event) === id);
                expect(idsOf(rows, id)).toEqual(onPaper(feed.agency, events));
              }
            }
          }
        }),
        { numRuns: 40 },
      ),
    240_000,
  );

  it(
    'has the same rows when it is built anew, in one piece',
    () =>
      fc.assert(
        fc.asyncProperty(stepsOf, async (steps) => {
          const { applying } = await play(db, steps);
          await db.pool.query('TRUNCATE agency_feed_v2.event, agency_feed_v2.opening, agency_feed_v2.item');
          const client = await db.pool.connect();
          const anew = projectionApplier(feedOfVersion(2));
          await anew.apply(client, applying.events.map(decoded));
          await anew.apply(client, applying.events.map(decoded));
          client.release();
          for (const table of ['event', 'opening', 'item']) {
            const rowsOf = async (version: number): Promise<unknown[]> =>
              (await db.pool.query<object>(`SELECT * FROM agency_feed_v${version}.${table} t ORDER BY t::text`)).rows;
            expect(await rowsOf(2)).toEqual(await rowsOf(1));
          }
        }),
        { numRuns: 20 },
      ),
    120_000,
  );
});
