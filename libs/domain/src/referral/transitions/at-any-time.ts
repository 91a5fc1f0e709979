import { REFERRAL_STATUSES } from './transition.js';
import type { Transition } from './transition.js';

const ANY = REFERRAL_STATUSES;

/** What may be said in any state, also after the end: the state stays, but for a transfer and for what was submitted in error. */
export const atAnyTime = {
  NotifyDelay: {
    says: 'warns that it will be late, or cannot act at all',
    who: ['RECEIVER'],
    moves: [{ from: ANY, event: 'DelayNotified', to: 'STAYS' }],
    needs: 'a reason',
    source: '2.3, 2.5 27(7)',
  },
  SupplementReferral: {
    says: 'adds to the case; the bus passes it on to onward legs',
    who: ['SENDER', 'RECEIVER', 'POLICY'],
    moves: [{ from: ANY, event: 'Supplemented', to: 'STAYS' }],
    needs: 'something that is added',
    originator: true,
    source: '2.3',
  },
  CorrectReferral: {
    says: 'replaces what it said before; the bus passes it on to onward legs',
    who: ['SENDER', 'RECEIVER', 'POLICY'],
    moves: [{ from: ANY, event: 'Corrected', to: 'STAYS' }],
    needs: 'a reason and something that is replaced',
    originator: true,
    source: '2.3, 2.4 I7',
  },
  EnterPartInError: {
    says: 'takes back a part that should never have been said here; the case goes on',
    who: ['SENDER', 'RECEIVER', 'POLICY'],
    moves: [{ from: ANY, event: 'EnteredInError', to: 'STAYS' }],
    needs: 'a reason',
    person: true,
    originator: true,
    source: '2.3',
  },
  EnterReferralInError: {
    says: 'takes back the whole referral, which should never have been submitted',
    who: ['SENDER', 'POLICY'],
    moves: [{ from: ANY, event: 'EnteredInError', to: 'ENTERED_IN_ERROR' }],
    alreadySaid: ['ENTERED_IN_ERROR'],
    needs: 'a reason',
    person: true,
    originator: true,
    source: '2.3',
  },
  RequestAccess: {
    says: 'asks to see the case, and does not learn whether it exists',
    who: ['THIRD'],
    moves: [{ from: ANY, event: 'AccessRequested', to: 'STAYS' }],
    needs: 'a purpose',
    source: '2.3',
  },
  GrantAccess: {
    says: 'opens the case to an agency that asked, for a time',
    who: ['RECEIVER'],
    moves: [{ from: ANY, event: 'AccessGranted', to: 'STAYS' }],
    needs: 'a request; how much and until when',
    person: true,
    source: '2.3',
  },
  RefuseAccess: {
    says: 'does not open the case',
    who: ['RECEIVER'],
    moves: [{ from: ANY, event: 'AccessRefused', to: 'STAYS' }],
    needs: 'a request; a ground',
    source: '2.3',
  },
  RequestTransfer: {
    says: 'asks to take the case over, and does not learn whether it exists',
    who: ['THIRD'],
    moves: [{ from: ANY, event: 'TransferRequested', to: 'STAYS' }],
    needs: 'a reason',
    source: '2.3',
  },
  ApproveTransfer: {
    says: 'lets an agency that asked have the case, as an onward leg',
    who: ['RECEIVER'],
    moves: [
      {
        from: ['RECEIVED', 'ACKNOWLEDGED', 'INFO_REQUESTED'],
        event: 'ReferralForwarded',
        with: ['TransferApproved'],
        to: 'FORWARDED',
      },
      {
        from: ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'],
        event: 'TransferApproved',
        with: ['HandoverOffered'],
        to: 'STAYS',
      },
    ],
    alreadySaid: ['FORWARDED'],
    needs: 'a request; role and country of the agency (I2)',
    person: true,
    source: '2.3, 2.4 I2 I6',
  },
  RefuseTransfer: {
    says: 'keeps the case',
    who: ['RECEIVER'],
    moves: [{ from: ANY, event: 'TransferRefused', to: 'STAYS' }],
    needs: 'a request; a ground',
    source: '2.3',
  },
  OpenConsultation: {
    says: 'calls for a consultation of countries that may have jurisdiction',
    who: ['SENDER', 'RECEIVER', 'CONTACT'],
    moves: [{ from: ANY, event: 'JurisdictionConsultationOpened', to: 'STAYS' }],
    needs: 'the countries',
    source: '2.5 22(5)',
  },
  ConcludeConsultation: {
    says: 'states what the countries agreed on',
    who: ['SENDER', 'RECEIVER', 'CONTACT'],
    moves: [{ from: ANY, event: 'JurisdictionConsultationConcluded', to: 'STAYS' }],
    needs: 'a result; the country that leads, where one does',
    source: '2.5 22(5)',
  },
  BundleReferral: {
    says: 'counts it to a bundle of near-identical routine referrals',
    who: ['SENDER', 'RECEIVER', 'POLICY'],
    moves: [{ from: ANY, event: 'ReferralsBundled', to: 'STAYS' }],
    needs: 'the referral that leads; never P1 or P2',
    source: '1.1, 10',
  },
} as const satisfies Record<string, Transition>;
