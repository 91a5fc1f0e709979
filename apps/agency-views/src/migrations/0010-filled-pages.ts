import { quoted, schemaOf, viewPages } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agencyFeed } from '../feed/feed.projection.js';

/** How far pages of this version are filled from now on. No row changes, and none is moved. */
export class FilledPages1790000000311 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of viewPages(agencyFeed, schemaOf(agencyFeed))) await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { name } of agencyFeed.tables)
      await db.query(`ALTER TABLE ${quoted(schemaOf(agencyFeed))}.${quoted(name)} SET (fillfactor = 80)`);
  }
}
