import { quoted, type ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { delegateTable } from '../feed/feed-delegates.js';
import { CURSORS } from '../feed/kept-cursors.js';

/** Who lets the bus read a feed: of no version of the feed, so that no rebuild touches it. */
export function feedDelegatesMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class FeedDelegates1790000000280 implements MigrationInterface {
    readonly name = 'FeedDelegates1790000000280';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of delegateTable(roles)) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP TABLE ${quoted(CURSORS)}.delegate`);
    }
  };
}
