import type { ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CALL_REPORTS, callReportTable } from '../receipts/call-report.table.js';

/** What came of calls, which belongs to no version of the view. */
export function callReportsMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class CallReports1790000000310 implements MigrationInterface {
    readonly name = 'CallReports1790000000310';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of callReportTable(roles)) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP TABLE ${CALL_REPORTS}`);
    }
  };
}
