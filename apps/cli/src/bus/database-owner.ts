import { Pool } from 'pg';
import { CliFault, EXIT, wordsOf } from '../terminal/fault.js';
import type { DataFolder } from './data-folder.js';
import { type BusDatabase, databaseUrl } from './database-url.js';

/** One piece of work in a database of the bus, as its owner. @throws CliFault */
export async function asOwner<T>(
  folder: DataFolder,
  name: BusDatabase,
  work: (database: Pool) => Promise<T>,
): Promise<T> {
  const connectionString = databaseUrl(folder.endpoints(), name);
  const database = new Pool({
    connectionString,
    application_name: 'bus-clock',
    max: 1,
    connectionTimeoutMillis: 5_000,
  });
  database.on('error', () => undefined); // the next query says what is wrong
  try {
    await database.query('SELECT 1').catch((cause: unknown) => {
      throw new CliFault(
        EXIT.unreachable,
        `the ${name} cannot be reached (${wordsOf(cause)})`,
        'start the bus with npm start',
        { cause },
      );
    });
    return await work(database);
  } finally {
    await database.end();
  }
}
