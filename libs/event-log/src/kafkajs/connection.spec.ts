import { connect as connectTo, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '#libs/testing';
import { mendConnections } from './connection.js';
import { internalModule } from './internals.js';

interface Connection {
  connect(): Promise<boolean>;
  send(protocol: object): Promise<Buffer>;
  disconnect(): Promise<boolean>;
  isConnected(): boolean;
}
const Connection = internalModule('network/connection') as new (options: object) => Connection;
const request = (internalModule('protocol/requests/apiVersions/v0/request') as () => object)();
const quiet = { debug: () => undefined, error: () => undefined, namespace: () => quiet };

describe('a connection to a broker', () => {
  let server: Server;
  let connection: Connection;
  /** What the broker does with each request, in their order. */
  let script: ((socket: Socket, answer: Buffer) => void)[];
  const sockets: Socket[] = [];
  mendConnections();
  mendConnections(); // installing twice does no harm

  const whole = (socket: Socket, answer: Buffer): void => void socket.write(answer);
  const nothing = (): void => undefined;
  /** The beginning of an answer, and the end of the connection. */
  const half = (socket: Socket, answer: Buffer): void =>
    void socket.write(answer.subarray(0, answer.length - 3), () => socket.resetAndDestroy());

  beforeEach(async () => {
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined).on('data', (bytes) => script.shift()?.(socket, answerTo(bytes)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    connection = new Connection({
      host: '127.0.0.1',
      port,
      logger: quiet,
      requestTimeout: 200,
      connectionTimeout: 1_000,
      socketFactory: ({ onConnect }: { onConnect: () => void }) => connectTo(port, '127.0.0.1', onConnect),
    });
  });
  afterEach(async () => {
    await connection.disconnect();
    sockets.splice(0).forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });

  /** Length, correlation id as it was sent, and four bytes. */
  function answerTo(bytes: Buffer): Buffer {
    const answer = Buffer.alloc(12);
    answer.writeInt32BE(8, 0);
    answer.writeInt32BE(bytes.readInt32BE(8), 4);
    answer.write('good', 8);
    return answer;
  }

  const ask = async (): Promise<string> => {
    if (!connection.isConnected()) await connection.connect();
    const answer = await connection.send({
      request,
      response: { decode: (each: Buffer) => each, parse: (each: Buffer) => each },
    });
    return answer.toString();
  };

  it('is opened once, however many want it at the same time', async () => {
    await Promise.all([connection.connect(), connection.connect(), connection.connect()]);
    await connection.disconnect();
    await Promise.all([connection.connect(), connection.connect()]);
    script = [whole];
    expect(await ask()).toBe('good');
    expect(sockets).toHaveLength(2);
  });

  it('understands answers after it was cut in the middle of one', async () => {
    script = [whole, half, whole, whole];
    expect(await ask()).toBe('good');
    await expect(ask()).rejects.toThrow();
    expect(await ask()).toBe('good');
    expect(await ask()).toBe('good');
  });

  it('is given up when an answer does not come in time', async () => {
    script = [whole, nothing, whole];
    expect(await ask()).toBe('good');
    await expect(ask()).rejects.toThrow(/timed out/);
    await until(async () => !connection.isConnected() || undefined);
    expect(await ask()).toBe('good');
    expect(sockets).toHaveLength(2);
  });
});
