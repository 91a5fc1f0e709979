import type { CaseReader } from '#libs/access';
import { Lru } from '#libs/platform';
import { inSnapshot } from '#libs/postgres';
import { Injectable } from '@nestjs/common';
import { type FeedPlace, formatPlace } from './feed-place.js';
import { FeedSnapshot, type RowsAhead } from './feed-rows.js';
import { FeedStores } from './feed-stores.js';

/** Pages that wait for their readers, of half a megabyte or so; the oldest makes room. */
const KEPT = 16;

/**
 * The rows of a reader's next page, read while it is busy with the last one. Only the rows: what of them the reader may see is
 * judged when it asks, as of any others.
 */
@Injectable()
export class FeedAhead {
  readonly #pages = new Lru<string, Promise<RowsAhead | null>>(KEPT);

  constructor(private readonly stores: FeedStores) {}

  /** Never at the cost of somebody who asks now. */
  begin(reader: CaseReader, place: FeedPlace, limit: number): void {
    const { pool } = this.stores;
    if (place.owed.length > 0 || pool.waitingCount > 0 || pool.idleCount === 0) return;
    const reading = inSnapshot(pool, async (tx) => (await FeedSnapshot.open(tx, reader)).ahead(place, limit));
    // whoever asks reads for itself then, and says what is wrong
    const page = reading.catch(() => null);
    this.#pages.set(keyOf(reader.agency, place, limit), page);
  }

  /** What was read ahead from this place on, once; null where nothing was. */
  async take(agency: string, place: FeedPlace, limit: number): Promise<RowsAhead | null> {
    const key = keyOf(agency, place, limit);
    const page = this.#pages.get(key);
    if (!page) return null;
    this.#pages.delete(key);
    return page;
  }
}

const keyOf = (agency: string, place: FeedPlace, limit: number): string => `${agency} ${limit} ${formatPlace(place)}`;
