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
  403: [
    'AGENCY_UNKNOWN',
    'AGENCY_SUSPENDED',
    'AGENCY_LEFT',
    'CLIENT_REVOKED',
    'ROLE_NOT_HELD',
    'ROLE_NOT_OF_AGENCY',
    'PERSON_NOT_YOURS',
  ],
  413: ['BODY_TOO_LARGE'],
  415: ['UNSUPPORTED_MEDIA_TYPE'],
  422: ['CONTENT_INVALID'],
  429: ['RATE_LIMITED'],
  503: ['UNAVAILABLE', 'ISSUER_UNAVAILABLE', 'MEMBERSHIP_UNKNOWN', 'SHUTTING_DOWN'],
};

/** Of every command with an idempotency key. */
export const keyedRefusals: Refusals = {
  400: ['IDEMPOTENCY_KEY_REQUIRED'],
  403: ['STANDING_LOST'],
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
