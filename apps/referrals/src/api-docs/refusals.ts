/** Codes of refusals by HTTP status. */
export type Refusals = Readonly<Record<number, readonly string[]>>;

/** The codes of both. */
export function together(first: Refusals, second: Refusals): Refusals {
  const statuses = [...new Set([...Object.keys(first), ...Object.keys(second)])].map(Number);
  return Object.fromEntries(statuses.map((status) => [status, [...(first[status] ?? []), ...(second[status] ?? [])]]));
}

/** Of every operation that takes commands. */
export const commonRefusals: Refusals = {
  400: ['MALFORMED_JSON', 'MALFORMED_TEXT', 'FORBIDDEN_KEY', 'TOO_DEEP', 'HEADER_INVALID'],
  401: ['TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED'],
  403: ['AGENCY_UNKNOWN', 'ROLE_NOT_HELD', 'ROLE_NOT_OF_AGENCY', 'PERSON_NOT_YOURS'],
  413: ['BODY_TOO_LARGE'],
  415: ['UNSUPPORTED_MEDIA_TYPE'],
  422: ['CONTENT_INVALID'],
  429: ['RATE_LIMITED'],
  503: ['UNAVAILABLE', 'ISSUER_UNAVAILABLE', 'SHUTTING_DOWN'],
};

/** Of every command with an idempotency key. */
const keyedRefusals: Refusals = {
  400: ['IDEMPOTENCY_KEY_REQUIRED'],
  422: ['IDEMPOTENCY_KEY_MALFORMED', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_EXPIRED'],
  429: ['OVERLOADED'],
  503: [
    'JOURNAL_UNAVAILABLE',
    'JOURNAL_UNCONFIRMED',
    'JOURNAL_INCOMPLETE',
    'JOURNAL_STOPPING',
    'LANE_CLOSED',
    'LANE_SEALED',
    'LANE_INCONSISTENT',
    'CLOCK_BACKWARDS',
    'STATE_VERSION_UNKNOWN',
    'EVENT_UNKNOWN',
  ],
};

export const submissionRefusals = together(keyedRefusals, {
  403: ['ROLE_MAY_NOT_ORIGINATE'],
  422: [
    'PERSONAL_DATA_NOT_ACCEPTED',
    'RECIPIENT_UNKNOWN',
    'RECIPIENT_ROLE_UNSUITABLE',
    'RECIPIENT_IS_SENDER',
    'INCIDENT_TIME_ABSURD',
  ],
});

/** Of every command on an existing leg. */
export const moveRefusals = together(keyedRefusals, {
  403: ['ROLE_MAY_NOT_RECEIVE'],
  404: ['REFERRAL_NOT_FOUND'],
  409: ['REFERRAL_TRANSITION_ILLEGAL', 'REFERRAL_ADDRESSED_ELSEWHERE'],
});

export const rejectionRefusals = together(moveRefusals, {
  409: ['PRIORITY_FORBIDS_REASON'],
  422: [
    'PARTIAL_NOT_CONSIDERED',
    'SUGGESTION_REQUIRED',
    'SUGGESTION_UNKNOWN',
    'SUGGESTION_ROLE_UNSUITABLE',
    'DUPLICATE_LINK_REQUIRED',
    'DUPLICATE_OF_ITSELF',
  ],
});
