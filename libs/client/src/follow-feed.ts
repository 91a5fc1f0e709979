import { setTimeout as delay } from 'node:timers/promises';
import type { FeedItem, FeedPage } from './api-types.js';
import { passes } from './back-off.js';
import type { BusClient } from './bus-client.js';
import type { CursorStore } from './cursor-file.js';

export interface FollowFeed {
  readonly cursor: CursorStore;
  /**
   * Is given each item at least once, in order per referral, one at a time. After a crash the last ones come again, with the
   * same ids: what is done for an item must not matter if it was done before. A throw ends the following, at this item.
   */
  readonly handle: (item: FeedItem) => Promise<void> | void;
  /** Is told what happened and is not in the feed yet, when that changes. */
  readonly missing?: (missing: FeedPage['missing']) => void;
  /** Is told that the feed has not answered for as long as the client is patient (two minutes); it is asked again, for ever. */
  readonly away?: (error: unknown) => void;
  /** Items that are handled before the cursor is kept: so many, at most, come again after a crash. */
  readonly limit?: number;
  /** How long one request waits for something new, in seconds. */
  readonly wait?: number;
  /** Exercises instead of real work. */
  readonly synthetic?: boolean;
  /** Ends the following after the item in hand. */
  readonly signal?: AbortSignal;
}

/** Before a feed is asked again that outlasted the client's patience. */
const AWAY_MS = 1_000;

/**
 * Hands over what the agency is told, from where it was left the last time, until the signal says so, however long the bus is away.
 * @throws BusProblem for what is refused for good; whatever `handle` or the cursor's store throws
 */
export async function followFeed(client: Pick<BusClient, 'read'>, follow: FollowFeed): Promise<void> {
  const { cursor: store, limit = 100, wait = 25, synthetic = false, signal } = follow;
  let cursor = await store.load();
  let missing = '[]';
  while (!signal?.aborted) {
    const query = { limit, wait, synthetic: synthetic ? ('true' as const) : ('false' as const), cursor };
    const page = await nextPage(client, query, follow);
    if (!page) continue;
    const now = JSON.stringify(page.missing);
    if (now !== missing) follow.missing?.(page.missing);
    missing = now;
    for (const item of page.items) {
      if (signal?.aborted) return;
      await follow.handle(item);
    }
    if (page.next !== cursor) await store.save(page.next);
    cursor = page.next;
  }
}

type FeedQuery = { limit: number; wait: number; synthetic: 'true' | 'false'; cursor: string | undefined };

/** Null when the following was ended while it waited, or the bus is away for longer than the client waited. */
async function nextPage(
  client: Pick<BusClient, 'read'>,
  query: FeedQuery,
  { signal, away }: Pick<FollowFeed, 'signal' | 'away'>,
): Promise<FeedPage | null> {
  try {
    return await client.read('/v1/feed', { query, signal });
  } catch (error) {
    if (signal?.aborted) return null;
    if (!passes(error)) throw error;
    away?.(error);
    await delay(AWAY_MS, undefined, { signal }).catch(() => undefined);
    return null;
  }
}
