import { contentProblems } from './content-problems.js';

/** Codes of the referral family: why a command on a referral is refused. docs/domain.md lists them. */
export const referralProblems = {
  ...contentProblems,
  // who may speak of a referral, and when
  REFERRAL_NOT_FOUND: {
    status: 404,
    title: 'Referral not found',
    meaning: 'There is no such referral, or it is not yours.',
  },
  REFERRAL_ADDRESSED_ELSEWHERE: {
    status: 409,
    title: 'Not for this side to say',
    meaning: 'The other party of the referral says this.',
  },
  REFERRAL_TRANSITION_ILLEGAL: {
    status: 409,
    title: 'Illegal transition',
    meaning: "The referral's state does not allow this command; `status` tells the state (vocabulary 2.3).",
  },
  REFERRAL_EXISTS: { status: 409, title: 'Referral exists', meaning: 'The referral was submitted before.' },
  PERSON_REQUIRED: {
    status: 422,
    title: 'Person required',
    meaning: 'This is for a named person to say: send Bus-Person (vocabulary 2.2, 2.3).',
  },
  SENDER_NOT_CALLER: { status: 403, title: 'Sender is another agency', meaning: 'An agency submits in its own name.' },
  // what is submitted
  RECIPIENT_IS_SENDER: {
    status: 422,
    title: 'Recipient is the sender',
    meaning: 'An agency does not refer to itself.',
  },
  PRIORITY_UNKNOWN: { status: 422, title: 'Priority unknown', meaning: 'The level is none of P1 to P4.' },
  PRIORITY_REASON_REQUIRED: {
    status: 422,
    title: 'Reason for the priority required',
    meaning: 'A priority names at least one reason code (vocabulary 1.4 R1.1).',
  },
  ONWARD_FIELDS_FORBIDDEN: {
    status: 422,
    title: 'Not for an agency to fill',
    meaning: "Which leg continues which, and what is carried from one to the next, is the bus's to say.",
  },
  // release by a second person
  RELEASE_REQUIRED: {
    status: 409,
    title: 'Release required',
    meaning: "The sender's agency has its referrals released by a second person: ask for a release.",
  },
  RELEASE_PENDING: {
    status: 409,
    title: 'Release pending',
    meaning: 'A release with other content waits for its decision.',
  },
  RELEASE_NOT_PENDING: { status: 409, title: 'No release pending', meaning: 'No release waits for a decision.' },
  RELEASE_CONTENT_DIFFERS: {
    status: 409,
    title: 'Content differs',
    meaning: 'Only what was asked for is released; this is something else.',
  },
  SECOND_PERSON_REQUIRED: {
    status: 409,
    title: 'Second person required',
    meaning: 'Who proposed it, or asked for it, does not decide it.',
  },
  // the receiver's decision
  SCOPE_UNKNOWN: { status: 422, title: 'Scope unknown', meaning: 'Acceptance is FULL, PARTIAL or CONDITIONAL.' },
  REASON_REQUIRED: {
    status: 422,
    title: 'Reason required',
    meaning: 'Partial or conditional acceptance names a reason code (vocabulary 2.4 I3).',
  },
  CONDITION_REQUIRED: {
    status: 422,
    title: 'Condition required',
    meaning: 'Who accepts on conditions says on which, by code; a note is never a substitute (vocabulary 2.4 I3, 2.5).',
  },
  CONDITION_NOT_APPLICABLE: {
    status: 422,
    title: 'Condition not applicable',
    meaning: 'Conditions are given of an acceptance that is not conditional; `scope` tells which it is.',
  },
  REASON_NOT_APPLICABLE: {
    status: 422,
    title: 'Reason not applicable',
    meaning: 'A reason is given where none belongs, such as acceptance in full; `details` tell where.',
  },
  REASON_UNKNOWN: { status: 422, title: 'Reason unknown', meaning: 'The reason is not one of vocabulary 2.6.' },
  PARTIAL_NOT_CONSIDERED: {
    status: 422,
    title: 'Partial acceptance not considered',
    meaning: 'This ground needs partialConsidered = true (vocabulary 2.5).',
  },
  SUGGESTION_REQUIRED: {
    status: 422,
    title: 'Suggestion required',
    meaning:
      'WRONG_RECIPIENT names who is competent (vocabulary 2.6), and so does `NAMES_OTHER` for a case that is stuck.',
  },
  DUPLICATE_LINK_REQUIRED: {
    status: 422,
    title: 'Link required',
    meaning: 'DUPLICATE names the referral that is repeated (vocabulary 2.6).',
  },
  PRIORITY_FORBIDS_REASON: {
    status: 409,
    title: 'Not a reason at this priority',
    meaning: 'P1 and P2 cannot be refused for missing information or capacity (vocabulary 1.4 R1.5).',
  },
  INFORMATION_INCOMPLETE: {
    status: 409,
    title: 'Answer incomplete',
    meaning: 'Each item that was asked for is answered, or said to be unavailable; `missing` names the others.',
  },
  INFORMATION_ROUNDS_EXHAUSTED: {
    status: 409,
    title: 'Too many requests for information',
    meaning: 'A referral keeps no further answer: decide, or forward it; `limit` tells how many it keeps.',
  },
  // onward legs
  ONWARD_RECIPIENT_INCOMPLETE: {
    status: 422,
    title: 'Target incomplete',
    meaning: 'The target is named with agency, role and country (vocabulary 2.4 I2).',
  },
  ONWARD_HOPS_EXHAUSTED: {
    status: 409,
    title: 'Handed on too often',
    meaning:
      'The case was handed on as often as the rules allow; the contacts in `escalateTo` of both countries decide (vocabulary 2.4 I6).',
  },
  ONWARD_CYCLE: {
    status: 409,
    title: 'Already held the case',
    meaning:
      'The target held the case before; the contacts in `escalateTo` of both countries decide (vocabulary 2.4 I6).',
  },
  ONWARD_OFFER_OPEN: {
    status: 409,
    title: 'Hand-over on offer',
    meaning:
      'The case is on offer to another agency, and is neither closed, let go nor asked back meanwhile, nor is a refusal of extradition for nationality reported, which the onward referral would not learn: wait, or withdraw the onward referral.',
  },
  ONWARD_RETURNED: {
    status: 409,
    title: 'Gone back',
    meaning:
      'The case went back to the agency that passed it on, which may pass it on again; this leg is not reopened (vocabulary 2.4 I1).',
  },
  // outcomes and the end
  OUTCOME_REQUIRED: {
    status: 409,
    title: 'Outcome required',
    meaning:
      'Nothing is closed, or stays closed, without an outcome that stands: correct it with another one, or reopen first (vocabulary 2.3).',
  },
  OBLIGATION_OPEN: {
    status: 409,
    title: 'Obligation open',
    meaning:
      'Where extradition is refused for nationality, the holder prosecutes or reports the final outcome before closing; what would leave a closed case without that is said once it was reopened. `obligation` names it (Budapest 24(6), vocabulary 2.5).',
  },
  CLOSING_REASON_INSUFFICIENT: {
    status: 422,
    title: 'Reason insufficient',
    meaning: 'That the victim withdrew is no reason by itself (vocabulary 2.4 I5).',
  },
  CLOSE_TOO_EARLY: {
    status: 409,
    title: 'Too early to close',
    meaning: 'The sender closes after 30 days without an act of the receiver; `from` tells when (vocabulary 2.3).',
  },
  WITHDRAWAL_PENDING: {
    status: 409,
    title: 'Withdrawal pending',
    meaning:
      'The sender asked for it back, which is not decided yet: it is not asked for another reason, and the case is not offered to another agency meanwhile. Confirm, or decline (vocabulary 2.4 I4).',
  },
  WITHDRAWAL_NOT_PENDING: {
    status: 409,
    title: 'No withdrawal pending',
    meaning: 'The sender did not ask for it back.',
  },
  // parts, requests, consultations, bundles
  PART_NOT_FOUND: {
    status: 404,
    title: 'Part not found',
    meaning: 'No such part of this referral can be named: it was not said here, or was entered in error.',
  },
  PART_NOT_YOURS: {
    status: 409,
    title: 'Part of the other side',
    meaning: 'Only who said a part adds to it, corrects it or takes it back (vocabulary 2.3).',
  },
  SUPPLEMENT_EMPTY: { status: 422, title: 'Nothing added', meaning: 'A supplement adds something.' },
  SUPPLEMENTS_EXHAUSTED: {
    status: 409,
    title: 'Too many supplements',
    meaning: 'A referral keeps no further supplement: correct one; `limit` tells how many it keeps.',
  },
  CORRECTION_EMPTY: { status: 422, title: 'Nothing replaced', meaning: 'A correction replaces something.' },
  CORRECTION_UNSUITABLE: {
    status: 409,
    title: 'Not of this part',
    meaning: 'The part has no such field; `field` names it.',
  },
  REQUEST_NOT_OPEN: { status: 409, title: 'No such request', meaning: 'That agency has no undecided request.' },
  CONSULTATION_COUNTRIES_UNSUITABLE: {
    status: 422,
    title: 'Countries unsuitable',
    meaning:
      'A consultation is between two countries at least, each named once; `limit` tells how many at most. Who is no party names its own, those of the parties and those that the case concerns.',
  },
  CONSULTATION_BASIS_UNSUITABLE: {
    status: 422,
    title: 'No basis of jurisdiction',
    meaning: 'Where data lie is custody, never jurisdiction (vocabulary 3.4); `basis` names it.',
  },
  CONSULTATION_LEAD_UNSUITABLE: {
    status: 422,
    title: 'Lead unsuitable',
    meaning: 'LEAD_AGREED names one of the countries that consulted; other results name none.',
  },
  CONSULTATION_OPEN: {
    status: 409,
    title: 'Consultation open',
    meaning: 'Another consultation on this referral is open.',
  },
  CONSULTATION_NOT_OPEN: {
    status: 409,
    title: 'No consultation open',
    meaning: 'No consultation on this referral is open.',
  },
  BUNDLE_MALFORMED: { status: 422, title: 'Malformed bundle', meaning: 'A bundle is a UUID, and its lead a referral.' },
  BUNDLED_ALREADY: { status: 409, title: 'Bundled already', meaning: 'The referral belongs to another bundle.' },
  PRIORITY_FORBIDS_BUNDLING: { status: 409, title: 'Too urgent for a bundle', meaning: 'Only P3 and P4 are bundled.' },
} as const;
