import { type RowOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { entityOf } from '../database/entity-of.js';
import { timelineTable } from './timeline.table.js';

export type TimelineRow = RowOf<typeof timelineTable>;

export const timelineEntity = entityOf<TimelineRow>(schemaOf(agencyViews), timelineTable);
