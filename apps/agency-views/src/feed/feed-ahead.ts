import { Lru } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { type FeedPlace, formatPlace } from './feed-place.js';
import { FeedStores } from './feed-stores.js';
import { type AheadOf, type PageAhead, pagesAhead, type RowsAhead } from './page-ahead.js';

/** Pages that wait for their readers, of a megabyte or so; the oldest makes room. */
const KEPT = 36;
/** Pages that wait for a reader that goes from one to the next: while it takes one, as many again are under way. */
const AHEAD = 6;
/** Of these so many in one statement. */
const TOGETHER = 3;

type Key = Omit<AheadOf, 'version'>;

/**
 * A reader's next pages, read and put together while it is busy with the last one. Whatever of them could still be judged in
 * another way is judged when it asks, as of any others.
 */
@Injectable()
export class FeedAhead {
  readonly #pages = new Lru<string, PageAhead>(KEPT);

  constructor(private readonly stores: FeedStores) {}

  /** @param goesOn the page before this place was read ahead too, and asked for */
  begin(of: AheadOf, goesOn: boolean): void {
    void this.#begin(of, goesOn ? AHEAD : 1);
  }

  /** What was read ahead from this place on, once; null where nothing was. */
  async take(of: Key): Promise<RowsAhead | null> {
    const key = keyOf(of);
    const ahead = this.#pages.get(key);
    if (!ahead) return null;
    this.#pages.delete(key);
    return ahead.page;
  }

  /** The next ones are begun when it is known where those before them end. */
  async #begin(of: AheadOf, pages: number): Promise<void> {
    let place: FeedPlace | null = of.place;
    for (let left = pages; place && left > 0; left -= 1) {
      const next: AheadOf = { ...of, place };
      const ahead = this.#pages.get(keyOf(next)) ?? this.#read(next, Math.min(pages, TOGETHER));
      place = ahead ? await ahead.after : null;
    }
  }

  /** Never at the cost of somebody who asks now. */
  #read(of: AheadOf, pages: number): PageAhead | null {
    const { pool } = this.stores;
    const free = pool.options.max - pool.totalCount + pool.idleCount - pool.waitingCount;
    if (of.place.owed.length > 0 || free < 2) return null;
    // whoever asks reads for itself where one fails, and says what is wrong
    const [first, ...others] = pagesAhead(pool, of, pages).map(({ after, page }) => ({
      after: after.catch(() => null),
      page: page.catch(() => null),
    }));
    return first ? this.#keep(of, first, others) : null;
  }

  /** Each stands at its place as soon as that is known. */
  #keep(of: AheadOf, { after, page }: PageAhead, [next, ...others]: readonly PageAhead[]): PageAhead {
    const known = after.then((place) => {
      if (place && next) this.#keep({ ...of, place }, next, others);
      return place;
    });
    const ahead = { after: known, page };
    this.#pages.set(keyOf(of), ahead);
    return ahead;
  }
}

const keyOf = ({ reader, synthetic, place, limit }: Key): string =>
  `${reader.agency} ${reader.role} ${synthetic} ${limit} ${formatPlace(place)}`;
