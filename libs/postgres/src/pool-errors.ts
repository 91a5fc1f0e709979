import type { ClientBase, Pool } from 'pg';

const heard = new WeakSet<Pool>();

/**
 * Hears what a pool's connections say when they are lost: unheard, it would end the process. A connection can be cut in the
 * moment in which it is handed over, so each is heard from its beginning. The next query fails with the cause in any case.
 */
export function hear(pool: Pool): void {
  if (heard.has(pool)) return;
  heard.add(pool);
  pool.on('error', ignored);
  pool.on('connect', hearClient);
}

/** For a connection that may be older than its pool's listeners. */
export function hearClient(client: ClientBase): void {
  if (!client.listeners('error').includes(ignored)) client.on('error', ignored);
}

const ignored = (): void => undefined;
