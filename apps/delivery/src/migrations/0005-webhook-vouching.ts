import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';

/** A webhook is disabled too when the client that vouches for it is revoked. */
export function webhookVouchingMigration(): new () => MigrationInterface {
  return class WebhookVouching1790000000540 implements MigrationInterface {
    readonly name = 'WebhookVouching1790000000540';

    async up(db: QueryRunner): Promise<void> {
      await allow(db, ['OWNER', 'FAILING', 'CLIENT_REVOKED']);
      await db.query(`ALTER TABLE ${schema}.act ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY`);
      await db.query(
        `CREATE INDEX act_vouching ON ${schema}.act (webhook, number) WHERE act IN ('REGISTERED', 'ENABLED', 'CHANGED')`,
      );
      await db.query(
        `COMMENT ON COLUMN ${schema}.act.number IS 'In their order: whatever leads a webhook elsewhere notes its act while it holds the webhook.'`,
      );
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`UPDATE ${schema}.webhook SET reason = 'OWNER' WHERE reason = 'CLIENT_REVOKED'`);
      await allow(db, ['OWNER', 'FAILING']);
      await db.query(`ALTER TABLE ${schema}.act DROP COLUMN number`);
    }
  };
}

async function allow(db: QueryRunner, reasons: readonly string[]): Promise<void> {
  const list = reasons.map((reason) => `'${reason}'`).join(', ');
  await db.query(`ALTER TABLE ${schema}.webhook DROP CONSTRAINT webhook_reason_check`);
  await db.query(`ALTER TABLE ${schema}.webhook ADD CONSTRAINT webhook_reason_check CHECK (reason IN (${list}))`);
}
