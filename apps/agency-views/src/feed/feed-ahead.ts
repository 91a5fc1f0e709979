import type { CaseReader } from '#libs/access';
import { Lru } from '#libs/platform';
import { inSnapshot } from '#libs/postgres';
import { Injectable } from '@nestjs/common';
import { type FeedPlace, formatPlace } from './feed-place.js';
import { FeedSnapshot, type RowsAhead } from './feed-rows.js';
import { FeedStores } from './feed-stores.js';

/** Pages that wait for their readers, of half a megabyte or so; the oldest makes room. */
const KEPT = 16;
/** Pages for a reader that goes from one to the next: while it has the first, the database is busy with the second. */
const PAGES = 2;

/**
 * A reader's next pages, read and put together while it is busy with the last one. Whatever of them could still be judged in
 * another way is judged when it asks, as of any others.
 */
@Injectable()
export class FeedAhead {
  readonly #pages = new Lru<string, Promise<RowsAhead | null>>(KEPT);

  constructor(private readonly stores: FeedStores) {}

  /** @param goesOn the page before this place was read ahead too, and asked for */
  begin(reader: CaseReader, place: FeedPlace, limit: number, goesOn: boolean): void {
    void this.#begin(reader, place, limit, goesOn ? PAGES : 1);
  }

  /** What was read ahead from this place on, once; null where nothing was. */
  async take(agency: string, place: FeedPlace, limit: number): Promise<RowsAhead | null> {
    const key = keyOf(agency, place, limit);
    const page = this.#pages.get(key);
    if (!page) return null;
    this.#pages.delete(key);
    return page;
  }

  async #begin(reader: CaseReader, place: FeedPlace, limit: number, pages: number): Promise<void> {
    const page = await (this.#pages.get(keyOf(reader.agency, place, limit)) ?? this.#read(reader, place, limit));
    if (page && pages > 1) await this.#begin(reader, page.place, limit, pages - 1);
  }

  /** Never at the cost of somebody who asks now. */
  #read(reader: CaseReader, place: FeedPlace, limit: number): Promise<RowsAhead | null> | null {
    const { pool } = this.stores;
    if (place.owed.length > 0 || pool.waitingCount > 0 || pool.idleCount === 0) return null;
    const reading = inSnapshot(pool, async (tx) => (await FeedSnapshot.open(tx, reader)).ahead(place, limit));
    // whoever asks reads for itself then, and says what is wrong
    const page = reading.catch(() => null);
    this.#pages.set(keyOf(reader.agency, place, limit), page);
    return page;
  }
}

const keyOf = (agency: string, place: FeedPlace, limit: number): string => `${agency} ${limit} ${formatPlace(place)}`;
