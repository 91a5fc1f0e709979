import { isOpen } from '../referral/ended.js';
import { REFERRAL_STATUSES } from '../referral/transitions/transition.js';
import type { SubmittedStatus, Transition } from '../referral/transitions/transition.js';

/** While somebody has still to do something with the leg. */
const open = REFERRAL_STATUSES.filter(isOpen);

const says = (event: Transition['moves'][number]['event'], from: readonly SubmittedStatus[] = open) =>
  [{ from, event, to: 'STAYS' }] as const;

/** The words of the escalation (vocabulary 1.3, 1.4, 2.5): a row a command, as the referral has them. No word changes its state. */
export const escalationWords = {
  ConfirmPriority: {
    says: 'confirms, by a person, the level that drives',
    who: ['RECEIVER'],
    moves: says('PrioritySet'),
    needs: 'reasons',
    person: true,
    source: '1.4 R1.1',
  },
  RaisePriority: {
    says: 'raises the level, at any time',
    who: ['SENDER', 'RECEIVER'],
    moves: says('PriorityChanged'),
    needs: 'a level above the one that drives, and reasons',
    source: '1.4 R1.2',
  },
  LowerPriority: {
    says: 'lowers the level; of P1 that is a proposal until a second person approves it',
    who: ['RECEIVER'],
    moves: says('PriorityChanged'),
    needs: 'a level below the one that drives, reasons for it, and why it is lowered',
    person: true,
    source: '1.4 R1.1 R1.2',
  },
  ApproveLowering: {
    says: 'approves, by a second person, that P1 is lowered; the sender is told and may object',
    who: ['RECEIVER'],
    moves: says('PriorityChanged'),
    needs: 'another person than the one who proposed it',
    person: true,
    source: '1.4 R1.2',
  },
  DisputePriority: {
    says: 'objects to the lowering of P1, which restores P1 until the higher role has decided',
    who: ['SENDER'],
    moves: says('PriorityDisputed'),
    needs: 'reasons',
    source: '1.4 R1.2',
  },
  ResolveDispute: {
    says: 'decides which level holds',
    who: ['HIGHER'],
    moves: says('PriorityChanged'),
    needs: 'a level with reasons, why it is lowered where it is, and a person who did not lower it',
    person: true,
    source: '1.4 R1.2, 6.1',
  },
  RecordVoiceContact: {
    says: 'records that a telephone call was made; only a call that was answered ends what is owed',
    who: ['SENDER', 'RECEIVER', 'ADDRESSED'],
    moves: says('VoiceContactRecorded'),
    source: '1.4 R1.7',
  },
  AnswerEscalation: {
    says: 'answers, by a person, what was raised, which stops the ladder',
    who: ['RECEIVER', 'ADDRESSED'],
    moves: says('EscalationAnswered'),
    person: true,
    source: '1.3, 1.4 R1.4',
  },
  AnswerOnwardRefusal: {
    says: 'says, by a person, how a case goes on that was not let go on, so that it is stuck no more',
    who: ['TOLD'],
    moves: says('OnwardRefusalAnswered'),
    needs: 'an answer, and who is competent where it names another agency',
    person: true,
    source: '2.4 I6, 6',
  },
  NotifySafeguarding: {
    says: 'has told a service that protects or supports the child',
    who: ['RECEIVER', 'SENDER'],
    moves: says('SafeguardingNotified'),
    source: '1.3',
  },
  ConfirmSafeguarding: {
    says: 'passes on what the service said',
    who: ['RECEIVER', 'SENDER', 'ADDRESSED'],
    moves: says(
      'SafeguardingConfirmed',
      REFERRAL_STATUSES.filter((status) => status !== 'ENTERED_IN_ERROR'),
    ),
    needs: 'what the service was told by',
    source: '1.3',
  },
  RequestPreservation: {
    says: 'asks a custodian to preserve data',
    who: ['RECEIVER', 'SENDER'],
    moves: says('PreservationRequested'),
    needs: 'authority, offence and facts, data, custodian or location, necessity, and what will be asked for',
    source: '2.5 (Budapest 29(2))',
  },
  ConfirmPreservation: {
    says: 'says until when data is preserved, or is so for longer',
    who: ['RECEIVER', 'SENDER'],
    moves: says('PreservationConfirmed', REFERRAL_STATUSES),
    needs: 'the request',
    source: '2.5 (Budapest 16(2), 29(7))',
  },
  ReleasePreservation: {
    says: 'says that data need not be preserved any more, or that there is nothing to preserve',
    who: ['RECEIVER', 'SENDER'],
    moves: says('PreservationReleased', REFERRAL_STATUSES),
    needs: 'a reason',
    source: '2.5',
  },
  RunClocks: {
    says: 'says what is due',
    who: ['CLOCK'],
    moves: [
      {
        from: REFERRAL_STATUSES,
        event: 'DeadlineWarned',
        with: ['DeadlineMissed', 'EscalationRaised', 'PreservationExpiring', 'ReferralExpired', 'EvidenceAdvanced'],
        to: 'STAYS',
      },
    ],
    source: '1.3, 1.4 R1.4, features A9',
  },
} as const satisfies Record<string, Transition>;

export type EscalationCommandName = keyof typeof escalationWords;
