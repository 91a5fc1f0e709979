import { type RecordedEvent, topics } from '#libs/contracts';
import { type Change, defineProjection } from '#libs/projections';
import { calledUponTable } from './escalation/called-upon.table.js';
import * as escalation from './escalation/escalation.changes.js';
import { submittedInto } from './exercise/exercise.changes.js';
import { deliveryAdvanced } from './delivery/delivery.changes.js';
import { exerciseLegTable } from './exercise/exercise-leg.table.js';
import * as part from './parts/part.changes.js';
import { partTable } from './parts/part.table.js';
import * as leg from './referral/referral.changes.js';
import { referralTable } from './referral/referral.table.js';
import * as release from './release/release.changes.js';
import { releaseTable } from './release/release.table.js';
import { accessGrantTable } from './requests/access-grant.table.js';
import { openRequestTable } from './requests/open-request.table.js';
import * as request from './requests/requests.changes.js';
import { entry } from './timeline/timeline.changes.js';
import { timelineTable } from './timeline/timeline.table.js';

/** What an agency sees of the referrals that it sent, was sent, or was let into. */
export const agencyViews = defineProjection({
  name: 'agency_views',
  version: 6, // raise it to build the next one beside this one
  topics: [topics.referral, topics.escalation],
  tables: [
    ...[referralTable, partTable, openRequestTable, accessGrantTable, releaseTable, timelineTable, exerciseLegTable],
    calledUponTable,
  ],
  on: {
    ReleaseRequested: seen(release.releaseAsked),
    ReleaseApproved: seen(release.releaseApproved),
    ReleaseRefused: seen(release.releaseRefused),
    ReferralSubmitted: seen((event) => [leg.submitted(event), ...submittedInto(event)]),
    ReferralReceived: seen(leg.received),
    ReferralAcknowledged: seen(leg.acknowledged),
    InformationRequested: seen(leg.informationAsked),
    InformationProvided: seen(part.informed),
    ReferralAccepted: seen(leg.accepted),
    ReferralRejected: seen(leg.rejected),
    ReferralForwarded: seen(leg.wentOn),
    ForwardReturned: seen(leg.cameBack),
    HandoverOffered: seen(leg.wentOn),
    WorkStarted: seen(leg.onLeg),
    WorkSuspended: seen(leg.suspended),
    WorkResumed: seen(leg.onLeg),
    DelayNotified: seen(leg.delayed),
    OutcomeReported: seen(part.outcomeReported),
    ReferralClosed: seen(leg.onLeg),
    ReferralReopened: seen((event) => leg.onLeg(event, escalation.begun(event))),
    ReferralWithdrawn: seen(leg.onLeg),
    WithdrawalRequested: seen(leg.wantedBack),
    WithdrawalConfirmed: seen(leg.onLeg),
    WithdrawalDeclined: seen(leg.kept),
    ReferralExpired: seen(leg.onLeg),
    Supplemented: seen(part.supplemented),
    Corrected: seen(part.corrected),
    EnteredInError: seen(part.enteredInError),
    AccessRequested: seen((event) => [leg.onLeg(event, { third_asked: true }), request.accessAsked(event)]),
    AccessGranted: seen((event) => [leg.onLeg(event), request.decided('ACCESS', event), request.granted(event)]),
    AccessRefused: seen((event) => [leg.onLeg(event), request.decided('ACCESS', event)]),
    TransferRequested: seen((event) => [leg.onLeg(event, { third_asked: true }), request.transferAsked(event)]),
    TransferApproved: seen((event) => [leg.onLeg(event), request.decided('TRANSFER', event)]),
    TransferRefused: seen((event) => [leg.onLeg(event), request.decided('TRANSFER', event)]),
    JurisdictionConsultationOpened: seen(leg.consultationOpened),
    JurisdictionConsultationConcluded: seen(leg.consultationConcluded),
    ReferralsBundled: seen(leg.bundled),
    EvidenceAdvanced: seen(deliveryAdvanced),
    PrioritySet: seen(leg.graded),
    PriorityChanged: seen(leg.regraded),
    PriorityDisputed: seen(leg.disputed),
    DeadlineWarned: seen(leg.onLeg),
    DeadlineMissed: seen((event) => leg.onLeg(event, escalation.missed(event))),
    EscalationRaised: seen((event) => [
      leg.onLeg(event, escalation.raised(event)),
      ...escalation.called(event, event.data.to),
    ]),
    OnwardRefused: seen((event) => [leg.onLeg(event), ...escalation.called(event, event.data.contacts)]),
    OnwardRefusalAnswered: seen(leg.onLeg),
    EscalationAnswered: seen((event) => leg.onLeg(event, escalation.answered)),
    VoiceContactRecorded: seen((event) => leg.onLeg(event, escalation.done(event))),
    SafeguardingNotified: seen((event) => leg.onLeg(event, escalation.done(event))),
    SafeguardingConfirmed: seen((event) => leg.onLeg(event, escalation.done(event))),
    PreservationRequested: seen((event) => leg.onLeg(event, escalation.done(event))),
    PreservationConfirmed: seen(leg.onLeg),
    PreservationExpiring: seen(leg.onLeg),
    PreservationReleased: seen((event) => leg.onLeg(event, escalation.done(event))),
  },
});

/** Whatever happened to a leg is an entry of its timeline too. */
function seen<E extends RecordedEvent>(changed: (event: E) => Change | readonly Change[]): (event: E) => Change[] {
  return (event) => [changed(event), entry(event)].flat();
}
