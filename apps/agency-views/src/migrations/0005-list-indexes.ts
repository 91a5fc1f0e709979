import { quoted, schemaOf, type ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agencyViews } from '../agency-views.projection.js';
import { agencyViewsSchema } from './0012-agency-views.js';

const ADDED = [
  'referral_by_recipient_agency_synthetic_sender_country_submitted_at_id',
  'referral_by_sender_agency_synthetic_recipient_country_submitted_at_id',
  'referral_by_reason',
];

/** Adds the indexes of lists by country and by reason to this version of the view, where it was made without. No row changes. */
export function listIndexesMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class ListIndexes1790000000270 implements MigrationInterface {
    readonly name = 'ListIndexes1790000000270';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of agencyViewsSchema(roles)) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      const schema = quoted(schemaOf(agencyViews));
      for (const index of ADDED) await db.query(`DROP INDEX ${schema}.${quoted(index.slice(0, 63))}`);
    }
  };
}
