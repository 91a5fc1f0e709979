import { setTimeout as delay } from 'node:timers/promises';
import { Bell, type Logger } from '#libs/platform';
import { BoundedClient } from '#libs/postgres';
import { FEED_CHANNEL } from './feed.derived.sql.js';
import { agencyFeed } from './feed.projection.js';
import { MISSING_MARK } from './feed.queries.js';

const AGAIN_MS = 500;
/** A dead connection must not look like a quiet one, nor one on which nobody is told that something is missing. */
const CHECK_MS = 5_000;

/**
 * Wakes who waits for an agency's feed when a consumer, in whichever process, has committed something for it. Nobody asks the
 * database in vain. All are woken when something else is missing than before, which nobody commits anything into a feed for.
 * While the connection is lost nobody is woken; when it is back, all are.
 */
export class FeedWakes {
  readonly #bells = new Map<string, Set<Bell>>();
  readonly #closing = new AbortController();
  readonly #url: string;
  readonly #logger: Logger;
  #running: Promise<void> = Promise.resolve();

  constructor(databaseUrl: string, logger: Logger) {
    this.#url = databaseUrl;
    this.#logger = logger;
  }

  /** The process ends: nobody should wait any longer. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  /** A bell for one reader of the agency's feed; it rings until it is put away. */
  bellOf(agency: string): Bell {
    const bells = this.#bells.get(agency) ?? new Set();
    this.#bells.set(agency, bells);
    const bell = new Bell(() => {
      bells.delete(bell);
      if (bells.size === 0 && this.#bells.get(agency) === bells) this.#bells.delete(agency);
    });
    bells.add(bell);
    return bell;
  }

  /** @param names of agencies, blanks between; `*`: all */
  wake(names: string): void {
    const woken = names === '*' ? [...this.#bells.keys()] : names.split(' ');
    for (const agency of woken) for (const bell of this.#bells.get(agency) ?? []) bell.ring();
  }

  async #run(): Promise<void> {
    while (!this.closing.aborted) {
      const client = new BoundedClient({ connectionString: this.#url, application_name: 'agency-feed-wakes' });
      await this.#listen(client).catch((err: unknown) =>
        this.#logger.warn({ err, code: 'FEED_WAKES_LOST' }, 'feeds that wait are not woken'),
      );
      await client.end().catch(() => undefined);
      await delay(AGAIN_MS, undefined, { signal: this.closing }).catch(() => undefined);
    }
  }

  /** Until the process ends. @throws when the connection is lost */
  async #listen(client: BoundedClient): Promise<void> {
    const lost = new AbortController();
    client.on('error', (error) => lost.abort(error)).on('end', () => lost.abort());
    client.on('notification', ({ payload }) => this.wake(payload ?? '*'));
    await client.connect();
    await client.query(`LISTEN ${FEED_CHANNEL}`);
    const over = AbortSignal.any([this.closing, lost.signal]);
    // the first mark is another one than none: whoever waited through the loss of a connection is woken
    for (let known = ''; !over.aborted;) {
      const mark = JSON.stringify((await client.query(MISSING_MARK, [agencyFeed.name])).rows);
      if (mark !== known) this.wake('*');
      known = mark;
      await delay(CHECK_MS, undefined, { signal: over }).catch(() => undefined);
    }
    if (lost.signal.aborted) throw lost.signal.reason;
  }
}
