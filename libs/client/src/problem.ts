import type { ProblemCode } from './api-types.js';

/** The part of a problem that programs go by (RFC 9457). */
interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly errors?: readonly { readonly path: string; readonly rule: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly instance?: string;
}

/** The bus said no, or not now. `code` says what, and never changes its meaning. */
export class BusProblem extends Error {
  readonly code: ProblemCode;
  /** Where the content does not fit, and by which rule; of 400 and 422. */
  readonly errors: NonNullable<ProblemBody['errors']>;
  /** Codes and ids that belong to the refusal. */
  readonly details: NonNullable<ProblemBody['details']>;
  /** What to name when asking an operator about it. */
  readonly instance: string | undefined;

  constructor(
    readonly status: number,
    body: ProblemBody,
    /** How long to wait before the same is asked again, in milliseconds; null where the answer does not say. */
    readonly retryAfterMs: number | null,
  ) {
    const { code = `HTTP_${status}`, title = code, errors = [], details = {}, instance } = body;
    super(`${code}: ${title}`);
    this.name = 'BusProblem';
    this.code = code;
    this.errors = errors;
    this.details = details;
    this.instance = instance;
  }

  /** The same request may succeed later, and may be repeated. */
  get isTransient(): boolean {
    return this.status >= 500 || [408, 425, 429].includes(this.status);
  }
}

export async function problemOf(answer: Response): Promise<BusProblem> {
  const body: unknown = await answer.json().catch(() => null);
  const known = typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return new BusProblem(answer.status, known, Number.isFinite(seconds) ? seconds * 1_000 : null);
}
