import { TooManyRequests, Unavailable } from '../problems/problem-error.js';

/** How many may be there at once. */
export interface PlaceBounds {
  readonly ofAgency: number;
  readonly ofAll: number;
}

const RETRY_SECONDS = { agency: 2, all: 5 };

/**
 * Counts requests that wait. They are not counted in an agency's share of open requests, where a few that wait would keep
 * out everything else that it asks for; one that waits costs its connection and a few hundred bytes.
 */
export class Places {
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor(private readonly bounds: PlaceBounds) {}

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
