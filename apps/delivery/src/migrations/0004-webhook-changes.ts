import { quoted } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { DeliveryRoles } from './0001-delivery.js';

/** Settings of a webhook can be changed: once for a key, and so that nobody files by earlier ones. */
export function webhookChangesMigration({ writer }: DeliveryRoles = {}): new () => MigrationInterface {
  return class WebhookChanges1790000000530 implements MigrationInterface {
    readonly name = 'WebhookChanges1790000000530';

    async up(db: QueryRunner): Promise<void> {
      await db.query(
        `ALTER TABLE ${schema}.webhook ADD COLUMN settings integer NOT NULL DEFAULT 1, ADD COLUMN registered jsonb`,
      );
      await db.query(`CREATE TABLE ${schema}.change (
        command_key bytea PRIMARY KEY,
        request bytea NOT NULL,
        webhook uuid NOT NULL REFERENCES ${schema}.webhook ON DELETE CASCADE,
        answer json NOT NULL
      )`);
      await db.query(
        `COMMENT ON TABLE ${schema}.change IS 'Changes of settings by their idempotency keys, as they were answered. webhook.settings counts them: what is filed is filed by the settings that hold; webhook.registered = the first ones, once they were changed.'`,
      );
      if (writer !== undefined) await db.query(`GRANT SELECT, INSERT, DELETE ON ${schema}.change TO ${quoted(writer)}`);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP TABLE ${schema}.change`);
      await db.query(`ALTER TABLE ${schema}.webhook DROP COLUMN settings, DROP COLUMN registered`);
    }
  };
}
