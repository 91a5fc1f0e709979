import { type CaseReader, isLimited } from '#libs/access';
import type { ReferralStatus } from '#libs/domain';
import { firstParked } from '../reading/view-state.sql.js';
import { hasReason } from '../referral/referral.columns.js';
import type { ListFilter, ListSide } from './list-query.js';

export interface Condition {
  readonly sql: string;
  readonly params: Record<string, unknown>;
}

/**
 * A submission is two events on two topics, and the second, its priority, may come much later than the first. Until then an
 * urgent referral would be listed as one that nobody has graded. One that waits for repair is listed all the same.
 */
const WHOLE = `(referral.sender_priority IS NOT NULL OR ${firstParked('referral.id')} IS NOT NULL)`;

/** States of which a limited role is told the reasons (`requestsIn`): it finds nothing by others. */
const TOLD_WHY = `referral.status IN (${(['INFO_REQUESTED', 'ACCEPTED', 'REJECTED'] satisfies ReferralStatus[])
  .map((status) => `'${status}'`)
  .join(', ')})`;

/** What every list asks of the table `referral`. Equality on the first columns of the lists' indexes, then the filters. */
export function listConditions(reader: CaseReader, side: ListSide, filter: ListFilter): Condition[] {
  const { agency } = reader;
  const { other, synthetic, status, reason, priority, jurisdiction, since, until } = filter;
  const otherSide = side === 'recipient' ? 'sender' : 'recipient';
  return [
    { sql: `referral.${side}_agency = :agency`, params: { agency } },
    { sql: 'referral.synthetic = :synthetic', params: { synthetic } },
    { sql: WHOLE, params: {} },
    ...given(`referral.${otherSide}_agency = :other`, { other }),
    ...given('referral.status = :status', { status }),
    ...given(`${hasReason(':reason', ':agency')}${isLimited(reader) ? ` AND ${TOLD_WHY}` : ''}`, { reason }),
    ...given('referral.driving_priority = :priority', { priority }),
    ...given(`referral.${otherSide}_country = :jurisdiction`, { jurisdiction }),
    ...given('referral.submitted_at >= :since', { since }),
    ...given('referral.submitted_at < :until', { until }),
  ];
}

function given(sql: string, params: Record<string, unknown>): Condition[] {
  return Object.values(params).includes(undefined) ? [] : [{ sql, params }];
}
