import type { CaseReader } from '#libs/access';
import { z } from 'zod';
import { deliveryStanding, deliveryStandingOf } from '../delivery/delivery-view.js';
import { foreignId, party, time } from '../reading/view-fields.js';
import { contentFields, contentOf, withheldContent } from './content-view.js';
import type { ReadableReferral } from './referral-rows.js';
import { referralExample } from './referral.example.js';
import type { ReferralRow } from './referral-row.js';
import { sideOf } from './side.js';
import { requestsIn, standingFields, standingOf, stateIn } from './standing-view.js';

export const referralFields = {
  id: z.string(),
  ...standingFields,
  submittedAt: time,
  from: party,
  to: party,
  ...contentFields,
  delivery: deliveryStanding,
  hop: z.int().meta({ description: 'How often the case was handed on to come here.' }),
  origin: foreignId,
  parent: foreignId,
  bundle: z.strictObject({ bundle: z.string(), lead: foreignId }).nullable(),
  synthetic: z.boolean().meta({ description: 'An exercise: never real work.' }),
  availableAt: time.meta({ description: 'When it came to be readable here.' }),
  parked: z.boolean().meta({ description: 'An event of this referral waits for repair: what is shown may be behind.' }),
};

/** A referral as one of its parties sees it, or an agency that it was opened to. */
export const referralView = z.strictObject(referralFields).meta({ id: 'Referral', example: referralExample });

export type ReferralView = z.output<typeof referralView>;

/** Ids of other referrals that these rows name: the reader is to be asked whether it may know them. */
export function foreignIdsIn(rows: readonly ReferralRow[]): string[] {
  const named = rows.flatMap(({ id, origin, parent, duplicate_of, onward, returned, bundle }) =>
    [origin, parent, duplicate_of, onward?.leg, returned?.leg, bundle?.lead].filter((each) => each !== id),
  );
  return [...new Set(named.filter((each) => each !== null && each !== undefined))];
}

/** @param known of the ids that the row names, those that the reader may know of; its own words it knows anyway */
export function referralViewOf(
  { row, parkedAt, extent }: ReadableReferral,
  reader: CaseReader,
  known: ReadonlySet<string>,
): ReferralView {
  const told = (id: string | null, own = false): string | null =>
    id !== null && (own || id === row.id || known.has(id)) ? id : null;
  const standing = standingOf(row, told, sideOf(row, reader));
  const stateOnly = extent === 'STATE_AND_OUTCOME';
  const limited = extent === 'REQUESTS_AND_OUTCOME';
  const bundle = limited && row.bundle?.by !== reader.agency ? null : row.bundle;
  return {
    id: row.id,
    ...(stateOnly ? stateIn(standing) : limited ? requestsIn(standing) : standing),
    submittedAt: row.submitted_at.toISOString(),
    from: { agency: row.sender_agency, role: row.sender_role, country: row.sender_country },
    to: { agency: row.recipient_agency, role: row.recipient_role, country: row.recipient_country },
    ...(stateOnly ? withheldContent(row) : contentOf(row)),
    delivery: deliveryStandingOf(row, sideOf(row, reader)),
    hop: row.hop,
    origin: told(row.origin),
    parent: told(row.parent),
    bundle: bundle && { bundle: bundle.bundle, lead: told(bundle.lead, bundle.by === reader.agency) },
    synthetic: row.synthetic,
    availableAt: row.available_at.toISOString(),
    parked: parkedAt !== null,
  };
}
