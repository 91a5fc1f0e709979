import { type RowOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { entityOf } from '../database/entity-of.js';
import { openRequestTable } from './open-request.table.js';

export type OpenRequestRow = RowOf<typeof openRequestTable>;

export const openRequestEntity = entityOf<OpenRequestRow>(schemaOf(agencyViews), openRequestTable);
