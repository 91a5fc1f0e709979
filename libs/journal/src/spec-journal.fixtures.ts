import pg from 'pg';
import type { Leg } from '#libs/domain';
import { createSpecDatabase } from '#libs/testing';
import { migrateJournal } from './data-source.js';
import { Journal } from './journal.js';
import { digestKeys, legFold } from './journal.fixtures.js';
import { confirmJournal } from './repair/confirm-journal.js';
import type { JournalDatabase } from './writer-connection.js';

const laneClassOf = (lane: number): 'routine' | 'urgent' | 'access' =>
  lane >= 48 ? 'access' : lane >= 36 ? 'urgent' : 'routine';

/** A journal of a spec's own in a database of its own, confirmed, with as many writers as are opened. */
export class SpecJournal {
  private readonly writers: Journal<Leg>[] = [];

  private constructor(
    /** Of the database, by role; without one as its owner. */
    readonly url: (role?: 'bus_writer') => string,
    /** As the owner of the database, who may do what no role may. */
    readonly owner: pg.Pool,
    private readonly drop: () => Promise<void>,
  ) {}

  static async create(): Promise<SpecJournal> {
    const database = await createSpecDatabase();
    await migrateJournal(database.url(), { adjustableClock: true });
    const owner = new pg.Pool({ connectionString: database.url() });
    owner.on('error', () => undefined); // its connections are cut too
    await confirmJournal(owner, 'spec', 'there are no topics');
    return new SpecJournal(
      (role) => database.url(role),
      owner,
      () => database.drop(),
    );
  }

  async open(database: JournalDatabase = { connectionString: this.url('bus_writer') }): Promise<Journal<Leg>> {
    const writer = await Journal.open({
      database,
      fold: legFold,
      laneClassOf,
      digestKeys,
      onError: () => undefined,
    });
    this.writers.push(writer);
    return writer;
  }

  async close(): Promise<void> {
    await Promise.all(this.writers.map((writer) => writer.stop()));
    await this.owner.end();
    await this.drop();
  }
}
