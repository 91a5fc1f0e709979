import pg from 'pg';
import { leg } from '#libs/domain';
import { confirmJournal, DigestKeys, type Fold, Journal, migrateJournal } from '#libs/journal';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import { verified } from '../harness/verified.js';
import { checkStates } from './states.js';

const OF_JOURNAL = ['order', 'K2', 'keys', 'clocks', 'rules', 'onward'] as const;

/** A journal database of its own, what opens it as the write app does, and what judges it afterwards. */
export class JournalUnderTest<State> {
  private constructor(
    private readonly database: SpecDatabase,
    private readonly fold: Fold<State>,
  ) {}

  static async create<State>(fold: Fold<State>): Promise<JournalUnderTest<State>> {
    const database = await createSpecDatabase();
    await migrateJournal(database.url());
    await confirmed(database.url());
    return new JournalUnderTest(database, fold);
  }

  /** As the write app's role. */
  get writerUrl(): string {
    return this.database.url('bus_writer');
  }

  /** As the database's owner. */
  get url(): string {
    return this.database.url();
  }

  whileOpen<Result>(work: (journal: Journal<State>) => Promise<Result>): Promise<Result> {
    return withJournal(this.fold, this.writerUrl, work);
  }

  /** The journal's own checks of `bus verify`; states against this fold where it is not that of legs. @throws CheckFailed */
  async check(): Promise<readonly string[]> {
    const isLegs = Object.is(this.fold, leg);
    const { lanes, names } = await verified({ journal: this.url }, isLegs ? [...OF_JOURNAL, 'fold'] : OF_JOURNAL);
    return isLegs ? names : [...names, await checkStates(this.url, this.fold, lanes)];
  }

  drop(): Promise<void> {
    return this.database.drop();
  }
}

/** A new journal has no topics that it could be behind. */
async function confirmed(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await confirmJournal(pool, 'bench', 'a new journal');
  } finally {
    await pool.end();
  }
}

/** Opens a journal as the write app does. */
export async function withJournal<State, Result>(
  fold: Fold<State>,
  writerUrl: string,
  work: (journal: Journal<State>) => Promise<Result>,
): Promise<Result> {
  const journal = await Journal.open<State>({
    database: { connectionString: writerUrl },
    fold,
    laneClassOf: () => 'routine',
    digestKeys: new DigestKeys('d1', { d1: Buffer.alloc(32, 7) }),
  });
  try {
    return await work(journal);
  } finally {
    await journal.stop();
  }
}
