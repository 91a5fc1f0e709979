import { together } from '#libs/accepting';
import { exampleAdditions, exampleBundle, exampleOnward, inDays } from '../api-docs/examples.js';
import { contentRefusals, nexusRefusals, onwardRefusals, partRefusals } from '../api-docs/refusals.js';
import { correctionSchema, errorSchema, partErrorSchema, supplementSchema } from '../content/part.schemas.js';
import {
  accessRequestSchema,
  bundlingSchema,
  conclusionSchema,
  consultationSchema,
  grantSchema,
  requestRefusalSchema,
  transferRequestSchema,
  transferSchema,
} from '../content/request.schemas.js';
import { delaySchema } from '../content/work.schemas.js';
import { addresseeOf } from '../directory/parties.js';
import { additionsOf, crossBorderOf, evidenceOf, incidentOf } from './case-words.js';
import { move } from './move.js';
import { onwardIds } from './onward-ids.js';

const part = '0198c0de-0000-7000-8000-000000000002';
/** Where it would leave a closed case without what that was closed with. */
const closedRefusals = ['OUTCOME_REQUIRED', 'OBLIGATION_OPEN'] as const;
/** Only the bus passes on from leg to leg. */
const carried = null;

/** What may be said in any state, also after the end. */
export const atAnyTime = [
  move('NotifyDelay', {
    schema: delaySchema,
    said: ({ reason, impossible, until = null, note = null }) => ({ data: { reason, impossible, until, note } }),
    example: { reason: 'AWAIT_TRANSLATION', until: inDays(30) },
    refusals: { 422: ['TIME_ABSURD'] },
  }),
  move('SupplementReferral', {
    schema: supplementSchema,
    said: ({ part: named = null, additions, note = null }) => ({
      data: { part: named, additions: additionsOf(additions), carried, note },
    }),
    example: { additions: exampleAdditions },
    answer: { part, version: 2 },
    refusals: together(together(partRefusals, contentRefusals), {
      409: ['SUPPLEMENTS_EXHAUSTED', 'OBLIGATION_OPEN', ...nexusRefusals],
      422: ['SUPPLEMENT_EMPTY'],
    }),
  }),
  move('CorrectReferral', {
    schema: correctionSchema,
    said: (said) => ({
      data: {
        part: said.part ?? null,
        reason: said.reason,
        reference: said.reference ?? null,
        reporter: said.reporter ?? null,
        incident: said.incident ? incidentOf(said.incident) : null,
        modifiers: said.modifiers ?? null,
        files: said.files ?? null,
        nexus: said.nexus ?? null,
        evidence: said.evidence ? evidenceOf(said.evidence) : null,
        crossBorder: crossBorderOf(said.crossBorder),
        outcomes: said.outcomes ?? null,
        subjects: null,
        carried,
        note: said.note ?? null,
      },
    }),
    example: { reason: 'FACTUAL_ERROR', reference: 'CT-2026-118402-B' },
    answer: { version: 3 },
    refusals: together(together(partRefusals, contentRefusals), {
      409: ['CORRECTION_UNSUITABLE', ...closedRefusals, ...nexusRefusals],
      422: ['CORRECTION_EMPTY', 'INCIDENT_TIME_ABSURD', 'TIME_ABSURD'],
    }),
  }),
  move('EnterPartInError', {
    schema: partErrorSchema,
    said: ({ part: named, reason, note = null }) => ({ data: { part: named, reason, carried, note } }),
    example: { part, reason: 'WRONG_CASE' },
    refusals: together(partRefusals, { 409: closedRefusals }),
  }),
  move('EnterReferralInError', {
    schema: errorSchema,
    said: ({ reason, note = null }) => ({ data: { reason, carried, note } }),
    example: { reason: 'WRONG_PERSON' },
  }),
  move('RequestAccess', {
    schema: accessRequestSchema,
    said: ({ purpose, extent, note = null }) => ({ data: { purpose, extent, note } }),
    example: { purpose: 'INVESTIGATE', extent: 'STATE_AND_OUTCOME' },
  }),
  move('GrantAccess', {
    schema: grantSchema,
    said: ({ requester, extent, until, note = null }) => ({ data: { requester, extent, until, note } }),
    example: { requester: 'GB-NCP', extent: 'CASE', until: inDays(90) },
    refusals: { 409: ['REQUEST_NOT_OPEN'], 422: ['TIME_ABSURD'] },
  }),
  move('RefuseAccess', {
    schema: requestRefusalSchema,
    said: ({ requester, reason, note = null }) => ({ data: { requester, reason, note } }),
    example: { requester: 'GB-NCP', reason: 'HARMS_INVESTIGATION' },
    refusals: { 409: ['REQUEST_NOT_OPEN'] },
  }),
  move('RequestTransfer', {
    schema: transferRequestSchema,
    said: ({ reason, note = null }) => ({ data: { reason, note } }),
    example: { reason: 'MOST_VICTIMS' },
  }),
  move('ApproveTransfer', {
    schema: transferSchema,
    said: ({ requester, role, note = null }, { directory, origin }) => {
      const to = addresseeOf(directory, { agency: requester, role }, 'RECIPIENT');
      return { data: { to, leg: onwardIds(directory, to, origin), note } };
    },
    example: { requester: 'GB-NCP' },
    answer: { onward: exampleOnward.answered },
    refusals: together(onwardRefusals, { 409: ['REQUEST_NOT_OPEN', 'ONWARD_OFFER_OPEN', 'WITHDRAWAL_PENDING'] }),
  }),
  move('RefuseTransfer', {
    schema: requestRefusalSchema,
    said: ({ requester, reason, note = null }) => ({ data: { requester, reason, note } }),
    example: { requester: 'GB-NCP', reason: 'HARMS_INVESTIGATION' },
    refusals: { 409: ['REQUEST_NOT_OPEN'] },
  }),
  move('OpenConsultation', {
    schema: consultationSchema,
    said: ({ countries, bases, note = null }) => ({ data: { countries, bases, carried, note } }),
    example: { countries: ['PH', 'US'], bases: ['VICTIM_PRESENT', 'PROVIDER_ESTABLISHED'] },
    refusals: { 409: ['CONSULTATION_OPEN'], 422: ['CONSULTATION_BASIS_UNSUITABLE'] },
  }),
  move('ConcludeConsultation', {
    schema: conclusionSchema,
    said: ({ result, lead = null, note = null }) => ({ data: { result, lead, carried, note } }),
    example: { result: 'LEAD_AGREED', lead: 'PH' },
    refusals: { 409: ['CONSULTATION_NOT_OPEN'], 422: ['CONSULTATION_LEAD_UNSUITABLE'] },
  }),
  move('BundleReferral', {
    schema: bundlingSchema,
    said: ({ bundle, basis }) => ({ data: { bundle, basis } }),
    example: exampleBundle,
    refusals: { 409: ['BUNDLED_ALREADY', 'PRIORITY_FORBIDS_BUNDLING'] },
  }),
];
