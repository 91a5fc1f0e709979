import { quoted, schemaOf, type ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agencyViews } from '../agency-views.projection.js';
import { RETRIEVALS, retrievalTable } from '../receipts/retrieval.table.js';
import { agencyViewsSchema } from './0003-agency-views.js';

/** The version of the view that shows evidence of delivery, beside the one before, and the receipts, which belong to none. */
export function receiptsMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class Receipts1790000000290 implements MigrationInterface {
    readonly name = 'Receipts1790000000290';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of [...agencyViewsSchema(roles), ...retrievalTable(roles)]) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP SCHEMA ${quoted(schemaOf(agencyViews))} CASCADE`);
      await db.query(`DROP TABLE ${RETRIEVALS}`);
    }
  };
}
