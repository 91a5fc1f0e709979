import { DomainError, TransientError } from '#libs/kernel';
import { HttpException } from '@nestjs/common';
import { isError } from '../is-error.js';
import { findProblemKind, problemCatalogue, type ProblemCode } from './problem-catalogue.js';
import { type Fault, ProblemError, retryAfter } from './problem-error.js';

/** An RFC 9457 answer. */
export interface Problem {
  /** `/problems/<code>`, where the code is explained. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  /** The request's correlation id as a URN. */
  readonly instance: string;
  readonly errors?: readonly Fault[];
  readonly details?: DomainError['details'];
}

export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** The answer to any error. What is not known becomes INTERNAL, without a word of its own. */
export function answerTo(error: unknown, correlationId: string): ProblemAnswer {
  if (error instanceof DomainError) return domainAnswer(error, correlationId);
  if (error instanceof TransientError) return transientAnswer(error, correlationId);
  const known = error instanceof ProblemError ? error : new ProblemError(codeOf(error));
  const { code, status, detail, errors, headers } = known;
  const { title } = problemCatalogue[code];
  const instance = instanceOf(correlationId);
  return { problem: { type: typeOf(code), title, status, code, detail, instance, errors }, headers };
}

// A recorded refusal is repeated byte for byte, so it names the request that was refused first.
function domainAnswer({ code, status, details, occurrence }: DomainError, correlationId: string): ProblemAnswer {
  const instance = instanceOf(occurrence ?? correlationId);
  const carried = Object.keys(details).length > 0 ? details : undefined;
  return {
    problem: { type: typeOf(code), title: titleOf(code), status, code, instance, details: carried },
    headers: {},
  };
}

function transientAnswer({ code, status, retryAfterSeconds }: TransientError, correlationId: string): ProblemAnswer {
  const problem = { type: typeOf(code), title: titleOf(code), status, code, instance: instanceOf(correlationId) };
  return { problem, headers: retryAfter(retryAfterSeconds) };
}

const instanceOf = (correlationId: string): string => `urn:uuid:${correlationId}`;

const typeOf = (code: string): string => `/problems/${code}`;

/** The catalogue's title, or the code in words: `REFERRAL_NOT_OPEN` → `Referral not open`. */
const titleOf = (code: string): string =>
  findProblemKind(code)?.title ?? code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

const FRAMEWORK_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'MALFORMED_REQUEST',
  FST_ERR_BAD_URL: 'MALFORMED_REQUEST',
  FST_ERR_MAX_PARAM_LENGTH: 'ADDRESS_TOO_LONG',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

const STATUS_CODES: Readonly<Record<number, ProblemCode>> = {
  400: 'MALFORMED_REQUEST',
  401: 'TOKEN_INVALID',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'REQUEST_TIMEOUT',
  409: 'CONFLICT',
  413: 'BODY_TOO_LARGE',
  414: 'ADDRESS_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'CONTENT_INVALID',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};

// The sender went away in the middle of its body: Node's error, to which Fastify adds the status.
const isAbort = (error: unknown): boolean =>
  isError(error) && error.code === 'ECONNRESET' && 'statusCode' in error && error.statusCode === 400;

// Fastify's own errors reach a filter wrapped by the framework, with the original as `cause`.
function codeOf(error: unknown): ProblemCode {
  const original = error instanceof HttpException && isError(error.cause) ? error.cause : error;
  const named = isError(original) ? FRAMEWORK_CODES[String(original.code)] : undefined;
  if (named) return named;
  if (isAbort(original)) return 'REQUEST_TIMEOUT';
  return (error instanceof HttpException && STATUS_CODES[error.getStatus()]) || 'INTERNAL';
}
