import { type RowOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { entityOf } from '../database/entity-of.js';
import { calledUponTable } from './called-upon.table.js';

export const calledUponEntity = entityOf<RowOf<typeof calledUponTable>>(schemaOf(agencyViews), calledUponTable);
