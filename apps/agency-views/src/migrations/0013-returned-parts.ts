import { quoted, schemaOf, type ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agencyViews } from '../agency-views.projection.js';
import { agencyViewsSchema } from './0012-agency-views.js';

const ADDED = ['referral_by_sender_asked', 'referral_by_sender_ended', 'referral_by_sender_reference'];
const BEFORE = 'referral_by_sender_returned';

/** Indexes of what came back to its sender, in its parts, where this version of the view was made with one for all. No row changes. */
export function returnedPartsMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class ReturnedParts1790000000314 implements MigrationInterface {
    readonly name = 'ReturnedParts1790000000314';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of agencyViewsSchema(roles)) await db.query(statement);
      await db.query(`DROP INDEX IF EXISTS ${quoted(schemaOf(agencyViews))}.${BEFORE}`);
    }

    async down(db: QueryRunner): Promise<void> {
      const schema = quoted(schemaOf(agencyViews));
      for (const index of ADDED) await db.query(`DROP INDEX ${schema}.${index}`);
      await db.query(
        `CREATE INDEX ${BEFORE} ON ${schema}.referral (sender_agency, synthetic, urgency, submitted_at, id) WHERE sender_returned`,
      );
    }
  };
}
