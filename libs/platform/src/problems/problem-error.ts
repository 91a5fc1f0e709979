import { problemCatalogue, type ProblemCode } from './problem-catalogue.js';

/** One fault in a request: where (JSON Pointer, RFC 6901, or the name of a header or parameter) and which rule. Never the value. */
export interface Fault {
  readonly path: string;
  readonly rule: string;
}

export interface ProblemDetail {
  /** A sentence of ours: never text of the request or of an inner error. */
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** An error whose answer is known: its code is one of the catalogue, which gives the status. */
export class ProblemError extends Error {
  readonly status: number;
  readonly detail: string | undefined;
  readonly errors: readonly Fault[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: ProblemCode,
    { detail, errors, headers, retryAfterSeconds, cause }: ProblemDetail = {},
  ) {
    super(code, { cause });
    this.name = new.target.name;
    this.status = problemCatalogue[code].status;
    this.detail = detail;
    this.errors = errors;
    this.headers = { ...headers, ...retryAfter(retryAfterSeconds) };
  }
}

/** The header that says when to try again: whole seconds, one at least. */
export const retryAfter = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) };

type CodeOf<Status extends number> = {
  [Code in ProblemCode]: (typeof problemCatalogue)[Code]['status'] extends Status ? Code : never;
}[ProblemCode];

/** A part that is needed is away: 503 with `Retry-After`. */
export class Unavailable extends ProblemError {
  constructor(code: CodeOf<503> = 'UNAVAILABLE', retryAfterSeconds = 1, cause?: unknown) {
    super(code, { retryAfterSeconds, cause });
  }
}

/** The caller exceeds its share: 429 with `Retry-After`. */
export class TooManyRequests extends ProblemError {
  constructor(retryAfterSeconds: number, code: CodeOf<429> = 'RATE_LIMITED') {
    super(code, { retryAfterSeconds });
  }
}

/** What was asked for is not there yet: 425 with `Retry-After`. */
export class TooEarly extends ProblemError {
  constructor(retryAfterSeconds: number, code: CodeOf<425> = 'VIEW_BEHIND') {
    super(code, { retryAfterSeconds });
  }
}
