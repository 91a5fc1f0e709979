import type { ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CURSORS, cursorTable } from '../feed/kept-cursors.js';

/** Whose each kept cursor is, and when it was used last. Those that were kept before are still found. */
export function cursorAgenciesMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class CursorAgencies1790000000315 implements MigrationInterface {
    readonly name = 'CursorAgencies1790000000315';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of cursorTable(roles)) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`ALTER TABLE ${CURSORS}.kept_cursor DROP COLUMN agency, DROP COLUMN used_at`);
    }
  };
}
