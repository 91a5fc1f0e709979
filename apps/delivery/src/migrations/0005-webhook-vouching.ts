import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';

/** A webhook is disabled too when the client that vouches for it is revoked. */
export function webhookVouchingMigration(): new () => MigrationInterface {
  return class WebhookVouching1790000000540 implements MigrationInterface {
    readonly name = 'WebhookVouching1790000000540';

    async up(db: QueryRunner): Promise<void> {
      await allow(db, ['OWNER', 'FAILING', 'CLIENT_REVOKED']);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`UPDATE ${schema}.webhook SET reason = 'OWNER' WHERE reason = 'CLIENT_REVOKED'`);
      await allow(db, ['OWNER', 'FAILING']);
    }
  };
}

async function allow(db: QueryRunner, reasons: readonly string[]): Promise<void> {
  const list = reasons.map((reason) => `'${reason}'`).join(', ');
  await db.query(`ALTER TABLE ${schema}.webhook DROP CONSTRAINT webhook_reason_check`);
  await db.query(`ALTER TABLE ${schema}.webhook ADD CONSTRAINT webhook_reason_check CHECK (reason IN (${list}))`);
}
