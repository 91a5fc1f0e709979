import { deliveryProblems } from './delivery-problems.js';
import { domainProblems } from './domain-problems.js';
import { escalationProblems } from './escalation-problems.js';
import { exerciseProblems } from './exercise-problems.js';
import { membershipProblems } from './membership-problems.js';
import { referralProblems } from './referral-problems.js';

/**
 * Every code that an answer of the bus may carry: the one place to add one. The pages under `/problems` and the API's
 * description are made from it. A code, once released, keeps its meaning.
 */
export const problemCatalogue = {
  ...deliveryProblems,
  ...domainProblems,
  ...escalationProblems,
  ...exerciseProblems,
  ...membershipProblems,
  ...referralProblems,
  MALFORMED_REQUEST: {
    status: 400,
    title: 'Malformed request',
    meaning: 'The request is not valid HTTP, or its address cannot be read.',
  },
  MALFORMED_JSON: { status: 400, title: 'Malformed JSON', meaning: 'The body is not one JSON text in UTF-8.' },
  MALFORMED_TEXT: {
    status: 400,
    title: 'Malformed text',
    meaning: 'A text in the body holds a NUL or half of a surrogate pair, which cannot be stored.',
  },
  FORBIDDEN_KEY: {
    status: 400,
    title: 'Forbidden key',
    meaning: 'The body has a member named __proto__, constructor or prototype.',
  },
  TOO_DEEP: {
    status: 400,
    title: 'Body too deep or too large',
    meaning: 'The body is nested too deeply or has too many values.',
  },
  QUERY_INVALID: {
    status: 400,
    title: 'Invalid query',
    meaning: 'A query parameter is unknown, missing or not of its form; `errors` names each.',
  },
  HEADER_INVALID: {
    status: 400,
    title: 'Invalid header',
    meaning: 'A header of the bus is missing or not of its form; `errors` names it.',
  },
  TOKEN_MISSING: { status: 401, title: 'Token missing', meaning: 'The request carries no bearer token.' },
  TOKEN_INVALID: {
    status: 401,
    title: 'Token invalid',
    meaning: 'The token is not one that the issuer made for this API.',
  },
  TOKEN_EXPIRED: {
    status: 401,
    title: 'Token expired',
    meaning: 'The token was valid and is no longer; get a new one.',
  },
  ROLE_NOT_HELD: {
    status: 403,
    title: 'Role not held',
    meaning: 'The role named in Bus-Role is not among the roles of the token.',
  },
  ROLE_REQUIRED: {
    status: 403,
    title: 'Role may not do this',
    meaning: 'The role that the caller acts in may never do this.',
  },
  PERSON_NOT_YOURS: {
    status: 403,
    title: 'Another person',
    meaning: 'Bus-Person names another person than the token does.',
  },
  FORBIDDEN: { status: 403, title: 'Forbidden', meaning: 'The caller may never do this.' },
  NOT_FOUND: {
    status: 404,
    title: 'Not found',
    meaning: 'There is nothing here, or nothing that the caller may know of.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    title: 'Request too slow',
    meaning: 'The request did not arrive completely in time.',
  },
  CONFLICT: { status: 409, title: 'Conflict', meaning: 'The state of the resource does not allow this.' },
  BODY_TOO_LARGE: { status: 413, title: 'Body too large', meaning: 'The body has more bytes than this route takes.' },
  ADDRESS_TOO_LONG: {
    status: 414,
    title: 'Address too long',
    meaning: 'A part of the address is longer than any id of the bus.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'Unsupported media type',
    meaning: 'A body must be application/json, not compressed.',
  },
  CONTENT_INVALID: {
    status: 422,
    title: 'Invalid content',
    meaning: 'The body is JSON, but not what this route takes; `errors` names each fault.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'Idempotency key re-used',
    meaning: 'The key stands for another request of the same agency.',
  },
  VIEW_BEHIND: {
    status: 425,
    title: 'View not there yet',
    meaning: 'The view has not reached Bus-Min-Position; ask again after Retry-After.',
  },
  RATE_LIMITED: {
    status: 429,
    title: 'Too many requests',
    meaning: 'The caller sends more than its share; go on after Retry-After.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'Headers too large',
    meaning: 'The headers have more bytes than the server takes.',
  },
  INTERNAL: {
    status: 500,
    title: 'Internal error',
    meaning: 'Something failed inside; whether a command was accepted is unknown: retry with the same key.',
  },
  UNAVAILABLE: {
    status: 503,
    title: 'Unavailable',
    meaning: 'A part that this needs is away; retry with the same key after Retry-After.',
  },
  ISSUER_UNAVAILABLE: {
    status: 503,
    title: 'Issuer unavailable',
    meaning: 'The keys of the token issuer cannot be fetched, so the token could not be checked.',
  },
  JOURNAL_UNAVAILABLE: {
    status: 503,
    title: 'Journal unavailable',
    meaning: 'The journal cannot accept now, or its answer was lost: retry with the same key.',
  },
  VIEW_PARKED: {
    status: 503,
    title: 'View parked',
    meaning: 'An event of this referral waits for repair, so the asked position cannot be shown.',
  },
  SHUTTING_DOWN: { status: 503, title: 'Shutting down', meaning: 'This process is ending; another one will answer.' },
} as const satisfies Record<string, ProblemKind>;

export interface ProblemKind {
  /** HTTP status of the answer. */
  readonly status: number;
  readonly title: string;
  /** One sentence for whoever meets the code. */
  readonly meaning: string;
}

export type ProblemCode = keyof typeof problemCatalogue;

/** The entry of a code, or undefined for one that is not listed. */
export function findProblemKind(code: string): ProblemKind | undefined {
  return Object.hasOwn(problemCatalogue, code) ? problemCatalogue[code as ProblemCode] : undefined;
}
