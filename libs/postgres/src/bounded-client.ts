import { Socket } from 'node:net';
import pg from 'pg';

/**
 * How long a server may say nothing to what it was asked. Longer than any statement of ours may take: those have a
 * `statement_timeout` by which the server itself answers.
 */
export const SILENCE_MS = 20_000;
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
    const socket = new Socket();
    const { silenceMs = SILENCE_MS, ...options } = typeof config === 'string' ? { connectionString: config } : config;
    super({ connectionTimeoutMillis: CONNECT_MS, ...options, stream: () => socket });
    // Everything written by then is answered.
    let answered = 0;
    const settled = (): void => void (answered = socket.bytesWritten);
    this.on('connect', settled).on('drain', settled);
    // Fires after so long without a byte in either direction, on idle connections too.
    socket.setTimeout(silenceMs, () => {
      if (socket.bytesWritten > answered) socket.destroy(new Error('the database was asked and says nothing'));
    });
  }
}
