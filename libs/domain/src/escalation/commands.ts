import type {
  EscalationReply,
  OnwardReply,
  Party,
  EventData,
  ExternalPriority,
  LoweringReason,
  PriorityReason,
  RiskAssessment,
} from '#libs/contracts';
import type { Command } from '#libs/kernel';
import type { Graded } from './state.js';

interface Attached {
  /** Attached as it is: no level follows from it (vocabulary 1.4 R1.3). */
  readonly riskAssessment: RiskAssessment | null;
  readonly externalPriority: ExternalPriority | null;
}
/** A level with its reasons, and what was attached to it. */
export type Stated = Graded & {
  readonly [Field in keyof Attached]?: Attached[Field] | undefined;
};
interface Noted {
  readonly note: string | null;
}
type Words<Name extends keyof Said> = Readonly<Omit<Said[Name], 'by' | 'rules'>>;
interface Said {
  VoiceContactRecorded: EventData<'VoiceContactRecorded'>;
  SafeguardingNotified: EventData<'SafeguardingNotified'>;
  SafeguardingConfirmed: EventData<'SafeguardingConfirmed'>;
  PreservationRequested: EventData<'PreservationRequested'>;
  PreservationConfirmed: EventData<'PreservationConfirmed'>;
  PreservationReleased: EventData<'PreservationReleased'>;
}

export type ConfirmPriority = Command<'ConfirmPriority', { readonly reasons: readonly PriorityReason[] } & Attached>;
export type RaisePriority = Command<'RaisePriority', Graded & Attached & Noted>;
export type LowerPriority = Command<'LowerPriority', Graded & Attached & Noted & { readonly lowering: LoweringReason }>;
export type ApproveLowering = Command<'ApproveLowering', Noted>;
export type DisputePriority = Command<'DisputePriority', { readonly reasons: readonly PriorityReason[] } & Noted>;
/** `lowering`: null where P1 is upheld. */
export type ResolveDispute = Command<'ResolveDispute', Graded & Noted & { readonly lowering: LoweringReason | null }>;
export type RecordVoiceContact = Command<'RecordVoiceContact', Words<'VoiceContactRecorded'>>;
export type AnswerEscalation = Command<'AnswerEscalation', Noted & { readonly reply: EscalationReply }>;
/** `competent`: of NAMES_OTHER, else null. */
export type AnswerOnwardRefusal = Command<
  'AnswerOnwardRefusal',
  Noted & { readonly reply: OnwardReply; readonly competent: Party | null }
>;
export type NotifySafeguarding = Command<'NotifySafeguarding', Words<'SafeguardingNotified'>>;
export type ConfirmSafeguarding = Command<'ConfirmSafeguarding', Words<'SafeguardingConfirmed'>>;
export type RequestPreservation = Command<'RequestPreservation', Words<'PreservationRequested'>>;
export type ConfirmPreservation = Command<'ConfirmPreservation', Words<'PreservationConfirmed'>>;
export type ReleasePreservation = Command<'ReleasePreservation', Words<'PreservationReleased'>>;
/** Of the bus's clock: says everything that is due, in order of time. What is due is judged by the state. */
export type RunClocks = Command<'RunClocks', Record<never, never>>;

export type EscalationCommand =
  | ConfirmPriority
  | RaisePriority
  | LowerPriority
  | ApproveLowering
  | DisputePriority
  | ResolveDispute
  | RecordVoiceContact
  | AnswerEscalation
  | AnswerOnwardRefusal
  | NotifySafeguarding
  | ConfirmSafeguarding
  | RequestPreservation
  | ConfirmPreservation
  | ReleasePreservation
  | RunClocks;
