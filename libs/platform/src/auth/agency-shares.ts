import { Lru } from '../lru.js';
import { TooManyRequests } from '../problems/problem-error.js';

/** What one agency may ask for, so that the flood of one does not starve the others (faults Z12). */
export interface ShareLimits {
  /** Units a second, over time: requests, or commands. */
  readonly perSecond: number;
  /** Units at once after a quiet time. */
  readonly burst: number;
  /** Units that are not answered yet. */
  readonly open: number;
}

interface Share {
  tokens: number;
  refilledAt: number;
  open: number;
}

/** How long a caller with too much open is asked to wait, in seconds. */
const OPEN_RETRY_SECONDS = 1;
/** More agencies than a bus has; whoever was forgotten begins with a full share. */
const MOST_AGENCIES = 10_000;

/** A token bucket and a count of what is open per agency. */
export class AgencyShares {
  readonly #shares = new Lru<string, Share>(MOST_AGENCIES);

  /** @param now milliseconds, never going back */
  constructor(
    private readonly limits: ShareLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Takes `weight` units out of the agency's share; the returned function, called once or more, says that they are answered.
   * @throws TooManyRequests
   */
  take(agency: string, weight: number): () => void {
    const share = this.#refilled(agency);
    const missing = weight - share.tokens;
    if (missing > 0) throw new TooManyRequests(missing / this.limits.perSecond);
    if (share.open + weight > this.limits.open) throw new TooManyRequests(OPEN_RETRY_SECONDS);
    share.tokens -= weight;
    share.open += weight;
    let open = weight;
    return () => {
      share.open -= open;
      open = 0;
    };
  }

  #refilled(agency: string): Share {
    const { burst, perSecond } = this.limits;
    const now = this.now();
    const share = this.#shares.get(agency) ?? { tokens: burst, refilledAt: now, open: 0 };
    share.tokens = Math.min(burst, share.tokens + ((now - share.refilledAt) / 1000) * perSecond);
    share.refilledAt = now;
    this.#shares.set(agency, share);
    return share;
  }
}
