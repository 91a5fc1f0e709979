import { EventEmitter } from 'node:events';
import type pg from 'pg';
import type { SimulatedProcess } from '../world/world.js';
import type { Server } from './server.js';
import type { Answer, Query, Session } from './session.js';

type Callback = (error: Error | null, result?: unknown) => void;

interface Sent {
  readonly query: Query;
  readonly settle: Callback;
}

/** How long a server goes on before it notices that a client has gone. */
const UNNOTICED_MS = 400;
/** Nothing overtakes on one connection. */
const APART_MS = 0.001;
const CONNECT_ERROR = 'connect ECONNREFUSED';

/**
 * What pg's Client is to the bus: it connects, sends queries in order (in a pipeline, as many as are ready in one packet) and
 * answers each. A connection that breaks fails every query that has no answer yet, and nobody knows whether they were done.
 */
class SimulatedClient extends EventEmitter {
  _queryable = true;
  _ending = false;
  readonly #process: SimulatedProcess;
  readonly #server: Server;
  #session: Session | null = null;
  #unsent: Sent[] = [];
  #sent: Sent[] = [];
  #sentUpTo = 0;
  #answeredUpTo = 0;

  constructor(process: SimulatedProcess, server: Server) {
    super();
    this.#process = process;
    this.#server = server;
  }

  isConnected(): boolean {
    return this.#session !== null;
  }

  connect(callback?: Callback): Promise<this> | undefined {
    return promised(callback, (settle) => {
      const { world } = this.#process;
      world.after(world.latency(this.#process.chance), this.#process, () => {
        if (!this.#server.up) {
          settle(Object.assign(new Error(CONNECT_ERROR), { code: 'ECONNREFUSED' }));
          return;
        }
        this.#session = this.#server.accept(
          (answers) => this.#onAnswers(answers),
          (error) => this.#onLost(error),
        );
        connections(this.#server).add(this);
        this.#process.onEnd(() => this.#abandon());
        settle(null, this);
      });
    }) as Promise<this> | undefined;
  }

  query(what: string | (Partial<Query> & { text: string }), second?: unknown, third?: Callback): unknown {
    const callback = typeof second === 'function' ? (second as Callback) : third;
    const values = Array.isArray(second) ? (second as unknown[]) : [];
    const query: Query = typeof what === 'string' ? { text: what, values } : { ...what, values: what.values ?? values };
    return promised(callback, (settle) => {
      if (!this._queryable || !this.#session) {
        process.nextTick(() => settle(new Error('Client has encountered a connection error and is not queryable')));
        return;
      }
      if (this.#unsent.length === 0) process.nextTick(() => this.#send());
      this.#unsent.push({ query, settle });
    });
  }

  end(callback?: Callback): Promise<void> | undefined {
    return promised(callback, (settle) => {
      this._ending = true;
      const session = this.#session;
      this.#gone();
      if (session) this.#server.world.after(this.#server.world.latency(), null, () => this.#server.leave(session));
      this.#failAll(new Error('Connection terminated'));
      process.nextTick(() => {
        this.emit('end');
        settle(null);
      });
    }) as Promise<void> | undefined;
  }

  /** The connection breaks; the server notices later, and does until then what has reached it. */
  cut(): void {
    const session = this.#session;
    if (!session) return;
    this.#process.world.say(this.#process.name, () => `loses a connection to ${this.#server.name}`);
    this.#leaveUnnoticed(session);
    this.#onLost(null);
  }

  /** Queries that wait for their answer. */
  get asked(): readonly string[] {
    return this.#sent.map(({ query }) => query.name ?? query.text);
  }

  /** The process ended: nobody is here any more. */
  #abandon(): void {
    const session = this.#session;
    this.#gone();
    if (session) this.#leaveUnnoticed(session);
  }

  #leaveUnnoticed(session: Session): void {
    const { world } = this.#server;
    world.after(world.chance.around(UNNOTICED_MS), null, () => this.#server.leave(session));
  }

  #send(): void {
    const packet = this.#unsent;
    this.#unsent = [];
    const session = this.#session;
    if (!session || packet.length === 0) return;
    this.#sent.push(...packet);
    const { world } = this.#process;
    this.#sentUpTo = Math.max(this.#sentUpTo + APART_MS, world.now + world.latency(this.#process.chance));
    const queries = packet.map(({ query }) => query);
    world.after(this.#sentUpTo - world.now, null, () => session.receive(queries));
  }

  #onAnswers(answers: Answer[]): void {
    const { world } = this.#process;
    const session = this.#session;
    this.#answeredUpTo = Math.max(this.#answeredUpTo + APART_MS, world.now + world.latency(this.#process.chance));
    world.after(this.#answeredUpTo - world.now, this.#process, () => {
      if (!session || this.#session !== session) return;
      for (const answer of answers) this.#settle(answer);
    });
  }

  #settle(answer: Answer): void {
    const sent = this.#sent.shift();
    if (!sent) throw new Error('an answer that nobody asked for');
    const { world, name } = this.#process;
    world.say(name, () => `${this.#server.name}: ${labelOf(sent.query)} → ${answerText(answer)}`);
    if (answer instanceof Error) sent.settle(answer);
    else sent.settle(null, answer);
  }

  #onLost(error: Error | null): void {
    if (!this.#session) return;
    this.#gone();
    const cause = error ?? Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
    this.#process.soon(() => {
      this.#failAll(cause);
      if (!this._ending) this.emit('error', cause);
      this.emit('end');
    });
  }

  #gone(): void {
    this.#session = null;
    this._queryable = false;
    connections(this.#server).delete(this);
  }

  #failAll(error: Error): void {
    const waiting = [...this.#sent, ...this.#unsent];
    this.#sent = [];
    this.#unsent = [];
    for (const { settle } of waiting) process.nextTick(() => settle(error));
  }
}

export type Connection = Pick<SimulatedClient, 'cut' | 'asked'>;

const byServer = new WeakMap<Server, Set<SimulatedClient>>();

function connections(server: Server): Set<SimulatedClient> {
  const known = byServer.get(server) ?? new Set();
  byServer.set(server, known);
  return known;
}

/** The connections of all processes that stand. */
export function connectionsTo(server: Server): readonly Connection[] {
  return [...connections(server)];
}

/** Takes pg's place in `process`: as a class, since pg's pool makes its clients itself. */
export function clientClass(process: SimulatedProcess, server: Server): new (config?: pg.ClientConfig) => pg.Client {
  class Client extends SimulatedClient {
    constructor() {
      super(process, server);
    }
  }
  // The bus uses no more of a client than there is here.
  return Client as unknown as new (config?: pg.ClientConfig) => pg.Client;
}

function promised(callback: Callback | undefined, start: (settle: Callback) => void): Promise<unknown> | undefined {
  if (callback) {
    start(callback);
    return undefined;
  }
  return new Promise((resolve, reject) => start((error, result) => (error ? reject(error) : resolve(result))));
}

const labelOf = ({ name, text }: Query): string => name ?? text.replace(/\s+/g, ' ').slice(0, 60);

const answerText = (answer: Answer): string =>
  answer instanceof Error ? `failed: ${answer.message}` : `${answer.command} ${answer.rowCount}`;
