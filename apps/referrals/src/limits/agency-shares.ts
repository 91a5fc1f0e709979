import { TooManyRequests } from '#libs/platform';

/** What one agency may ask for, so that the flood of one does not starve the others (faults Z12). */
export interface ShareLimits {
  /** Commands a second, over time. */
  readonly perSecond: number;
  /** Commands at once after a quiet time; a batch counts as many as it has items. */
  readonly burst: number;
  /** Commands that are not answered yet. */
  readonly open: number;
}

interface Share {
  tokens: number;
  refilledAt: number;
  open: number;
}

/** How long a caller with too many open commands is asked to wait, in seconds. */
const OPEN_RETRY_SECONDS = 1;

/** A token bucket and a count of open commands per agency. Only agencies of the directory may be passed: they bound the memory. */
export class AgencyShares {
  readonly #shares = new Map<string, Share>();

  /** @param now milliseconds, never going back */
  constructor(
    private readonly limits: ShareLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Takes `weight` commands out of the agency's share; the returned function says that they are answered.
   * @throws TooManyRequests
   */
  take(agency: string, weight: number): () => void {
    const share = this.#refilled(agency);
    const missing = weight - share.tokens;
    if (missing > 0) throw new TooManyRequests(missing / this.limits.perSecond);
    if (share.open + weight > this.limits.open) throw new TooManyRequests(OPEN_RETRY_SECONDS);
    share.tokens -= weight;
    share.open += weight;
    return () => {
      share.open -= weight;
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
