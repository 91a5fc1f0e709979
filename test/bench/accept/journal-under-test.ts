import pg from 'pg';
import { acceptedOf } from '#libs/domain';
import { decodeEvent, leafOfEvent, NO_LEAF } from '#libs/contracts';
import { confirmJournal, DigestKeys, type Fold, Journal, migrateJournal, writeState } from '#libs/journal';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import { CheckFailed } from '../harness/row.js';

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

  /** Positions gapless, chain unbroken, every state the fold of its journal. @throws CheckFailed */
  async check(): Promise<void> {
    const pool = new pg.Pool({ connectionString: this.url, max: 1 });
    try {
      const { rows: lanes } = await pool.query<StoredLane>('SELECT lane, position, head FROM lane WHERE position > 0');
      const findings: string[] = [];
      for (const lane of lanes) findings.push(...(await checkLane(pool, this.fold, lane)));
      if (findings.length > 0) throw new CheckFailed(findings);
    } finally {
      await pool.end();
    }
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

interface StoredLane {
  lane: number;
  position: string;
  head: Buffer;
}

async function checkLane<State>(pool: pg.Pool, of: Fold<State>, stored: StoredLane): Promise<string[]> {
  const findings: string[] = [];
  const folds = new Map<string, State>();
  const end = { position: 0, head: NO_LEAF };
  const { rows } = await pool.query<{ key: string; position: string; fingerprint: Buffer; bytes: Buffer }>(
    'SELECT key, position, fingerprint, bytes FROM journal WHERE lane = $1 ORDER BY position',
    [stored.lane],
  );
  for (const row of rows) {
    const { meta, ...event } = decodeEvent(row);
    const place = `lane ${stored.lane} position ${row.position}`;
    if (Number(row.position) !== end.position + 1 || meta.position !== end.position + 1)
      findings.push(`${place} follows ${end.position}`);
    if (!meta.previous.equals(end.head)) findings.push(`${place}: previous is not the leaf before`);
    Object.assign(end, { position: meta.position, head: leafOfEvent(row) });
    if (meta.leg === null) continue;
    folds.set(row.key, of.evolve(folds.get(row.key) ?? of.initialState(), event, acceptedOf(meta)));
  }
  if (Number(stored.position) !== end.position || !stored.head.equals(end.head))
    findings.push(`lane ${stored.lane}: its row stands at ${stored.position}, its journal at ${end.position}`);
  const states = await pool.query<{ key: string; state: string }>('SELECT key, state FROM state WHERE lane = $1', [
    stored.lane,
  ]);
  for (const { key, state } of states.rows) {
    const fold = folds.get(key);
    if (!fold || writeState(of, fold) !== state) findings.push(`${key}: its state is not the fold of its journal`);
    folds.delete(key);
  }
  return [...findings, ...[...folds.keys()].map((key) => `${key}: has no state`)];
}
