import { quoted } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { DeliveryRoles } from './0001-delivery.js';

/** Receipts on their way to where evidence of delivery is kept. */
export function receiptsMigration({ writer }: DeliveryRoles = {}): new () => MigrationInterface {
  return class Receipts1790000000510 implements MigrationInterface {
    readonly name = 'Receipts1790000000510';

    async up(db: QueryRunner): Promise<void> {
      await db.query(`CREATE TABLE ${schema}.receipt (referral text PRIMARY KEY)`);
      await db.query(
        `COMMENT ON TABLE ${schema}.receipt IS 'Referrals whose submission a webhook of their recipient has taken, until that was passed on.'`,
      );
      if (writer !== undefined)
        await db.query(`GRANT SELECT, INSERT, DELETE ON ${schema}.receipt TO ${quoted(writer)}`);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP TABLE ${schema}.receipt`);
    }
  };
}
