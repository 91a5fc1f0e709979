import { connect, createServer, type Server, type Socket } from 'node:net';
import { specPostgresUrl } from './spec-database.js';

/** Stands before the database; told to, it swallows every byte of connections old and new, and closes none. */
export class Hole {
  readonly #sockets: Socket[] = [];
  #server: Server | null = null;
  swallowing = false;

  /** @returns the address to use instead of this one */
  async open(databaseUrl = specPostgresUrl()): Promise<string> {
    const url = new URL(databaseUrl);
    const target = { port: Number(url.port), host: url.hostname };
    const server = createServer((client) => {
      const onward = connect(target);
      this.#sockets.push(client, onward);
      const pass = (from: Socket, to: Socket): void => {
        from.on('data', (bytes) => this.swallowing || to.write(bytes));
        from.on('error', () => to.destroy()).on('close', () => to.destroy());
      };
      pass(client, onward);
      pass(onward, client);
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) url.port = String(address.port);
    return url.href;
  }

  async close(): Promise<void> {
    this.#sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}
