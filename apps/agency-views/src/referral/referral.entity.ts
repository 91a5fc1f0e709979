import { schemaOf } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { entityOf } from '../database/entity-of.js';
import type { ReferralRow } from './referral-row.js';
import { referralTable } from './referral.table.js';

export const referralEntity = entityOf<ReferralRow>(schemaOf(agencyViews), referralTable, {
  driving_priority: 'text null',
  urgency: 'text',
  available_at: 'timestamptz',
});
