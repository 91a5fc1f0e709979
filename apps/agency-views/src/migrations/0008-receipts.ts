import type { ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RETRIEVALS, retrievalTable } from '../receipts/retrieval.table.js';

/** The receipts, which belong to no version of the view. */
export function receiptsMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class Receipts1790000000300 implements MigrationInterface {
    readonly name = 'Receipts1790000000300';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of retrievalTable(roles)) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP TABLE ${RETRIEVALS}`);
    }
  };
}
