import pg from 'pg';
import { SimulatedProcess, World } from '../world/world.js';
import { clientClass } from './client.js';
import { Server } from './server.js';
import type { Statements } from './statement.js';

type Connection = Pick<pg.Client, 'query'>;

/** A simulated database with processes that talk to it, outside of any run. */
export class SimulatedDatabase {
  readonly world = new World(1);
  readonly server: Server;
  readonly #process = new SimulatedProcess(this.world, 'spec');

  constructor(statements: Statements) {
    this.server = new Server(this.world, 'spec', statements);
  }

  pool(): pg.Pool {
    return new pg.Pool({ Client: clientClass(this.#process, this.server), idleTimeoutMillis: 0 });
  }

  async connect(): Promise<Connection> {
    const client = new (clientClass(this.#process, this.server))();
    await this.run(() => client.connect());
    return client;
  }

  /** Lets simulated time pass until `work` is done. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const pending = this.begin(work);
    await this.world.run(() => pending.over);
    return pending.result;
  }

  /** Starts `work`; time passes in `settle` and `run`. */
  begin<T>(work: () => Promise<T>): Pending<T> {
    return new Pending<T>(work, (start) => this.#process.soon(start));
  }

  /** Lets everything happen that can. */
  async settle(): Promise<void> {
    const until = this.world.now + 500;
    await this.world.run(() => this.world.now >= until);
  }
}

/** Something that is under way. */
export class Pending<T> {
  over = false;
  readonly result: Promise<T>;

  constructor(work: () => Promise<T>, start: (run: () => void) => void = (run) => run()) {
    this.result = new Promise((resolve, reject) => start(() => void work().then(resolve, reject)));
    this.result.then(
      () => (this.over = true),
      () => (this.over = true),
    );
  }
}

/** The same, whatever order the rows of an answer come in. */
export const asSet = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
