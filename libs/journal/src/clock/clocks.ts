import pg from 'pg';
import { BoundedClient } from '#libs/postgres';
import type { Fold } from '../command.js';
import type { JournalDatabase } from '../writer-connection.js';
import { ClockUpkeep } from './clock-upkeep.js';
import { DueClocks } from './due-clocks.js';

/** A taker, an upkeep and somebody who watches, at the same time. */
const CONNECTIONS = 3;

/** The clocks of a journal, on connections of their own beside its writers'. As role bus_writer. */
export class Clocks<State> {
  readonly due: DueClocks;
  readonly upkeep: ClockUpkeep<State>;
  private readonly pool: pg.Pool;

  constructor(database: JournalDatabase, fold: Fold<State>, onError: (error: Error) => void) {
    this.pool = new pg.Pool({
      Client: BoundedClient,
      application_name: 'bus-clocks',
      lock_timeout: 5_000,
      statement_timeout: 15_000,
      connectionTimeoutMillis: 3_000,
      ...database,
      max: CONNECTIONS,
    });
    this.pool.on('error', onError);
    this.due = new DueClocks(this.pool);
    this.upkeep = new ClockUpkeep(this.pool, fold);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
