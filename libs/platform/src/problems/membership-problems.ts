/** Codes of membership: why the bus does not know an agency, and why a change of who takes part is refused. */
export const membershipProblems = {
  // at the door
  AGENCY_SUSPENDED: {
    status: 403,
    title: 'Agency suspended',
    meaning: 'The agency takes no part until it is admitted again.',
  },
  AGENCY_LEFT: { status: 403, title: 'Agency left', meaning: 'The agency takes no part any more.' },
  CLIENT_REVOKED: {
    status: 403,
    title: 'Client revoked',
    meaning: 'The client of the token does not speak for its agency (any more).',
  },
  STANDING_LOST: {
    status: 403,
    title: 'Standing lost',
    meaning:
      'The agency or its client was let in, and took no part any more when its command was decided; `standing` says why.',
  },
  MEMBERSHIP_UNKNOWN: {
    status: 503,
    title: 'Membership unknown',
    meaning: 'This process has not learned for too long who takes part, so it lets nobody in.',
  },
  // changes
  AGENCY_NOT_YOURS: {
    status: 403,
    title: 'Another agency',
    meaning: 'An agency says this of itself; of others only the operator does.',
  },
  MEMBER_NOT_FOUND: { status: 404, title: 'Agency not found', meaning: 'No agency of that code was ever proposed.' },
  MEMBER_UNSUITABLE: {
    status: 422,
    title: 'Cannot be a member',
    meaning: 'The code, the country or a role cannot be those of an agency; `faults` says which.',
  },
  MEMBER_MOVED: {
    status: 409,
    title: 'Other country',
    meaning: 'An agency stays in its country: another one is another agency, with a code of its own.',
  },
  MEMBER_TRANSITION_ILLEGAL: {
    status: 409,
    title: 'Illegal transition',
    meaning: "The agency's standing does not allow this; `status` tells it.",
  },
  PROPOSAL_NOT_OPEN: {
    status: 409,
    title: 'No proposal',
    meaning: 'Nothing is proposed of the agency, or not this any more: look at what is.',
  },
  CHANGE_NOT_OPEN: {
    status: 409,
    title: 'Change not open',
    meaning:
      'No such change waits for approval: it was approved, declined or taken back, a later proposal took its place, or the agency was suspended or has left.',
  },
  CHANGE_OF_ANOTHER_PERSON: {
    status: 409,
    title: 'Proposed by another person',
    meaning: 'A suspension or a departure is taken back by the person who proposed it; others decline it.',
  },
  LAST_OPERATOR: {
    status: 409,
    title: 'Last operator',
    meaning:
      'Without this agency, or without its last registered client, nobody could change anything of membership any more.',
  },
  CLIENTS_EXHAUSTED: {
    status: 409,
    title: 'Too many clients',
    meaning:
      'The bus remembers no further client of the agency; `limit` tells how many. An agency that may name no more asks the operator.',
  },
  CLIENT_WAS_REVOKED: {
    status: 409,
    title: 'Client was revoked',
    meaning: 'A revoked client is not registered again: register another one.',
  },
  CONTACT_ROLE_UNSUITABLE: {
    status: 422,
    title: 'Not a role of the agency',
    meaning: 'A contact point is of a role that the agency holds.',
  },
  CONTACT_UNREACHABLE: {
    status: 422,
    title: 'No way to reach it',
    meaning: 'A contact point has a telephone number or a mail address.',
  },
  CONTACT_CALENDAR_UNSUITABLE: {
    status: 422,
    title: 'Calendar unsuitable',
    meaning: 'The desk cannot have this calendar; `faults` says why.',
  },
  SPAN_ENDS_BEFORE_IT_BEGINS: {
    status: 422,
    title: 'Ends before it begins',
    meaning: '`until` is not before `from`.',
  },
  // rules, code lists and treaty statuses
  DOCUMENT_UNSUITABLE: {
    status: 422,
    title: 'Document unsuitable',
    meaning: 'The text cannot be a version of this document; `faults` says why.',
  },
  TRANSLATION_NOT_ONE_ROW: {
    status: 422,
    title: 'Not one row',
    meaning: 'Translations of the glossary are approved row by row: propose one (vocabulary 5.2 R5.2).',
  },
  COMMENT_PERIOD_SHORT: {
    status: 422,
    title: 'Comment period too short',
    meaning: 'A proposal may be commented on for two months; less is for exercises.',
  },
  IN_FORCE_TOO_EARLY: {
    status: 422,
    title: 'In force too early',
    meaning: 'Nothing comes into force while it may still be commented on.',
  },
  COMMENT_PERIOD_OPEN: {
    status: 409,
    title: 'Comment period open',
    meaning: 'It may still be commented on; `until` tells how long.',
  },
  COMMENT_PERIOD_OVER: { status: 409, title: 'Comment period over', meaning: 'The time for comments is over.' },
  COMMENTS_EXHAUSTED: {
    status: 409,
    title: 'Too many comments',
    meaning: 'A proposal keeps no further comment, of the agency or at all; `limit` tells how many it keeps.',
  },
  PROPOSALS_EXHAUSTED: {
    status: 409,
    title: 'Too many open proposals',
    meaning:
      'So many proposals of the agency are open, real ones and those of an exercise counted apart; `limit` tells how many may be. Take one back, or wait.',
  },
  PROPOSAL_OPEN: {
    status: 409,
    title: 'Proposal open',
    meaning: 'Another person has proposed a version, which is not decided yet.',
  },
  CHANGE_OUTDATED: {
    status: 409,
    title: 'Change outdated',
    meaning: 'Another version was published since it was proposed: propose it anew.',
  },
  CHANGE_OF_EXERCISE: {
    status: 409,
    title: 'Of an exercise, or not',
    meaning: 'What is proposed in an exercise is spoken of and decided on in that one, and what is real in none.',
  },
  CHANGE_OF_ANOTHER_AGENCY: {
    status: 409,
    title: 'Proposed by another agency',
    meaning: 'A proposal is taken back by the agency that made it; the operator declines it.',
  },
  // lanes
  LANES_NARROWED: {
    status: 409,
    title: 'Lanes taken away',
    meaning: 'A jurisdiction keeps the lanes that it has, since ids carry them; `lanes` names those that are missing.',
  },
  LANES_UNSUITABLE: {
    status: 422,
    title: 'Lane map faulty',
    meaning: 'The map would be faulty with these lanes; `faults` says how.',
  },
} as const;
