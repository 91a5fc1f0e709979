import type {
  Availability,
  CapacityState,
  ChangeEndReason,
  ChangeKind,
  ContactChannelKind,
  LessonFinding,
  MembershipReason,
  Weekday,
} from '#libs/contracts';
import type { Exercise } from '../exercise/state.js';
import type { CoverageRisk } from '../membership/coverage.js';
import type { PriorityRight } from '../membership/roles.js';
import type { MemberStatus } from '../membership/state.js';
import type { ProposalStage } from '../rules/proposal-moves.js';
import { codeList, PROPOSED } from './code-list.js';

/**
 * Who takes part and how it is reached, what becomes of a proposal, and what is learnt. These are the bus's own words and not
 * agreed by agencies as versioned data: a code that could be retired here could lock everybody out.
 */
export const membershipCodes = {
  MemberStatus: codeList<MemberStatus>('features F1; the names are proposed here', {
    PROPOSED: 'One person of the operator has proposed it; it takes no part yet.',
    ADMITTED: 'It takes part.',
    SUSPENDED: 'It takes no part until it is admitted again.',
    LEFT: 'It takes no part any more, unless it is proposed and admitted anew.',
  }),
  PriorityRight: codeList<PriorityRight>('6 sets priority; the names are proposed here', {
    SET: 'It sets the level.',
    RAISE: 'It may raise the level; its first word of one sets it, since that lowers nothing.',
    PROPOSE: 'Its level is a proposal, which drives until the receiver has decided.',
    NONE: 'It says nothing of levels.',
  }),
  Availability: codeList<Availability>(PROPOSED, {
    AROUND_THE_CLOCK: 'The desk answers at any hour.',
    OFFICE_HOURS: 'The desk answers in its hours, which the contact point says.',
  }),
  ContactChannelKind: codeList<ContactChannelKind>(PROPOSED, {
    WEBHOOK: 'A message to a system of the agency: a webhook that it registered and enabled.',
    SMTP: 'A mail to an address of the desk, never of a person.',
  }),
  Weekday: codeList<Weekday>('the hours of a desk, in its own time zone', {
    MONDAY: 'Monday.',
    TUESDAY: 'Tuesday.',
    WEDNESDAY: 'Wednesday.',
    THURSDAY: 'Thursday.',
    FRIDAY: 'Friday.',
    SATURDAY: 'Saturday.',
    SUNDAY: 'Sunday.',
  }),
  CoverageRisk: codeList<CoverageRisk>('8.2 coverage; the names are proposed here', {
    NOT_HELD: 'No agency there holds the role POC_247.',
    NOT_AROUND_THE_CLOCK: 'None of those that do has a desk for it that is said to answer at any hour.',
    WITHIN_HOURS: 'Those that do keep hours, and at the time of `gap` none of them is there.',
    IN_MAINTENANCE: 'The systems of those that have are away.',
    NO_CHANNEL: 'Those that are there have said no webhook and no mail address by which the bus could call them.',
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
  ProposalStage: codeList<ProposalStage>('9; the names are proposed here', {
    IN_COMMENT: 'Every agency may comment.',
    COMMENTED: 'The time for comments is over: another person of the operator puts it in force, or declines it.',
    PUBLISHED: 'It is the next version, and holds from its date.',
    IN_FORCE: 'What is decided from now on is decided by it; what was decided keeps its version.',
    DECLINED: 'The operator has declined it: it comes into force no more.',
    WITHDRAWN: 'The agency that proposed it has taken it back.',
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
  ExerciseStatus: codeList<Exercise['status']>('9; the names are proposed here', {
    RUNNING: 'Its agencies submit into it, and what they submit is made-up.',
    ENDED: 'Nothing more is submitted into it, and its code is never used again.',
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
