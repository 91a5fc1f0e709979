import type { ExternalPriority, RiskAssessment } from '#libs/contracts';
import { inDays } from '../api-docs/examples.js';
import {
  confirmationSchema,
  disputeSchema,
  loweringSchema,
  notedSchema,
  preservationSchema,
  preservedSchema,
  raiseSchema,
  releaseSchema,
  onwardReplySchema,
  replySchema,
  resolutionSchema,
  safeguardingResultSchema,
  safeguardingSchema,
  voiceContactSchema,
} from '../content/escalation.schemas.js';
import { addresseeOf } from '../directory/parties.js';
import { move } from './move.js';

const part = '0198c0de-0000-7000-8000-000000000002';

interface Attachable {
  readonly riskAssessment?: RiskAssessment | undefined;
  readonly externalPriority?: ExternalPriority | undefined;
}

const attached = ({ riskAssessment = undefined, externalPriority = undefined }: Attachable) => ({
  riskAssessment: riskAssessment ?? null,
  externalPriority: externalPriority ?? null,
});

/** The words of the escalation: urgency, calls, the child, the evidence. */
export const escalationMoves = [
  move('ConfirmPriority', {
    schema: confirmationSchema,
    said: (said) => ({ data: { reasons: said.reasons, ...attached(said) } }),
    example: { reasons: ['EXTORTION_ACTIVE'] },
    answer: { priority: 'P2' },
    refusals: { 409: ['PRIORITY_DISPUTED'] },
  }),
  move('RaisePriority', {
    schema: raiseSchema,
    said: (said) => ({
      data: { level: said.level, reasons: said.reasons, note: said.note ?? null, ...attached(said) },
    }),
    example: { level: 'P1', reasons: ['SELF_HARM_RISK'] },
    answer: { part, priority: 'P1' },
    refusals: { 409: ['PRIORITY_NOT_RAISED'] },
  }),
  move('LowerPriority', {
    schema: loweringSchema,
    said: ({ level, reasons, lowering, note = null, ...said }) => ({
      data: { level, reasons, lowering, note, ...attached(said) },
    }),
    example: { level: 'P3', reasons: ['IDENTIFIED_VICTIM'], lowering: 'CHILD_SAFE_CONFIRMED' },
    answer: { part, priority: 'P2' },
    refusals: { 409: ['PRIORITY_DISPUTED', 'PRIORITY_NOT_LOWERED'] },
  }),
  move('ApproveLowering', {
    schema: notedSchema,
    said: ({ note = null }) => ({ data: { note } }),
    answer: { part, priority: 'P3' },
    refusals: { 409: ['PRIORITY_DISPUTED', 'LOWERING_NOT_PROPOSED', 'SECOND_PERSON_REQUIRED'] },
  }),
  move('DisputePriority', {
    schema: disputeSchema,
    said: ({ reasons, note = null }) => ({ data: { reasons, note } }),
    example: { reasons: ['SELF_HARM_RISK'] },
    answer: { priority: 'P1' },
    refusals: { 409: ['LOWERING_NOT_DISPUTABLE'] },
  }),
  move('ResolveDispute', {
    schema: resolutionSchema,
    said: ({ level, reasons, lowering = null, note = null }) => ({ data: { level, reasons, lowering, note } }),
    example: { level: 'P1', reasons: ['SELF_HARM_RISK'] },
    answer: { part, priority: 'P1' },
    refusals: {
      409: ['DISPUTE_NOT_OPEN', 'SECOND_PERSON_REQUIRED'],
      422: ['LOWERING_REASON_REQUIRED', 'REASON_NOT_APPLICABLE'],
    },
  }),
  move('RecordVoiceContact', {
    schema: voiceContactSchema,
    said: ({ at, to, result, note = null }, { directory }) => ({
      data: { at, to: addresseeOf(directory, to, 'RECIPIENT'), result, note },
    }),
    example: { at: inDays(0), to: { agency: 'PH-WCPC' }, result: 'REACHED' },
    refusals: { 422: ['TIME_ABSURD', 'RECIPIENT_UNKNOWN', 'RECIPIENT_ROLE_UNSUITABLE'] },
  }),
  move('AnswerEscalation', {
    schema: replySchema,
    said: ({ reply, note = null }) => ({ data: { reply, note } }),
    example: { reply: 'TAKES_OVER' },
    refusals: { 409: ['ESCALATION_NOT_RAISED'] },
  }),
  move('AnswerOnwardRefusal', {
    schema: onwardReplySchema,
    said: ({ reply, competent, note = null }, { directory }) => ({
      data: { reply, competent: competent ? addresseeOf(directory, competent, 'SUGGESTION') : null, note },
    }),
    example: { reply: 'STAYS_WITH_HOLDER' },
    refusals: {
      409: ['ONWARD_NOT_STUCK'],
      422: ['SUGGESTION_REQUIRED', 'SUGGESTION_NOT_APPLICABLE', 'SUGGESTION_UNKNOWN', 'SUGGESTION_ROLE_UNSUITABLE'],
    },
  }),
  move('NotifySafeguarding', {
    schema: safeguardingSchema,
    said: ({ measure, country, service, note = null }, { directory }) => ({
      data: { measure, country, service: service ? addresseeOf(directory, service, 'RECIPIENT') : null, note },
    }),
    example: { measure: 'CHILD_PROTECTION_NOTIFIED', country: 'PH', note: 'NOTE-118402' },
    answer: { part },
    refusals: { 409: ['SAFEGUARDING_EXHAUSTED'], 422: ['RECIPIENT_UNKNOWN', 'RECIPIENT_ROLE_UNSUITABLE'] },
  }),
  move('ConfirmSafeguarding', {
    schema: safeguardingResultSchema,
    said: ({ notified, result, note = null }) => ({ data: { notified, result, note } }),
    example: { notified: part, result: 'TAKEN_ON' },
    refusals: { 404: ['SAFEGUARDING_NOT_NOTIFIED'] },
  }),
  move('RequestPreservation', {
    schema: preservationSchema,
    said: (
      { authority, custodian = null, location = null, wantedUntil = null, note = null, ...said },
      { directory },
    ) => ({
      data: {
        ...said,
        ...{ authority: addresseeOf(directory, authority, 'RECIPIENT'), custodian, location, wantedUntil, note },
      },
    }),
    example: {
      authority: { agency: 'PH-WCPC' },
      offence: 'SOLICITATION',
      facts: 'FACTS-118402',
      data: ['SUBSCRIBER_INFORMATION', 'TRAFFIC_DATA'],
      custodian: 'Example Video Ltd',
      location: 'US',
      necessity: 'RETENTION_ENDS',
      followUp: 'MUTUAL_ASSISTANCE_REQUEST',
      crossBorder: true,
    },
    answer: { part },
    refusals: {
      409: ['PRESERVATIONS_EXHAUSTED'],
      422: ['CUSTODIAN_REQUIRED', 'TIME_ABSURD', 'RECIPIENT_UNKNOWN', 'RECIPIENT_ROLE_UNSUITABLE'],
    },
  }),
  move('ConfirmPreservation', {
    schema: preservedSchema,
    said: ({ request, until, reference = null, note = null }) => ({ data: { request, until, reference, note } }),
    example: { request: part, until: inDays(90) },
    refusals: {
      404: ['PRESERVATION_NOT_FOUND'],
      422: ['TIME_ABSURD', 'PRESERVATION_TOO_SHORT', 'PRESERVATION_TOO_LONG'],
    },
  }),
  move('ReleasePreservation', {
    schema: releaseSchema,
    said: ({ request = null, reason, note = null }) => ({ data: { request, reason, note } }),
    example: { reason: 'NOTHING_TO_PRESERVE' },
    refusals: { 404: ['PRESERVATION_NOT_FOUND'], 422: ['REASON_NOT_APPLICABLE'] },
  }),
];
