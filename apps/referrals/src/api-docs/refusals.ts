import { keyedRefusals, type Refusals, together } from '#libs/accepting';
import { transitionOf } from '#libs/domain';
import type { Move } from '../moves/move.js';

/** Of what is said of a case, in whatever command. */
export const contentRefusals: Refusals = {
  422: [
    'PERSONAL_DATA_NOT_ACCEPTED',
    'EVIDENCE_MALFORMED',
    'EVIDENCE_DIGEST_FORBIDDEN',
    'DUAL_CRIMINALITY_REASON_REQUIRED',
    'WAIVER_UNSUPPORTED',
    'REASON_NOT_APPLICABLE',
  ],
};

/** Where links to countries are added to those that are there. */
export const nexusRefusals = ['NEXUS_COUNTRIES_EXHAUSTED'] as const;

const recipientRefusals: Refusals = { 422: ['RECIPIENT_UNKNOWN', 'RECIPIENT_ROLE_UNSUITABLE'] };

/** Of a submission's content, also where another person repeats it. */
export const submissionContentRefusals = together(together(contentRefusals, recipientRefusals), {
  409: ['PRIORITY_FORBIDS_BUNDLING', ...nexusRefusals],
  422: [
    'RECIPIENT_IS_SENDER',
    'INCIDENT_TIME_ABSURD',
    'EXERCISE_NOT_RUNNING',
    'EXERCISE_NOT_A_PARTICIPANT',
    'GRADING_NOT_BLIND',
  ],
});

/** Where codes are said. */
const codeRefusals: Refusals = { 422: ['CODE_RETIRED'] };

const openingRefusals = [keyedRefusals, codeRefusals, submissionContentRefusals].reduce(together, {
  403: ['ROLE_MAY_NOT_ORIGINATE', 'ROLE_MAY_NOT_SET_PRIORITY'],
});

export const submissionRefusals = together(openingRefusals, { 409: ['RELEASE_REQUIRED'] });

export const releaseRefusals = together(openingRefusals, { 422: ['PERSON_REQUIRED'] });

/** Of what goes on to another agency (vocabulary 2.4 I2, I6). */
export const onwardRefusals = together(recipientRefusals, { 409: ['ONWARD_HOPS_EXHAUSTED', 'ONWARD_CYCLE'] });

/** Of what names a part of the case. */
export const partRefusals: Refusals = { 404: ['PART_NOT_FOUND'], 409: ['PART_NOT_YOURS'] };

/** Of every command on an existing leg; for a discreet one there is no leg that it could be told of. */
export const moveRefusals = (move: Move): Refusals => {
  const { who, person } = transitionOf(move.name);
  return [
    keyedRefusals,
    {
      403: [who.some((speaker) => speaker === 'SENDER') ? 'ROLE_MAY_NOT_ORIGINATE' : 'ROLE_MAY_NOT_RECEIVE'],
      409: ['REFERRAL_ADDRESSED_ELSEWHERE', ...(move.discreet ? [] : ['REFERRAL_TRANSITION_ILLEGAL'])],
      503: ['RULES_UNKNOWN'],
    },
    move.discreet ? {} : { 404: ['REFERRAL_NOT_FOUND'] },
    person ? { 422: ['PERSON_REQUIRED'] } : {},
    move.example === undefined ? {} : codeRefusals,
    move.refusals ?? {},
  ].reduce(together);
};
