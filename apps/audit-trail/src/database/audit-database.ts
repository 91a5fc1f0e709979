import { knownPositionMigration } from '#libs/membership';
import { BoundedClient } from '#libs/postgres';
import { bookkeepingMigration } from '#libs/projections';
import { DataSource } from 'typeorm';
import { auditTrailMigration, type TrailRoles } from '../migrations/0001-audit-trail.js';
import { aliensMigration } from '../migrations/0002-aliens.js';
import { alienEntity, entryEntity, treeEntity } from './entities.js';

const READERS = 5;
/** For a free connection. */
const WAIT_MS = 3_000;
const STATEMENT_MS = 10_000;

/** Connections that answer queries. Not connected yet. */
export function auditDatabase(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [alienEntity, entryEntity, treeEntity],
    synchronize: false,
    applicationName: 'audit-trail',
    poolSize: READERS,
    connectTimeoutMS: WAIT_MS,
    extra: { statement_timeout: STATEMENT_MS, Client: BoundedClient },
  });
}

/** Brings the tables of the database up to date, one process at a time. The role in `url` comes to own them. */
export async function migrateAudit(url: string, roles: TrailRoles = {}): Promise<void> {
  const migrations = [
    bookkeepingMigration(roles),
    auditTrailMigration(roles),
    aliensMigration(roles),
    knownPositionMigration(roles),
  ];
  const database = new DataSource({ type: 'postgres', url, migrations, synchronize: false });
  await database.initialize();
  try {
    await database.transaction(async (lock) => {
      await lock.query(`SELECT pg_advisory_xact_lock(hashtext('audit-trail migrations'))`);
      await database.runMigrations({ transaction: 'each' });
    });
  } finally {
    await database.destroy();
  }
}
