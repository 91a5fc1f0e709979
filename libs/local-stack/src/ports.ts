import { createServer } from 'node:net';
import { join } from 'node:path';
import { readKept, writeKept } from './kept-file.js';

/** A port that nobody listens on now, given by the system. */
export function freePort(): Promise<number> {
  return listening(0);
}

export async function isFree(port: number): Promise<boolean> {
  return (await listening(port).catch(() => null)) === port;
}

function listening(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** The ports of a data folder: the same at the next start, since the broker tells its clients its address. */
export class PortStore {
  private readonly path: string;
  private readonly ports: Record<string, number>;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'ports.json');
    this.ports = readKept<Record<string, number>>(this.path, {});
  }

  /** The port of this part: the stored one where it is free, else a new one. */
  async take(part: string): Promise<number> {
    const known = this.ports[part];
    if (known !== undefined && (await isFree(known))) return known;
    const port = await freePort();
    this.ports[part] = port;
    writeKept(this.path, JSON.stringify(this.ports, null, 2));
    return port;
  }
}
