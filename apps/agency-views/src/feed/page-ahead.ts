import type { CaseReader } from '#libs/access';
import type { Tx } from '#libs/postgres';
import { type FeedPlace, placeOf } from './feed-place.js';
import type { ItemRow } from './item-row.js';
import { movedBy, type NextOf, nextRows, openingsOf } from './next-rows.js';
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
  readonly reader: CaseReader;
  readonly synthetic: boolean;
}

/**
 * Reads a page for a reader that will come to this place and is owed nothing. What cannot change any more is put together here:
 * an item that is seen by an opening that never lapses, and of which nothing is withheld that may become known. All else is
 * judged when the reader asks. Openings may be younger than the rows: those that came meanwhile begin behind them.
 */
export function pageAhead(db: Tx, of: AheadOf): PageAhead {
  const { reader, place, limit } = of;
  const fresh = nextRows(db, 'ahead', { ...of, agency: reader.agency });
  const after = fresh.then((rows) => (rows.length < limit ? null : placeOf(movedBy(place, rows), [])));
  return { after, page: putTogether(db, of, fresh, after) };
}

async function putTogether(
  db: Tx,
  { reader, synthetic, version }: AheadOf,
  fresh: Promise<readonly ItemRow[]>,
  after: Promise<FeedPlace | null>,
): Promise<RowsAhead | null> {
  const [found, place] = await Promise.all([fresh, after]);
  if (!place) return null;
  const openings = await openingsOf(db, { version, agency: reader.agency }, found);
  const rows = found.map((row) => settled(row, reader, openings));
  return { version, rows, place, items: itemsOf(rows, synthetic) };
}

function itemsOf(rows: readonly NextItem[], synthetic: boolean): Buffer | null {
  if (!rows.every(isSettled)) return null;
  const told = rows.filter((row) => row.synthetic === synthetic);
  return Buffer.from(told.map(({ text }) => text).join());
}
