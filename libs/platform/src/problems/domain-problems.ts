/** Codes of the bus's own rules beside those of a family: refusals, and what may succeed later. */
export const domainProblems = {
  CURSOR_INVALID: { status: 400, title: 'Invalid cursor', meaning: 'The cursor is not one that this list gave out.' },
  BUS_POSITION_INVALID: {
    status: 400,
    title: 'Invalid position',
    meaning: 'Bus-Min-Position is not a position that the bus gave out.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    title: 'Idempotency key required',
    meaning: 'A command needs an Idempotency-Key header.',
  },
  IDEMPOTENCY_KEY_MALFORMED: {
    status: 422,
    title: 'Malformed idempotency key',
    meaning: 'The key is too short, too long, or has characters that a key may not have.',
  },
  IDEMPOTENCY_KEY_EXPIRED: {
    status: 422,
    title: 'Idempotency key outside its window',
    meaning: 'The time inside the UUIDv7 key is older than the published window, or in the future.',
  },
  PERSONAL_DATA_NOT_ACCEPTED: {
    status: 422,
    title: 'Personal data not accepted',
    meaning: 'Personal parts of a referral are not accepted until they can be sealed.',
  },
  CONTENT_NOT_STORABLE: {
    status: 422,
    title: 'Content cannot be stored',
    meaning: 'The content has values that cannot be stored.',
  },
  AGENCY_UNKNOWN: {
    status: 403,
    title: 'Agency unknown',
    meaning: 'The agency of the token takes no part in this bus.',
  },
  ROLE_NOT_OF_AGENCY: {
    status: 403,
    title: 'Role not of this agency',
    meaning: 'The agency does not hold the role that the caller acts in.',
  },
  ROLE_MAY_NOT_ORIGINATE: {
    status: 403,
    title: 'Role may not originate',
    meaning: 'The role may not submit referrals (vocabulary 6).',
  },
  ROLE_MAY_NOT_SET_PRIORITY: {
    status: 403,
    title: 'Role may not set priorities',
    meaning: 'The role says nothing of priorities, not as a proposal either (vocabulary 6).',
  },
  ROLE_MAY_NOT_RECEIVE: {
    status: 403,
    title: 'Role may not receive',
    meaning: 'The role may not take referrals on (vocabulary 6).',
  },
  ROLE_HAS_NO_CASE_ACCESS: {
    status: 403,
    title: 'Role has no access to cases',
    meaning: 'The role never reads referrals (vocabulary 6).',
  },
  ROLE_MAY_NOT_AUDIT: {
    status: 403,
    title: 'Role may not read the trail',
    meaning: 'Only compliance, oversight and the operator read the audit trail.',
  },
  PURPOSE_REQUIRED: {
    status: 422,
    title: 'Purpose required',
    meaning: 'Reading the trail needs a Bus-Purpose header (vocabulary 4.6).',
  },
  PURPOSE_UNKNOWN: {
    status: 422,
    title: 'Purpose unknown',
    meaning: 'Bus-Purpose is not a purpose of vocabulary 4.6.',
  },
  PURPOSE_NOT_ALLOWED: {
    status: 422,
    title: 'Purpose not allowed',
    meaning: 'The trail is not read for this purpose (vocabulary 4.7 R4.12).',
  },
  RECIPIENT_UNKNOWN: { status: 422, title: 'Recipient unknown', meaning: 'No agency of that code takes part.' },
  RECIPIENT_ROLE_UNSUITABLE: {
    status: 422,
    title: 'Recipient cannot receive',
    meaning: 'The agency does not hold that role, or the role may not receive (vocabulary 6).',
  },
  SUGGESTION_UNKNOWN: { status: 422, title: 'Suggested agency unknown', meaning: 'No agency of that code takes part.' },
  SUGGESTION_ROLE_UNSUITABLE: {
    status: 422,
    title: 'Suggested agency cannot receive',
    meaning: 'The suggested agency does not hold that role, or the role may not receive (vocabulary 6).',
  },
  DUPLICATE_OF_ITSELF: { status: 422, title: 'Duplicate of itself', meaning: 'A referral does not repeat itself.' },
  OVERLOADED: {
    status: 429,
    title: 'Too much waits',
    meaning: 'More commands wait than can be accepted now; repeat with the same key.',
  },
  CLOCK_BACKWARDS: {
    status: 503,
    title: 'Clock went back',
    meaning: "The database's clock went back too far; nothing is accepted in this lane until it is right.",
  },
  RULES_UNKNOWN: {
    status: 503,
    title: 'Rules of a newer version',
    meaning: 'The referral was submitted under rules that this process does not know yet.',
  },
  EVENT_UNKNOWN: {
    status: 503,
    title: 'Event of a newer version',
    meaning: 'A newer version wrote events that this one does not know.',
  },
  STATE_VERSION_UNKNOWN: {
    status: 503,
    title: 'State of a newer version',
    meaning: 'A newer version wrote a state that this one does not know.',
  },
  JOURNAL_INCOMPLETE: {
    status: 503,
    title: 'Journal incomplete',
    meaning: 'The earlier answer cannot be read now; repeat with the same key.',
  },
  JOURNAL_STOPPING: {
    status: 503,
    title: 'Journal stopping',
    meaning: 'This process is ending; repeat with the same key.',
  },
  JOURNAL_UNCONFIRMED: {
    status: 503,
    title: 'Journal not confirmed',
    meaning:
      'The database was started and not yet compared with what was distributed; nothing was done. Repeat with the same key.',
  },
  LANE_CLOSED: {
    status: 503,
    title: 'Lane closed',
    meaning: 'The lane takes nothing until what it lost is filled in again. Repeat with the same key.',
  },
  LANE_INCONSISTENT: {
    status: 503,
    title: 'Lane inconsistent',
    meaning:
      'What the lane would write next contradicts what it has; nothing was done. Operators see which in the log.',
  },
  LANE_SEALED: { status: 503, title: 'Lane sealed', meaning: 'The lane takes nothing more until it is repaired.' },
} as const;
