import { DataSource } from 'typeorm';
import { Journal1790000000001 } from './migrations/0001-journal.js';
import { WritePath1790000000002 } from './migrations/0002-write-path.js';
import { AfterALoss1790000000003 } from './migrations/0003-after-a-loss.js';
import { LeanerBatches1790000000004 } from './migrations/0004-leaner-batches.js';
import { KeysOutlastClocks1790000000005 } from './migrations/0005-keys-outlast-clocks.js';
import { type ClockOptions, clocksMigration } from './migrations/0006-clocks.js';

/** For migrations, as the database's owner. The roles bus_writer, bus_relay, bus_operator and bus_repair must exist. */
export function journalDataSource(url: string, options?: ClockOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    migrations: [
      Journal1790000000001,
      WritePath1790000000002,
      AfterALoss1790000000003,
      LeanerBatches1790000000004,
      KeysOutlastClocks1790000000005,
      clocksMigration(options),
    ],
    migrationsTransactionMode: 'each',
  });
}

/** Brings the journal database up to date. Safe to run again and by several at once. */
export async function migrateJournal(url: string, options?: ClockOptions): Promise<void> {
  const source = await journalDataSource(url, options).initialize();
  try {
    await source.query('SELECT pg_advisory_lock(7300)');
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
