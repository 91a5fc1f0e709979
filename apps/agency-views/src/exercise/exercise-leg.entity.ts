import { type RowOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { entityOf } from '../database/entity-of.js';
import { exerciseLegTable } from './exercise-leg.table.js';

export type ExerciseLegRow = RowOf<typeof exerciseLegTable>;

export const exerciseLegEntity = entityOf<ExerciseLegRow>(schemaOf(agencyViews), exerciseLegTable);
