import type { Command } from '#libs/kernel';
import type { EventData, EventName, Ground, Obligation, Party } from '#libs/contracts';
import type { Stated } from '../escalation/commands.js';
import type { ReachedStep } from './delivery-steps.js';
import type { CommandName } from './transitions/transitions.js';

/** What an event says beyond what deciding adds to it. */
type Words<Name extends EventName, Added extends PropertyKey = never> = Readonly<
  Omit<EventData<Name>, 'by' | 'rules' | Added>
>;
type Nothing = Record<never, never>;
/** Whom the bus tells beside the parties. */
type Told = 'contacts' | 'unfilled' | 'audience';

/** Of a submission. */
type AddedByBus = 'rules' | 'priorityStanding' | 'deliveryRules' | 'concerned' | 'waiverJudgedBy' | 'obligation';
/**
 * What a sender says of a case. The onward fields (origin, parent, hop, chain) are the bus's to fill; null on a first leg. So is
 * the obligation that stood on the leg before, where one did.
 */
export type Submission = Readonly<Omit<EventData<'ReferralSubmitted'>, AddedByBus>> & {
  readonly obligation?: Obligation | null;
};

/** `setsPriority`: false where the sender's agency may only propose priorities, whatever its role. */
type SubmissionCommand<Type extends CommandName> = Command<Type, Submission> & {
  readonly priority: Stated;
  readonly setsPriority?: boolean;
};
export type RequestRelease = SubmissionCommand<'RequestRelease'>;
/** Says again what is to be submitted: only what was asked for is released. `from` stays the one who asked. */
export type ApproveRelease = SubmissionCommand<'ApproveRelease'>;
export type RefuseRelease = Command<'RefuseRelease', Words<'ReleaseRefused'>>;
/** A consultation of an earlier leg that is open when its case goes on. */
export type OpenEarlier = Pick<
  EventData<'JurisdictionConsultationOpened'>,
  'opener' | 'countries' | 'bases' | 'carried'
>;
/**
 * `needsRelease`: the sender's agency asks for a second person, so that only ApproveRelease submits. `consultations`: of the bus's
 * policy only, with an onward leg.
 */
export type SubmitReferral = SubmissionCommand<'SubmitReferral'> & {
  readonly needsRelease?: boolean;
  readonly consultations?: readonly OpenEarlier[];
};

export type ReceiveReferral = Command<'ReceiveReferral', Nothing>;
export type AcknowledgeReferral = Command<'AcknowledgeReferral', Nothing>;
export type RequestInformation = Command<'RequestInformation', Words<'InformationRequested'>>;
export type ProvideInformation = Command<
  'ProvideInformation',
  Words<'InformationProvided', 'waiverJudgedBy' | 'obligation'>
>;
export type AcceptReferral = Command<'AcceptReferral', Words<'ReferralAccepted'>>;
export type RejectReferral = Command<'RejectReferral', Words<'ReferralRejected'>>;
export type WithdrawReferral = Command<'WithdrawReferral', Words<'ReferralWithdrawn'>>;
/** Of the bus's clock. Whether it is due is judged by the state: too early or too late says nothing. */
export type ExpireReferral = Command<'ExpireReferral', Nothing>;

/**
 * Ids for the onward leg in a routine and in an urgent lane of the target's jurisdiction: deciding takes the one that suits the
 * priority, which only the state knows (design 3 "Lanes").
 */
export interface OnwardIds {
  readonly routine: string;
  readonly urgent: string;
}
interface Onward {
  readonly to: Party;
  readonly leg: OnwardIds;
  readonly reason: Ground | null;
  readonly note: string | null;
}
export type ForwardReferral = Command<'ForwardReferral', Onward>;
export type OfferHandover = Command<'OfferHandover', Onward>;
export type ApproveTransfer = Command<'ApproveTransfer', Omit<Onward, 'reason'>>;
/** Of the bus's policy, when the onward leg was accepted. */
export type CompleteHandover = Command<'CompleteHandover', { readonly leg: string }>;
/** Of the bus's policy, when the onward leg ended without a holder. `by`: the agency that it was sent to. */
export type ReturnForward = Command<'ReturnForward', Words<'ForwardReturned', 'offer'> & { readonly by: string }>;

