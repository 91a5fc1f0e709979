import { bookkeepingMigration } from '#libs/projections';
import { DataSource } from 'typeorm';
import { evidenceMigration } from '../migrations/0002-evidence.js';
import { policiesMigration, type PoliciesRoles } from '../migrations/0001-policies.js';

/** Brings the tables of the database up to date, one process at a time. The role in `url` comes to own them. */
export async function migratePolicies(url: string, roles: PoliciesRoles = {}): Promise<void> {
  const migrations = [bookkeepingMigration(roles), policiesMigration(roles), evidenceMigration(roles)];
  const database = new DataSource({ type: 'postgres', url, migrations, synchronize: false });
  await database.initialize();
  try {
    await database.transaction(async (lock) => {
      await lock.query(`SELECT pg_advisory_xact_lock(hashtext('policies migrations'))`);
      await database.runMigrations({ transaction: 'each' });
    });
  } finally {
    await database.destroy();
  }
}
