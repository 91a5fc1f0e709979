import { type RowOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { entityOf } from '../database/entity-of.js';
import { accessGrantTable } from './access-grant.table.js';

export type AccessGrantRow = RowOf<typeof accessGrantTable>;

export const accessGrantEntity = entityOf<AccessGrantRow>(schemaOf(agencyViews), accessGrantTable);
