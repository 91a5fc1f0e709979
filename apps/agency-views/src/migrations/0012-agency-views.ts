import { quoted, schemaOf, viewSchema, type ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agencyViews } from '../agency-views.projection.js';
import { viewColumns } from '../referral/referral.columns.js';

/** The tables of this version of the view. Another version is another migration, and stands beside it. */
export function agencyViewsMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class AgencyViews1790000000313 implements MigrationInterface {
    readonly name = 'AgencyViews1790000000313';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of agencyViewsSchema(roles)) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP SCHEMA ${quoted(schemaOf(agencyViews))} CASCADE`);
    }
  };
}

/** The statements alone: a rebuild makes the same tables in a schema of its own. */
export function agencyViewsSchema(roles: ViewRoles = {}, schema = schemaOf(agencyViews)): string[] {
  return [...viewSchema(agencyViews, roles, schema), ...viewColumns(schema)];
}
