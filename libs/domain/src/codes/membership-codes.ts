import type {
  Availability,
  CapacityState,
  ChangeEndReason,
  ChangeKind,
  LessonFinding,
  MembershipReason,
} from '#libs/contracts';
import { codeList, PROPOSED } from './code-list.js';

/**
 * Who takes part and how it is reached, what becomes of a proposal, and what is learnt. These are the bus's own words and not
 * agreed by agencies as versioned data: a code that could be retired here could lock everybody out.
 */
export const membershipCodes = {
  Availability: codeList<Availability>(PROPOSED, {
    AROUND_THE_CLOCK: 'The desk answers at any hour.',
    OFFICE_HOURS: 'The desk answers in its hours, which the contact point says.',
  }),
  CapacityState: codeList<CapacityState>(PROPOSED, {
    NORMAL: 'It takes on what it is sent.',
    REDUCED: 'It works on less for a time: answers take longer.',
    FULL: 'It can take on no more for a time but what is urgent.',
  }),
  MembershipReason: codeList<MembershipReason>(PROPOSED, {
    OWN_REQUEST: 'The agency asked for it.',
    SECURITY_INCIDENT: 'Something happened to its systems or people.',
    AGREEMENT_BREACHED: 'It did not keep what was agreed.',
    AGREEMENT_ENDED: 'What was agreed has ended.',
    MANDATE_ENDED: 'The task is not its own any more.',
    CLIENT_COMPROMISED: 'A client is or may be in other hands.',
    CLIENT_RETIRED: 'A client is not used any more.',
    OTHER: 'Another reason.',
  }),
  ChangeKind: codeList<ChangeKind>(PROPOSED, {
    SUSPENSION: 'An agency is to take no part for a time.',
    DEPARTURE: 'An agency is to leave.',
    RULE_SET: 'A version of rules.',
    CODE_LIST: 'A version of a list of codes, or of terms in a language.',
    TREATY_STATUS: 'A version of which States are parties to an instrument.',
  }),
  ChangeEndReason: codeList<ChangeEndReason>(PROPOSED, {
    COMMENTS_AGAINST: 'The comments speak against it.',
    LAW_AGAINST: 'The law of a jurisdiction or a treaty forbids it.',
    PRACTICE_AGAINST: 'Practice or an exercise showed that it does not work.',
    GROUNDS_MISSING: 'It does not say why it is needed.',
    ANOTHER_PREFERRED: 'Another proposal does it better.',
    NOT_NEEDED_ANY_MORE: 'What it was for is over.',
    PROPOSED_IN_ERROR: 'It was never meant to be proposed, or not like this.',
  }),
  LessonFinding: codeList<LessonFinding>(PROPOSED, {
    RULE_UNCLEAR: 'It is read in more than one way.',
    RULE_MISSING: 'A case came up that no rule covers.',
    RULE_TOO_STRICT: 'It forbids what should be possible.',
    RULE_TOO_LOOSE: 'It allows what should not be possible.',
    CLOCK_MISSED: 'Its time was not kept, or cannot be.',
    EXAMPLE_NEEDED: 'People grade or decide apart where an example would help.',
    TRAINING_NEEDED: 'The rule is right, and not known well enough.',
    TOOL_DEFECT: 'A system does not do what the rule says.',
    WORKED_WELL: 'It did what it is for: to be kept when the rule is changed.',
  }),
} as const;
