import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, Lru } from '#libs/platform';
import { type FeedPlace, formatPlace } from '../feed/feed-place.js';
import type { FeedOf } from '../feed/feed-reads.js';
import { Retrievals, type Told } from './retrievals.js';

/** Feeds whose last look is remembered. */
const REMEMBERED = 2_000;
/** The same place is looked at again after this time: the feed may be ahead of the referrals. */
const AGAIN_MS = 5_000;

interface Look {
  readonly place: string;
  readonly at: number;
}

/**
 * An agency that comes back with a cursor has what lies before it. Looked up beside the answer, which does not wait: an agency
 * that comes back again brings the same cursor, or one that is further.
 */
export class PassedItems {
  readonly #looks = new Lru<string, Look>(REMEMBERED);
  readonly #busy = new Set<string>();

  constructor(
    private readonly retrievals: Retrievals,
    private readonly logger: Logger,
  ) {}

  /** @returns when it is done; nobody has to wait */
  async cameBack({ reader: { agency }, synthetic }: FeedOf, from: FeedPlace): Promise<void> {
    const feed = `${agency} ${synthetic}`;
    const place = formatPlace(from);
    const last = this.#looks.get(feed);
    if (this.#busy.has(feed) || (last?.place === place && performance.now() - last.at < AGAIN_MS)) return;
    this.#busy.add(feed);
    try {
      await this.#note(agency, synthetic, from);
      this.#looks.set(feed, { place, at: performance.now() });
    } catch (err) {
      this.logger.warn({ err, code: 'RECEIPT_NOT_KEPT', agency }, 'that a feed was read is not noted yet');
    } finally {
      this.#busy.delete(feed);
    }
  }

  /**
   * An agency says that it has what lies before a cursor, and is answered once that is kept. Looked up once more after a while,
   * since the feed may be ahead of the referrals: nobody has to come back with the same cursor.
   * @throws as the database does
   */
  async confirmed({ reader: { agency }, synthetic }: FeedOf, from: FeedPlace): Promise<void> {
    await this.#note(agency, synthetic, from);
    void delay(AGAIN_MS, undefined, { ref: false })
      .then(() => this.#note(agency, synthetic, from))
      .catch((err: unknown) =>
        this.logger.warn({ err, code: 'RECEIPT_NOT_KEPT', agency }, 'what was confirmed is not noted yet'),
      );
  }

  async #note(agency: string, synthetic: boolean, from: FeedPlace): Promise<void> {
    const told = toldAt(from);
    for (let whole = false; !whole;) {
      const found = await this.retrievals.unnoted(agency, synthetic, told);
      await this.retrievals.note(found.referrals);
      whole = found.whole;
    }
  }
}

/** What was owed when its reader went past it has not been told yet. */
function toldAt({ lanes, owed }: FeedPlace): Told[] {
  return [...lanes].map(([lane, { position }]) => {
    const first = owed.find((each) => each.lane === lane)?.position ?? Infinity;
    return { lane, position: Math.min(position, first - 1) };
  });
}
