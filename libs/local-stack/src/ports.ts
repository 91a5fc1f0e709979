import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readKept, writeKept } from './kept-file.js';

/**
 * Below the range from which systems give outgoing connections their ports (from 32768 on Linux): there, a service that is
 * down for a moment could find its port taken by a client that tries to reach it, or that client could reach itself.
 */
const PORTS = { from: 15_000, below: 32_768 } as const;

/** A port that nobody listens on now. Never the same twice from one process. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.below);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

const given = new Set<number>();

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
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
