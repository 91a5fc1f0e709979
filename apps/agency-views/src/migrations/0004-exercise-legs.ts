import { quoted, schemaOf, type ViewRoles } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agencyViews } from '../agency-views.projection.js';
import { exerciseLegTable } from '../exercise/exercise-leg.table.js';
import { agencyViewsSchema } from './0012-agency-views.js';

/**
 * Adds the table of exercises to this version of the view, where it was made before there was one. It needs no rebuild: of
 * what had been submitted until then nothing belongs to an exercise.
 */
export function exerciseLegsMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class ExerciseLegs1790000000260 implements MigrationInterface {
    readonly name = 'ExerciseLegs1790000000260';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of agencyViewsSchema(roles)) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP TABLE ${quoted(schemaOf(agencyViews))}.${quoted(exerciseLegTable.name)}`);
    }
  };
}
