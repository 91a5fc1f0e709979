import { bookkeepingMigration } from '#libs/projections';
import { DataSource } from 'typeorm';
import { auditTrailMigration, type TrailRoles } from '../migrations/0001-audit-trail.js';
import { aliensMigration } from '../migrations/0002-aliens.js';
import { alienEntity, entryEntity, treeEntity } from './entities.js';

const READERS = 5;

/** Connections that answer queries. Not connected yet. */
export function auditDatabase(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [alienEntity, entryEntity, treeEntity],
    synchronize: false,
    applicationName: 'audit-trail',
    poolSize: READERS,
    extra: { options: '-c statement_timeout=10000' },
  });
}

/** Brings the tables of the database up to date, one process at a time. The role in `url` comes to own them. */
export async function migrateAudit(url: string, roles: TrailRoles = {}): Promise<void> {
  const migrations = [bookkeepingMigration(roles), auditTrailMigration(roles), aliensMigration(roles)];
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
