import { type RowOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { entityOf } from '../database/entity-of.js';
import { releaseTable } from './release.table.js';

export type ReleaseRow = RowOf<typeof releaseTable>;

export const releaseEntity = entityOf<ReleaseRow>(schemaOf(agencyViews), releaseTable);
