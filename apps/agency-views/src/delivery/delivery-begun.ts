import type { SubmittedStatus } from '#libs/domain';
import type { EventOf } from '#libs/projections';

const nothingYet = {
  ...{ relayed_at: null, relayed_due: null, relayed_missed: false },
  ...{ readable_at: null, readable_due: null, readable_missed: false },
  seen_at: null,
  ...{ retrieved_at: null, retrieved_due: null, retrieved_missed: false },
} as const;

const seen: ReadonlySet<SubmittedStatus> = new Set<SubmittedStatus>([
  'INFO_REQUESTED',
  'ACCEPTED',
  'REJECTED',
  'FORWARDED',
]);

/** What an arrival shows of it. Nothing takes it back. */
export const seenBy = (status: SubmittedStatus, at: Date) => (seen.has(status) ? { seen_at: at } : {});

/** What a submission leaves on its row of the way to its receiver. */
export function deliveryBegun({ meta, data }: EventOf<'ReferralSubmitted'>) {
  return { submission: meta.position, delivery_kept: data.deliveryRules !== null, ...nothingYet };
}
