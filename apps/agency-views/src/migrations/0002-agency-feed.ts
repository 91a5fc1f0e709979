import { quoted, schemaOf, viewSchema, type ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agencyFeed } from '../feed/feed.projection.js';
import { CURSORS, cursorTable } from '../feed/kept-cursors.js';

/** The feed's tables, and the cursors that are kept for agencies: those belong to no version of it. */
export function agencyFeedMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class AgencyFeed1790000000250 implements MigrationInterface {
    readonly name = 'AgencyFeed1790000000250';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of [...viewSchema(agencyFeed, roles), ...cursorTable(roles)]) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP SCHEMA ${quoted(schemaOf(agencyFeed))}, ${quoted(CURSORS)} CASCADE`);
    }
  };
}
