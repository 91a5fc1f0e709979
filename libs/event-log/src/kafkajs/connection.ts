import type { Socket } from 'node:net';
import { internalModule } from './internals.js';

const MENDED = Symbol('mended');
const CONNECTING = Symbol('connecting');

interface Connection {
  socket?: Socket;
  [CONNECTING]?: Promise<boolean> | undefined;
  chunks: Buffer[];
  bytesBuffered: number;
  bytesNeeded: number;
  isConnected(): boolean;
  connect: (this: Connection) => Promise<boolean>;
  send: (this: Connection, protocol: object) => Promise<unknown>;
  disconnect: (this: Connection) => Promise<boolean>;
}

/** The length that stands before each answer. */
const LENGTH_BYTES = 4;

/**
 * Four faults of kafkajs's connections:
 * - one that was cut in the middle of an answer puts what it had of it before the first answer of the next connection, and
 *   understands nothing any more: what is left of an answer is forgotten before it connects anew;
 * - one on which an answer did not come in time is used again. Where packets vanish (a partition, a failed-over address, a
 *   forgotten entry in a firewall) nothing else ends it for a quarter of an hour: it is given up, as Kafka's own client does;
 * - one that two ask for at the same time is opened twice, and the first socket is left open for as long as the broker likes:
 *   those who come while it is opened wait for the same one;
 * - one that is closed stays open until the other end closes it too, which an end that is gone never does.
 */
export function mendConnections(): void {
  const { prototype } = internalModule('network/connection') as { prototype: Connection & { [MENDED]?: true } };
  if (prototype[MENDED]) return;
  prototype[MENDED] = true;
  const { connect, send, disconnect } = prototype;
  prototype.connect = function () {
    if (this.isConnected()) return connect.call(this);
    this[CONNECTING] ??= open(this, connect);
    return this[CONNECTING];
  };
  prototype.send = async function (protocol) {
    const { socket } = this;
    try {
      return await send.call(this, protocol);
    } catch (error) {
      if (isTimeOut(error)) socket?.destroy(new Error('an answer did not come in time'));
      throw error;
    }
  };
  prototype.disconnect = async function () {
    const { socket } = this;
    const closed = await disconnect.call(this);
    socket?.destroySoon();
    return closed;
  };
}

/** Until it is open, or its socket is closed: kafkajs does not always say that it came to nothing. */
function open(connection: Connection, connect: Connection['connect']): Promise<boolean> {
  Object.assign(connection, { chunks: [], bytesBuffered: 0, bytesNeeded: LENGTH_BYTES });
  const opening = connect.call(connection);
  const over = (): void => {
    if (connection[CONNECTING] === opening) connection[CONNECTING] = undefined;
  };
  opening.then(over, over);
  connection.socket?.once('close', over);
  return opening;
}

const isTimeOut = (error: unknown): boolean => error instanceof Error && error.name === 'KafkaJSRequestTimeoutError';
