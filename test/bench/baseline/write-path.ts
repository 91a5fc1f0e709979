import { setTimeout as delay } from 'node:timers/promises';
import { batchesOf, requests, saturateOver } from '../accept/write-app.js';

/** A way from an agency's request to the row that its recipient reads. */
export interface WritePath {
  readonly url: string;
  readonly tokens: readonly string[];
  /** Referrals that a recipient can read. */
  visible(): Promise<number>;
}

const BATCH = 50;
const BATCH_CONNECTIONS = 8;
const POLL_MS = 20;
const BOUND_MS = 120_000;

/**
 * Referrals a second from the first request until the last one can be read by its recipient: what a reader lags behind at the
 * end of the load counts as well.
 */
export async function wholePath(path: WritePath, way: 'singly' | 'in batches', seconds: number): Promise<number> {
  const before = await path.visible();
  const start = performance.now();
  const batched = way === 'in batches';
  const next = batched ? batchesOf(path.tokens, BATCH) : requests(path.tokens, '/v1/referrals');
  const load = batched ? { status: 200, connections: BATCH_CONNECTIONS } : { status: 201 };
  let sent = 0;
  const counted = (): string => {
    sent += batched ? BATCH : 1;
    return next();
  };
  await saturateOver(path.url, counted, { seconds, warmUpSeconds: 0, ...load });
  const until = performance.now() + BOUND_MS;
  for (;;) {
    const shown = (await path.visible()) - before;
    if (shown === sent) return sent / ((performance.now() - start) / 1000);
    if (shown > sent || performance.now() > until) throw new Error(`${shown} of ${sent} referrals can be read`);
    await delay(POLL_MS);
  }
}
