import { topics } from '#libs/contracts';
import { defineProjection } from '#libs/projections';
import { accepted, graded, moved, rejected, submitted } from './referral/referral.changes.js';
import { referralTable } from './referral/referral.table.js';
import { entry } from './timeline/timeline.changes.js';
import { timelineTable } from './timeline/timeline.table.js';

/** What an agency sees of the referrals that it sent or was sent: the rows behind inbox, sent, referral and timeline. */
export const agencyViews = defineProjection({
  name: 'agency_views',
  version: 1, // raise it to build the next one beside this one
  topics: [topics.referral, topics.escalation],
  tables: [referralTable, timelineTable],
  on: {
    ReferralSubmitted: (event) => [submitted(event), entry(event, { to: { ...event.data.to } })],
    ReferralReceived: (event) => [moved(event, 'RECEIVED'), entry(event, {})],
    ReferralAcknowledged: (event) => [moved(event, 'ACKNOWLEDGED'), entry(event, {})],
    ReferralAccepted: (event) => [accepted(event), entry(event, pick(event.data, ['scope', 'reason']))],
    ReferralRejected: (event) => [
      rejected(event),
      entry(event, {
        ...pick(event.data, ['reason', 'partialConsidered', 'duplicateOf']),
        suggested: event.data.suggested && { ...event.data.suggested },
      }),
    ],
    PrioritySet: (event) => [graded(event), entry(event, pick(event.data, ['side', 'level', 'reasons', 'rules']))],
  },
});

function pick<T extends object, const K extends keyof T>(data: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, data[name]])) as Pick<T, K>;
}
