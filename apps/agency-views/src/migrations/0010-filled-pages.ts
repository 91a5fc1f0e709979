import { quoted, schemaOf, viewPages } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agencyViews } from '../agency-views.projection.js';
import { agencyFeed } from '../feed/feed.projection.js';

const views = [agencyViews, agencyFeed];

/** How far pages of these versions are filled from now on. No row changes, and none is moved. */
export class FilledPages1790000000311 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const view of views) for (const statement of viewPages(view, schemaOf(view))) await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const view of views)
      for (const { name } of view.tables)
        await db.query(`ALTER TABLE ${quoted(schemaOf(view))}.${quoted(name)} SET (fillfactor = 80)`);
  }
}
