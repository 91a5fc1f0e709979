import type { Socket } from 'node:net';
import pg from 'pg';

/**
 * How long a server may say nothing to what it was asked. Longer than any statement of ours may take: those have a
 * `statement_timeout` by which the server itself answers.
 */
const SILENCE_MS = 20_000;
/** For a connection to be made, encrypted and let in. */
const CONNECT_MS = 3_000;

export type BoundedConfig = pg.ClientConfig & { readonly silenceMs?: number };

/**
 * A connection that a silent network cannot hold for ever. When packets vanish (a partition, a failed-over address, a
 * forgotten entry in a firewall), nothing ends a connection: the system gives up after a quarter of an hour, and until then
 * whoever asked waits. This one is destroyed once it was asked and heard nothing for `silenceMs`; what was asked fails as
 * with any lost connection, and pools replace it. Give it to a pool as `Client`.
 */
export class BoundedClient extends pg.Client {
  constructor(config: string | BoundedConfig = {}) {
    const { silenceMs = SILENCE_MS, ...options } = typeof config === 'string' ? { connectionString: config } : config;
    super({ connectionTimeoutMillis: CONNECT_MS, ...options });
    this.once('connect', () => this.#watch(silenceMs));
  }

  #watch(silenceMs: number): void {
    // Not in pg's types: what carries the bytes, encrypted or not.
    const { stream } = (this as unknown as { readonly connection: { readonly stream: Socket } }).connection;
    let answered = stream.bytesWritten; // everything written by then
    let heard = { bytes: stream.bytesRead, at: performance.now() };
    const isWell = (): boolean => stream.bytesWritten <= answered || stream.bytesRead !== heard.bytes;
    this.on('drain', () => (answered = stream.bytesWritten));
    // A socket's own time-out fires once on an idle connection, and no later write arms it again.
    const timer = setInterval(() => {
      if (isWell()) heard = { bytes: stream.bytesRead, at: performance.now() };
      else if (performance.now() - heard.at >= silenceMs)
        stream.destroy(Object.assign(new Error('the database was asked and says nothing'), { code: 'ETIMEDOUT' }));
    }, silenceMs / 10);
    timer.unref();
    this.once('end', () => clearInterval(timer));
  }
}
