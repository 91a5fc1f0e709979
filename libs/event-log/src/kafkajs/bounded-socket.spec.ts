import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { boundedSockets } from './bounded-socket.js';

describe('a socket to a broker', () => {
  let server: Server;
  let answers = true;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    answers = true;
    server = createServer((socket) => {
      socket.on('error', () => undefined).on('data', (bytes) => answers && socket.write(bytes));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    sockets.splice(0).forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });

  const join = async (): Promise<Socket> => {
    const { port } = server.address() as AddressInfo;
    const { promise: connected, resolve } = Promise.withResolvers<void>();
    const socket = boundedSockets(150)({ host: '127.0.0.1', port, ssl: undefined as never, onConnect: resolve });
    sockets.push(socket);
    await connected;
    return socket;
  };
  const passed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it('is destroyed when it was asked and hears nothing', async () => {
    const socket = await join();
    socket.write('asked');
    await once(socket, 'data');
    answers = false;
    socket.write('asked again');
    const [error] = (await once(socket, 'error').catch((cause: unknown) => [cause])) as [Error];
    expect(error.message).toBe('the broker was asked and says nothing');
    expect(socket.destroyed).toBe(true);
  });

  it('is kept while nobody asks, and while answers come', async () => {
    const socket = await join();
    socket.write('asked');
    await once(socket, 'data');
    await passed(400);
    for (let time = 0; time < 5; time++) {
      socket.write('asked');
      await once(socket, 'data');
      await passed(60);
    }
    expect(socket.destroyed).toBe(false);
  });
});