export type StartWork = Command<'StartWork', Nothing>;
export type SuspendWork = Command<'SuspendWork', Words<'WorkSuspended'>>;
export type ResumeWork = Command<'ResumeWork', Nothing>;
export type NotifyDelay = Command<'NotifyDelay', Words<'DelayNotified'>>;
export type ReportOutcome = Command<'ReportOutcome', Words<'OutcomeReported', 'obligation'>>;
export type CloseReferral = Command<'CloseReferral', Words<'ReferralClosed', 'silentSince'>>;
export type ReopenReferral = Command<'ReopenReferral', Words<'ReferralReopened'>>;
export type RequestWithdrawal = Command<'RequestWithdrawal', Words<'WithdrawalRequested'>>;
export type ConfirmWithdrawal = Command<'ConfirmWithdrawal', Nothing>;
export type DeclineWithdrawal = Command<'DeclineWithdrawal', Words<'WithdrawalDeclined'>>;

type Judged = 'version' | 'waiverJudgedBy' | 'obligation';
/** `part`: event id of what it adds to; null, or the id of the submission: the submission. `carried`: of the bus's policy only. */
export type SupplementReferral = Command<'SupplementReferral', Words<'Supplemented', Judged>> & VersionThere;
export type CorrectReferral = Command<'CorrectReferral', Words<'Corrected', Judged>> & VersionThere;
/** Of the bus's policy only: the version that the part has by this on the leg that it is carried from. */
interface VersionThere {
  readonly versionThere?: number;
}
export type EnterPartInError = Command<'EnterPartInError', Words<'EnteredInError'> & { readonly part: string }>;
export type EnterReferralInError = Command<'EnterReferralInError', Words<'EnteredInError', 'part'>>;

export type RequestAccess = Command<'RequestAccess', Words<'AccessRequested', 'requester'>>;
export type GrantAccess = Command<'GrantAccess', Words<'AccessGranted'>>;
export type RefuseAccess = Command<'RefuseAccess', Words<'AccessRefused'>>;
export type RequestTransfer = Command<'RequestTransfer', Words<'TransferRequested', 'requester'>>;
export type RefuseTransfer = Command<'RefuseTransfer', Words<'TransferRefused'>>;
/** `carried`, `opener`: of the bus's policy only, which names who opened it on the earlier leg. */
export type OpenConsultation = Command<'OpenConsultation', Words<'JurisdictionConsultationOpened', 'opener' | Told>> & {
  readonly opener?: Party;
};
export type ConcludeConsultation = Command<'ConcludeConsultation', Words<'JurisdictionConsultationConcluded', Told>>;
export type BundleReferral = Command<'BundleReferral', Words<'ReferralsBundled'>>;
/** Of the bus's policy. `agoMs`: for how long the step has been reached, by the clock of who knows of it. */
export type AdvanceEvidence = Command<
  'AdvanceEvidence',
  { readonly reached: readonly { readonly step: ReachedStep; readonly agoMs: number }[] }
>;

export type ReferralCommand =
  | RequestRelease
  | ApproveRelease
  | RefuseRelease
  | SubmitReferral
  | ReceiveReferral
  | AcknowledgeReferral
  | RequestInformation
  | ProvideInformation
  | AcceptReferral
  | RejectReferral
  | ForwardReferral
  | WithdrawReferral
  | ExpireReferral
  | StartWork
  | SuspendWork
  | ResumeWork
  | NotifyDelay
  | ReportOutcome
  | OfferHandover
  | CompleteHandover
  | ReturnForward
  | RequestWithdrawal
  | ConfirmWithdrawal
  | DeclineWithdrawal
  | CloseReferral
  | ReopenReferral
  | SupplementReferral
  | CorrectReferral
  | EnterPartInError
  | EnterReferralInError
  | RequestAccess
  | GrantAccess
  | RefuseAccess
  | RequestTransfer
  | ApproveTransfer
  | RefuseTransfer
  | OpenConsultation
  | ConcludeConsultation
  | BundleReferral
  | AdvanceEvidence;
