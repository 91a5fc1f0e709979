import { firstParked } from '../reading/view-state.sql.js';
import type { ListPlace } from './list-place.js';
import type { ListFilter } from './list-query.js';

interface Condition {
  readonly sql: string;
  readonly params: Record<string, unknown>;
}

/**
 * A submission is two events on two topics, and the second, its priority, may come much later than the first. Until then an
 * urgent referral would be listed as one that nobody has graded. One that waits for repair is listed all the same.
 */
const WHOLE = `(referral.sender_priority IS NOT NULL OR ${firstParked('referral.id')} IS NOT NULL)`;

/** What a list asks of the table `referral`. Equality on the index's first columns, then a range over (submitted_at, id). */
export function listConditions(agency: string, filter: ListFilter, place: ListPlace | null): Condition[] {
  const { side, other, synthetic, status, priority, since, until } = filter;
  const otherSide = side === 'recipient' ? 'sender' : 'recipient';
  return [
    { sql: `referral.${side}_agency = :agency`, params: { agency } },
    { sql: 'referral.synthetic = :synthetic', params: { synthetic } },
    { sql: WHOLE, params: {} },
    ...given(`referral.${otherSide}_agency = :other`, { other }),
    ...given('referral.status = :status', { status }),
    ...given('referral.driving_priority = :priority', { priority }),
    ...given('referral.submitted_at >= :since', { since }),
    ...given('referral.submitted_at < :until', { until }),
    ...given('(referral.submitted_at, referral.id) < (:lastAt, :lastId)', {
      lastAt: place ? new Date(place.submittedAt) : undefined,
      lastId: place?.id,
    }),
  ];
}

function given(sql: string, params: Record<string, unknown>): Condition[] {
  return Object.values(params).includes(undefined) ? [] : [{ sql, params }];
}
