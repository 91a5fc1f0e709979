import { Pool } from 'pg';
import { CliFault, EXIT, wordsOf } from '../terminal/fault.js';
import type { DataFolder } from './data-folder.js';
import { databaseUrl } from './database-url.js';

/** One piece of work in the journal's database, as its owner. @throws CliFault */
export async function asJournalOwner<T>(folder: DataFolder, work: (journal: Pool) => Promise<T>): Promise<T> {
  const connectionString = databaseUrl(folder.endpoints(), 'journal');
  const journal = new Pool({
    connectionString,
    application_name: 'bus-clock',
    max: 1,
    connectionTimeoutMillis: 5_000,
  });
  journal.on('error', () => undefined); // the next query says what is wrong
  try {
    await journal.query('SELECT 1').catch((cause: unknown) => {
      throw new CliFault(
        EXIT.unreachable,
        `the journal cannot be reached (${wordsOf(cause)})`,
        'start the bus with npm start',
        { cause },
      );
    });
    return await work(journal);
  } finally {
    await journal.end();
  }
}
