import { together } from '#libs/accepting';
import { exampleOnward, exampleOutcomes, inDays } from '../api-docs/examples.js';
import { onwardRefusals } from '../api-docs/refusals.js';
import { nothingSchema, onwardSchema, withdrawalSchema } from '../content/decision.schemas.js';
import {
  closingSchema,
  declineSchema,
  reopeningSchema,
  reportSchema,
  suspensionSchema,
} from '../content/work.schemas.js';
import { addresseeOf } from '../directory/parties.js';
import { move } from './move.js';
import { onwardIds } from './onward-ids.js';

/** From acceptance to the end, back again, and on to another agency. */
export const inWork = [
  move('StartWork', { schema: nothingSchema, said: () => ({ data: {} }) }),
  move('SuspendWork', {
    schema: suspensionSchema,
    said: ({ reason, reviewAt, note = null }) => ({ data: { reason, reviewAt, note } }),
    example: { reason: 'AWAIT_AUTHORISATION', reviewAt: inDays(60) },
    refusals: { 422: ['TIME_ABSURD'] },
  }),
  move('ResumeWork', { schema: nothingSchema, said: () => ({ data: {} }) }),
  move('ReportOutcome', {
    schema: reportSchema,
    said: ({ outcomes, extraditionFlag = null, note = null }) => ({ data: { outcomes, extraditionFlag, note } }),
    example: { outcomes: exampleOutcomes },
    answer: { part: '0198c0de-0000-7000-8000-000000000002' },
    refusals: { 409: ['ONWARD_OFFER_OPEN'], 422: ['TIME_ABSURD'] },
  }),
  move('OfferHandover', {
    schema: onwardSchema,
    said: ({ to: named, reason = null, note = null }, { directory, origin }) => {
      const to = addresseeOf(directory, named, 'RECIPIENT');
      return { data: { to, leg: onwardIds(directory, to, origin), reason, note } };
    },
    example: exampleOnward.sent,
    answer: { onward: exampleOnward.answered },
    refusals: together(onwardRefusals, { 409: ['ONWARD_OFFER_OPEN', 'WITHDRAWAL_PENDING'] }),
  }),
  move('RequestWithdrawal', {
    schema: withdrawalSchema,
    said: ({ reason, note = null }) => ({ data: { reason, note } }),
    example: { reason: 'NO_LONGER_NEEDED' },
    refusals: { 409: ['WITHDRAWAL_PENDING', 'ONWARD_OFFER_OPEN'] },
  }),
  move('ConfirmWithdrawal', {
    schema: nothingSchema,
    said: () => ({ data: {} }),
    refusals: { 409: ['WITHDRAWAL_NOT_PENDING', 'ONWARD_OFFER_OPEN'] },
  }),
  move('DeclineWithdrawal', {
    schema: declineSchema,
    said: ({ reason, note = null }) => ({ data: { reason, note } }),
    example: { reason: 'PROCEEDINGS_CONTINUE' },
    refusals: { 409: ['WITHDRAWAL_NOT_PENDING'] },
  }),
  move('CloseReferral', {
    schema: closingSchema,
    said: ({ reasons }) => ({ data: { reasons } }),
    example: { reasons: ['OUTCOME_FINAL'] },
    refusals: {
      409: ['OUTCOME_REQUIRED', 'OBLIGATION_OPEN', 'CLOSE_TOO_EARLY', 'ONWARD_OFFER_OPEN'],
      422: ['CLOSING_REASON_INSUFFICIENT', 'REASON_NOT_APPLICABLE'],
    },
  }),
  move('ReopenReferral', {
    schema: reopeningSchema,
    said: ({ reason, note = null }) => ({ data: { reason, note } }),
    example: { reason: 'NEW_INFORMATION' },
    refusals: { 409: ['ONWARD_RETURNED'] },
  }),
];
