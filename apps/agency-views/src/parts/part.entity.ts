import { type RowOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { entityOf } from '../database/entity-of.js';
import { partTable } from './part.table.js';

export type PartRow = RowOf<typeof partTable>;

export const partEntity = entityOf<PartRow>(schemaOf(agencyViews), partTable);
