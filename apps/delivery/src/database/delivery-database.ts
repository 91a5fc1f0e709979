import { knownPositionMigration } from '#libs/membership';
import { bookkeepingMigration, busTimeMigration } from '#libs/projections';
import { DataSource } from 'typeorm';
import { deliveryMigration, type DeliveryRoles } from '../migrations/0001-delivery.js';
import { receiptsMigration } from '../migrations/0002-receipts.js';
import { callsMigration } from '../migrations/0003-calls.js';
import { webhookChangesMigration } from '../migrations/0004-webhook-changes.js';
import { webhookVouchingMigration } from '../migrations/0005-webhook-vouching.js';

/** Brings the tables of the database up to date, one process at a time. The role in `url` comes to own them. */
export async function migrateDelivery(url: string, roles: DeliveryRoles = {}): Promise<void> {
  const database = new DataSource({
    type: 'postgres',
    url,
    migrations: [
      bookkeepingMigration(roles),
      deliveryMigration(roles),
      receiptsMigration(roles),
      callsMigration(roles),
      webhookChangesMigration(roles),
      webhookVouchingMigration(),
      knownPositionMigration(roles),
      busTimeMigration(roles),
    ],
    synchronize: false,
  });
  await database.initialize();
  try {
    await database.transaction(async (lock) => {
      await lock.query(`SELECT pg_advisory_xact_lock(hashtext('delivery migrations'))`);
      await database.runMigrations({ transaction: 'each' });
    });
  } finally {
    await database.destroy();
  }
}
