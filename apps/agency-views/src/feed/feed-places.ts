import { TooManyRequests, Unavailable } from '#libs/platform';

/** How many feeds may be open at once: requests that wait, and streams. */
export interface FeedBounds {
  readonly ofAgency: number;
  readonly ofAll: number;
}

export const defaultFeedBounds: FeedBounds = { ofAgency: 32, ofAll: 2_000 };

const RETRY_SECONDS = { agency: 2, all: 5 };

/**
 * Counts open feeds. They are not counted in an agency's share of open requests, where a few that wait would keep out
 * everything else that it asks for; a feed that waits costs its connection and a few hundred bytes.
 */
export class FeedPlaces {
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor(private readonly bounds: FeedBounds) {}

  get size(): number {
    return this.#all;
  }

  /** The returned function gives the place back. @throws TooManyRequests, Unavailable: with the time to come again */
  take(agency: string): () => void {
    const open = this.#open.get(agency) ?? 0;
    if (open >= this.bounds.ofAgency) throw new TooManyRequests(RETRY_SECONDS.agency);
    if (this.#all >= this.bounds.ofAll) throw new Unavailable('UNAVAILABLE', RETRY_SECONDS.all);
    this.#open.set(agency, open + 1);
    this.#all += 1;
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      this.#all -= 1;
      const left = (this.#open.get(agency) ?? 1) - 1;
      if (left > 0) this.#open.set(agency, left);
      else this.#open.delete(agency);
    };
  }
}
