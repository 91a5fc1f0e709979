import { setTimeout as delay } from 'node:timers/promises';
import { type BusClient, BusProblem, type CursorStore, type FeedItem, followFeed } from '#libs/client';
import { Bell, type Logger } from '#libs/platform';
import type { Subscription } from '../webhook/webhook.js';
import { type DeliveryQueue, MovedOn } from './delivery-queue.js';
import { filedOf } from './filed.js';

/** Items that are held in memory for one webhook. */
const PAGE = 50;
const WAIT_SECONDS = 25;
/** Items that wait for one webhook before its feed is read no further: the rest stays where it is, in the feed. */
export const MOST_WAITING = 2_000;
const AGAIN_MS = 5_000;

export interface FollowerParts {
  readonly client: Pick<BusClient, 'read'>;
  readonly queue: DeliveryQueue;
  readonly wanted: Subscription & { readonly id: string; readonly synthetic: boolean };
  readonly logger: Logger;
  /** Is called when something was filed. */
  readonly filed: () => void;
}

/** Follows an agency's feed for one webhook, and files what it wants: items and cursor in one transaction. */
export class FeedFollower {
  readonly #parts: FollowerParts;
  readonly #room = new Bell(() => undefined);
  #waiting = 0;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** Says that one item less waits. */
  left(): void {
    this.#waiting -= 1;
    if (this.#waiting < MOST_WAITING) this.#room.ring();
  }

  /** Until the signal says so, whatever fails meanwhile. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#follow(signal);
      } catch (error) {
        if (!signal.aborted) await this.#tell(error);
      }
      await delay(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { client, queue, wanted } = this.#parts;
    this.#waiting = await queue.waiting();
    const store = new FilingStore(queue, wanted, (count) => this.#filed(count));
    const handle = async (item: FeedItem): Promise<void> => {
      while (this.#waiting >= MOST_WAITING && !signal.aborted) {
        this.#room.rang();
        if (this.#waiting >= MOST_WAITING) await this.#room.wait(AGAIN_MS, signal);
      }
      store.hold(item);
    };
    await followFeed(client, {
      cursor: store,
      handle,
      limit: PAGE,
      wait: WAIT_SECONDS,
      synthetic: wanted.synthetic,
      signal,
      away: (error) => void this.#tell(error),
    });
  }

  #filed(count: number): void {
    this.#waiting += count;
    this.#parts.filed();
  }

  async #tell(error: unknown): Promise<void> {
    // the next look begins where the other process left off
    if (error instanceof MovedOn) return;
    const { queue, wanted, logger } = this.#parts;
    const code = error instanceof BusProblem ? error.code : 'FEED_AWAY';
    const sawTransient = error instanceof BusProblem && error.isTransient;
    logger.warn({ webhook: wanted.id, code, ...(!sawTransient && { err: error }) }, 'a feed cannot be followed');
    await queue.readingFails(code).catch(() => undefined);
  }
}

/** Keeps a place in the feed together with what comes before it. */
class FilingStore implements CursorStore {
  #held: FeedItem[] = [];
  #cursor: string | undefined;

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly wanted: Subscription,
    private readonly filed: (count: number) => void,
  ) {}

  hold(item: FeedItem): void {
    this.#held.push(item);
  }

  async load(): Promise<string | undefined> {
    this.#cursor = await this.queue.cursor();
    return this.#cursor;
  }

  async save(cursor: string): Promise<void> {
    const items = this.#held;
    this.#held = [];
    const legs = await this.queue.legsOf([...new Set(items.map(({ referral }) => referral))]);
    const filing = filedOf(items, legs, this.wanted);
    await this.queue.file(this.#cursor, cursor, filing);
    this.#cursor = cursor;
    if (filing.items.length > 0) this.filed(filing.items.length);
  }
}
