import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Chance, type Direction, type LinkFaults } from './link-faults.js';
import { Pipe, type Stage } from './pipe.js';

export interface TcpProxyOptions {
  readonly target: { readonly host: string; readonly port: number };
  /** A free one unless given. */
  readonly port?: number;
  /** Made anew for each connection; may cut it. */
  readonly stages?: (cut: () => void) => Readonly<Record<Direction, readonly Stage[]>>;
}

interface Connection {
  readonly client: Socket;
  readonly server: Socket;
  readonly pipes: readonly Pipe[];
}

/** Called when the bytes come by, before they go on: they wait for it. False swallows them, and all that follow on their way. */
export type Trigger = () => Promise<boolean> | boolean;

interface Watch {
  readonly direction: Direction;
  readonly pattern: Buffer;
  readonly act: Trigger;
}

/** Stands between clients and one server on loopback, and does to their connections what networks do. */
export class TcpProxy {
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  readonly #faults: Record<Direction, LinkFaults> = { toServer: {}, toClient: {} };
  readonly #watches = new Set<Watch>();
  #changed = signal();
  #refusing = false;
  #port: number;
  /** Decides what is spoilt. */
  chance: Chance = Math.random;
  /** Connections made so far. */
  made = 0;
  /** How often faults have met bytes, or a connection that they ended. */
  met = 0;

  private constructor(private readonly options: TcpProxyOptions) {
    this.#port = options.port ?? 0;
    this.#server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => this.#accept(client));
  }

  static async open(options: TcpProxyOptions): Promise<TcpProxy> {
    const proxy = new TcpProxy(options);
    await proxy.#listen();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  /** `host:port` */
  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  get open(): number {
    return this.#connections.size;
  }

  /** Adds faults to connections that are and that will be, in one direction or both. */
  fault(faults: LinkFaults, direction?: Direction): void {
    for (const each of ['toServer', 'toClient'] as const) {
      if (direction === undefined || direction === each) this.#faults[each] = { ...this.#faults[each], ...faults };
    }
    if (faults.swallowed) {
      this.met += this.#connections.size;
      for (const { pipes } of this.#connections) pipes.forEach((pipe) => pipe.die());
    }
    this.#change();
  }

  /** These faults are over, and others go on. */
  without(faults: LinkFaults, direction?: Direction): void {
    for (const each of ['toServer', 'toClient'] as const) {
      if (direction !== undefined && direction !== each) continue;
      const left = Object.entries(this.#faults[each]).filter(([name]) => !(name in faults));
      this.#faults[each] = Object.fromEntries(left);
    }
    this.#change();
  }

  /** Faults, watches and refusals are over. Connections that were swallowed stay dead, as after a real partition. */
  async heal(): Promise<void> {
    this.#faults.toServer = {};
    this.#faults.toClient = {};
    this.#watches.clear();
    this.#change();
    if (this.#refusing) await this.#listen();
    this.#refusing = false;
  }

  /** Cuts every connection with a reset. */
  cut(): void {
    this.met += this.#connections.size;
    for (const { client, server } of this.#connections) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** Cuts every connection, and refuses new ones until healed. */
  async refuse(): Promise<void> {
    if (this.#refusing) return;
    this.#refusing = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.cut();
    await closed;
  }

  /** Acts each time the pattern comes by, which must lie within one read, until healed. @returns what ends it earlier */
  watch(direction: Direction, pattern: string | Buffer, act: Trigger): () => void {
    const watch: Watch = { direction, pattern: Buffer.from(pattern), act };
    this.#watches.add(watch);
    return () => void this.#watches.delete(watch);
  }

  async close(): Promise<void> {
    await this.heal();
    await this.refuse();
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ port: this.#port, host: '127.0.0.1' }, () => {
        const address = this.#server.address();
        if (typeof address === 'object' && address) this.#port = address.port;
        this.#server.removeListener('error', reject);
        resolve();
      });
    });
  }

  #change(): void {
    const { resolve } = this.#changed;
    this.#changed = signal();
    resolve();
  }

  #accept(client: Socket): void {
    this.made++;
    const server = connect({ ...this.options.target, noDelay: true, allowHalfOpen: true });
    const cut = (): void => {
      client.resetAndDestroy();
      server.resetAndDestroy();
    };
    const stages = this.options.stages?.(cut) ?? { toServer: [], toClient: [] };
    const pipe = (direction: Direction): Pipe =>
      new Pipe({
        from: direction === 'toServer' ? client : server,
        to: direction === 'toServer' ? server : client,
        faults: () => this.#faults[direction],
        changed: () => this.#changed.promise,
        stages: [...stages[direction], this.#watching(direction)],
        chance: () => this.chance(),
        met: () => void this.met++,
      });
    const connection: Connection = { client, server, pipes: [pipe('toServer'), pipe('toClient')] };
    this.#connections.add(connection);
    for (const socket of [client, server]) {
      socket.on('error', cut); // what breaks one side breaks the other
      socket.on('close', () => {
        this.#connections.delete(connection);
        if (client.destroyed) server.destroy();
        else if (server.destroyed) client.destroy();
      });
    }
    for (const each of connection.pipes) void each.run().catch(cut);
  }

  /** For one direction of one connection. What a network loses of a stream it loses to its end: nothing comes behind a hole. */
  #watching(direction: Direction): Stage {
    let swallowing = false;
    return async (bytes) => {
      for (const watch of this.#watches) {
        if (swallowing) break;
        if (watch.direction === direction && bytes.includes(watch.pattern)) swallowing = !(await watch.act());
      }
      return swallowing ? Buffer.alloc(0) : bytes;
    };
  }
}

function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, resolve };
}
