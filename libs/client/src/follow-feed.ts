import type { FeedItem, FeedPage } from './api-types.js';
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
  /** Items that are handled before the cursor is kept: so many, at most, come again after a crash. */
  readonly limit?: number;
  /** How long one request waits for something new, in seconds. */
  readonly wait?: number;
  /** Exercises instead of real work. */
  readonly synthetic?: boolean;
  /** Ends the following after the item in hand. */
  readonly signal?: AbortSignal;
}

/**
 * Hands over what the agency is told, from where it was left the last time, until the signal says so.
 * @throws BusProblem; whatever `handle` or the cursor's store throws
 */
export async function followFeed(client: Pick<BusClient, 'read'>, follow: FollowFeed): Promise<void> {
  const { cursor: store, limit = 100, wait = 25, synthetic = false, signal } = follow;
  let cursor = await store.load();
  let missing = '[]';
  while (!signal?.aborted) {
    const query = { limit, wait, synthetic: synthetic ? ('true' as const) : ('false' as const), cursor };
    const page = await nextPage(client, query, signal);
    if (!page) return;
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

/** Null when the following was ended while it waited. */
async function nextPage(
  client: Pick<BusClient, 'read'>,
  query: FeedQuery,
  signal?: AbortSignal,
): Promise<FeedPage | null> {
  try {
    return await client.read('/v1/feed', { query, signal });
  } catch (error) {
    if (signal?.aborted) return null;
    throw error;
  }
}
