import { setImmediate as turn } from 'node:timers/promises';
import type { AdmittedReader } from '#libs/access';
import type { Tx } from '#libs/postgres';
import { fairly } from './fairly.js';
import { type FeedPlace, placeOf } from './feed-place.js';
import type { ItemRow } from './item-row.js';
import { movedBy, type NextOf, nextRows, openingsOf } from './next-rows.js';
import type { Openings } from './opening.js';
import { isSettled, type NextItem, settled } from './settled-item.js';

/**
 * A whole page of one reader's rows from a place on, in one version of the feed. It stays a page of that place: no event waited for
 * repair when it was read, so whatever comes into the feed later comes behind its rows.
 */
export interface RowsAhead {
  readonly version: number;
  readonly rows: readonly NextItem[];
  /** Where the reader is after them. */
  readonly place: FeedPlace;
  /** Its items in JSON, comma between, where nothing of it is still to be judged. */
  readonly items: Buffer | null;
}

/** A page that is on its way; null where there is no whole one, or none that stays one. */
export interface PageAhead {
  /** Where its reader will be, known before the page is put together. */
  readonly after: Promise<FeedPlace | null>;
  readonly page: Promise<RowsAhead | null>;
}

/** Whose page, in the version of the feed that it was told from last. */
export interface AheadOf extends Omit<NextOf, 'agency'> {
  readonly reader: AdmittedReader;
  readonly synthetic: boolean;
}

/**
 * Reads so many pages, one after the other, for a reader that will come to this place and is owed nothing: in one statement, since
 * the database would wait for this process between two of them. What cannot change any more is put together here: an item that
 * is seen by an opening that never lapses, and of which nothing is withheld that may become known. All else is judged when the
 * reader asks. Openings may be younger than the rows: those that came meanwhile begin behind them.
 */
export function pagesAhead(db: Tx, of: AheadOf, count: number): readonly PageAhead[] {
  const fresh = nextRows(db, 'ahead', { ...of, agency: of.reader.agency, limit: of.limit * count });
  const pages = fresh.then((rows) => cut(of, rows));
  const openings = fresh.then((rows) => openingsOf(db, of.version, of.reader, rows));
  openings.catch(() => undefined); // whoever puts a page together hears of it
  return Array.from({ length: count }, (_, nth) => {
    const page = pages.then((all) => all[nth] ?? null);
    return { after: page.then((whole) => whole?.place ?? null), page: putTogether(of, page, openings, nth) };
  });
}

interface RawPage {
  readonly rows: readonly ItemRow[];
  readonly place: FeedPlace;
}

/** The whole pages that rows make, each with the same part of every lane that has something. */
function cut({ place: from, limit }: AheadOf, rows: readonly ItemRow[]): RawPage[] {
  const pages: RawPage[] = [];
  let [place, left] = [from, rows];
  while (left.length >= limit) {
    const page = fairly(left, limit);
    const taken = new Set(page);
    place = placeOf(movedBy(place, page), []);
    left = left.filter((row) => !taken.has(row));
    pages.push({ rows: page, place });
  }
  return pages;
}

async function putTogether(
  { reader, synthetic, version }: AheadOf,
  raw: Promise<RawPage | null>,
  found: Promise<Openings>,
  nth: number,
): Promise<RowsAhead | null> {
  const [page, openings] = await Promise.all([raw, found]);
  if (!page) return null;
  // a page takes some milliseconds: whoever asks meanwhile comes in between
  for (let before = 0; before < nth; before += 1) await turn();
  const rows = page.rows.map((row) => settled(row, reader, openings));
  return { version, rows, place: page.place, items: itemsOf(rows, synthetic) };
}

function itemsOf(rows: readonly NextItem[], synthetic: boolean): Buffer | null {
  if (!rows.every(isSettled)) return null;
  const told = rows.filter((row) => row.synthetic === synthetic);
  return Buffer.from(told.map(({ text }) => text).join());
}
