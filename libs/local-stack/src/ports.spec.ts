import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort, isFree } from './ports.js';

describe('a free port', () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  it('is none that the system may give to an outgoing connection, and another one each time', async () => {
    const ports = await Promise.all([...Array(50)].map(() => freePort()));
    expect(new Set(ports).size).toBe(50);
    expect(ports.filter((port) => port < 15_000 || port >= 32_768)).toEqual([]);
  });

  it('is one that nobody listens on', async () => {
    const port = await freePort();
    expect(await isFree(port)).toBe(true);
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    expect(await isFree(port)).toBe(false);
  });
});
