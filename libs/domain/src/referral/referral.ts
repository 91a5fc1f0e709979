import type { Decider } from '#libs/kernel';
import { bundle } from './bundling.js';
import { expire } from './clocks.js';
import type { ReferralCommand } from './commands.js';
import { concludeConsultation, openConsultation } from './consultation.js';
import { advanceEvidence } from './delivery.js';
import { accept, acknowledge, receive, reject } from './deciding.js';
import { evolve } from './evolve.js';
import type { ReferralEvent } from './evolve.js';
import { judged, type ReferralWord } from './judged.js';
import { provideInformation, requestInformation } from './information.js';
import { approveTransfer, completeHandover, forward, offerHandover, returnForward } from './onward.js';
import { close, reopen, reportOutcome } from './outcome.js';
import { correct, enterPartInError, enterReferralInError, supplement } from './parts-said.js';
import type { ReferralRelated } from './related.js';
import { approveRelease, refuseRelease, requestRelease } from './release.js';
import { grantAccess, refuseAccess, refuseTransfer, requestAccess, requestTransfer } from './requests.js';
import type { Referral } from './state.js';
import { submit } from './submission.js';
import type { CommandName } from './transitions/transitions.js';
import { confirmWithdrawal, declineWithdrawal, requestWithdrawal, withdraw } from './withdrawal.js';
import { notifyDelay, resumeWork, startWork, suspendWork } from './work.js';

type CommandOf<Name extends CommandName> = Extract<ReferralCommand, { type: Name }>;

/** One decider a row of the table. */
const deciders: {
  readonly [Name in CommandName]: (
    command: CommandOf<Name>,
    state: Referral,
    related: ReferralRelated,
  ) => ReferralWord[];
} = {
  RequestRelease: requestRelease,
  ApproveRelease: approveRelease,
  RefuseRelease: refuseRelease,
  SubmitReferral: submit,
  ReceiveReferral: receive,
  AcknowledgeReferral: acknowledge,
  RequestInformation: requestInformation,
  ProvideInformation: provideInformation,
  AcceptReferral: accept,
  RejectReferral: reject,
  ForwardReferral: forward,
  WithdrawReferral: withdraw,
  ExpireReferral: expire,
  StartWork: startWork,
  SuspendWork: suspendWork,
  ResumeWork: resumeWork,
  NotifyDelay: notifyDelay,
  ReportOutcome: reportOutcome,
  OfferHandover: offerHandover,
  CompleteHandover: completeHandover,
  ReturnForward: returnForward,
  RequestWithdrawal: requestWithdrawal,
  ConfirmWithdrawal: confirmWithdrawal,
  DeclineWithdrawal: declineWithdrawal,
  CloseReferral: close,
  ReopenReferral: reopen,
  SupplementReferral: supplement,
  CorrectReferral: correct,
  EnterPartInError: enterPartInError,
  EnterReferralInError: enterReferralInError,
  RequestAccess: requestAccess,
  GrantAccess: grantAccess,
  RefuseAccess: refuseAccess,
  RequestTransfer: requestTransfer,
  ApproveTransfer: approveTransfer,
  RefuseTransfer: refuseTransfer,
  OpenConsultation: openConsultation,
  ConcludeConsultation: concludeConsultation,
  BundleReferral: bundle,
  AdvanceEvidence: advanceEvidence,
};

/** The referral family (vocabulary 2.3 to 2.6). Who is no party of a leg is answered as if it did not exist. */
export const referral: Decider<Referral, ReferralCommand, ReferralEvent, ReferralRelated> = {
  initialState: () => ({ status: 'NONE' }),
  decide: (command, state, related) => {
    const decide = deciders[command.type] as (
      command: ReferralCommand,
      state: Referral,
      related: ReferralRelated,
    ) => ReferralWord[];
    return judged(decide(command, state, related), { ...related, meta: command.meta, state });
  },
  evolve,
};
