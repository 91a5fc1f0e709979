import { anyBut } from './transition.js';
import type { Transition } from './transition.js';

/** From acceptance to the end, back again, and on to another agency. */
export const inWork = {
  StartWork: {
    says: 'has begun to work on it',
    who: ['RECEIVER'],
    moves: [{ from: ['ACCEPTED'], event: 'WorkStarted', to: 'IN_PROGRESS' }],
    alreadySaid: ['IN_PROGRESS'],
    source: '2.3',
  },
  SuspendWork: {
    says: 'lets work rest until a date of review',
    who: ['RECEIVER'],
    moves: [{ from: ['IN_PROGRESS'], event: 'WorkSuspended', to: 'ON_HOLD' }],
    alreadySaid: ['ON_HOLD'],
    needs: 'a reason and a date of review (I3)',
    source: '2.3, 2.4 I3, 2.5 27(5)',
  },
  ResumeWork: {
    says: 'works on',
    who: ['RECEIVER'],
    moves: [{ from: ['ON_HOLD'], event: 'WorkResumed', to: 'IN_PROGRESS' }],
    alreadySaid: ['IN_PROGRESS'],
    source: '2.3',
  },
  ReportOutcome: {
    says: 'tells what came of it, and so declines to let it go where the sender asks for it back; may be said again',
    who: ['RECEIVER'],
    moves: [
      {
        from: ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'],
        event: 'OutcomeReported',
        answers: 'WithdrawalDeclined',
        to: 'OUTCOME_REPORTED',
      },
    ],
    needs: 'at least one outcome with date and accuracy',
    source: '2.3, 2.4 I4, 2.6',
  },
  OfferHandover: {
    says: 'offers the case to another agency, and keeps it until that agency has accepted',
    who: ['RECEIVER'],
    moves: [{ from: ['ACCEPTED', 'IN_PROGRESS'], event: 'HandoverOffered', to: 'STAYS' }],
    needs: 'agency, role and country of the target (I2); that the sender does not ask for it back (I4)',
    source: '2.3, 2.4 I2 I4 I6',
  },
  CompleteHandover: {
    says: 'hands the case over, since the new agency has accepted its leg',
    who: ['POLICY'],
    moves: [
      {
        from: ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'],
        event: 'ReferralForwarded',
        answers: 'WithdrawalDeclined',
        to: 'FORWARDED',
      },
    ],
    alreadySaid: anyBut('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'),
    source: '2.3',
  },
  ReturnForward: {
    says: 'brings back what went on, since the onward leg ended without a holder',
    who: ['POLICY'],
    moves: [
      { from: ['FORWARDED'], event: 'ForwardReturned', to: 'ACKNOWLEDGED' },
      {
        from: ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'],
        event: 'ForwardReturned',
        to: 'STAYS',
      },
    ],
    alreadySaid: anyBut('FORWARDED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'),
    source: '2.3',
  },
  RequestWithdrawal: {
    says: 'asks for an accepted referral back',
    who: ['SENDER'],
    moves: [{ from: ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'], event: 'WithdrawalRequested', to: 'STAYS' }],
    needs: 'a reason; that it is not on offer to another agency',
    source: '2.3, 2.4 I4',
  },
  ConfirmWithdrawal: {
    says: 'lets it go, as the sender asked',
    who: ['RECEIVER'],
    moves: [{ from: ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'], event: 'WithdrawalConfirmed', to: 'WITHDRAWN' }],
    alreadySaid: ['WITHDRAWN'],
    source: '2.3, 2.4 I4',
  },
  DeclineWithdrawal: {
    says: 'keeps it: proceedings do not depend on the reporter',
    who: ['RECEIVER'],
    moves: [{ from: ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'], event: 'WithdrawalDeclined', to: 'STAYS' }],
    needs: 'a reason',
    source: '2.3, 2.4 I4',
  },
  CloseReferral: {
    says: 'closes the case; the sender only after 30 days of silence',
    who: ['RECEIVER', 'SENDER'],
    moves: [{ from: ['OUTCOME_REPORTED'], event: 'ReferralClosed', to: 'CLOSED' }],
    alreadySaid: ['CLOSED'],
    needs:
      'an outcome that stands, a final one where extradition was refused for nationality; a reason that is not only that the victim withdrew (I5)',
    source: '2.3, 2.4 I5, 2.5 24(6)',
  },
  ReopenReferral: {
    says: 'takes up again what had ended',
    who: ['SENDER', 'RECEIVER'],
    moves: [{ from: ['CLOSED', 'REJECTED', 'EXPIRED'], event: 'ReferralReopened', to: 'ACKNOWLEDGED' }],
    alreadySaid: ['ACKNOWLEDGED'],
    needs: 'a reason',
    source: '2.3',
  },
} as const satisfies Record<string, Transition>;
