import type { ISocketFactory } from 'kafkajs';
import { internalModule } from './internals.js';

/** Longer than anything that a broker takes its time for: a join of a group may take its rebalance time (15 s). */
export const SILENCE_MS = 20_000;

/**
 * Sockets that a silent network cannot hold for ever. kafkajs gives a request up after its time and sends the next one on the
 * same connection: where packets vanish (a partition, a failed-over address, a forgotten entry in a firewall), it would do so
 * for a quarter of an hour. These are destroyed once something was sent and nothing came back for `silenceMs`; kafkajs then
 * connects anew.
 */
export function boundedSockets(silenceMs = SILENCE_MS): ISocketFactory {
  const make = (internalModule('network/socketFactory') as () => ISocketFactory)();
  return (options) => {
    const socket = make(options);
    let answered = 0; // what was written when the last bytes came
    let since: number | null = null;
    socket.on('data', () => {
      answered = socket.bytesWritten;
      since = null;
    });
    const watch = setInterval(() => {
      if (socket.bytesWritten <= answered) return;
      since ??= performance.now();
      if (performance.now() - since >= silenceMs) socket.destroy(new Error('the broker was asked and says nothing'));
    }, silenceMs / 10);
    watch.unref();
    socket.on('close', () => clearInterval(watch));
    return socket;
  };
}
