export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** The HTTP class of a refusal: 403 what the role may never do, 404 unknown *or not yours*, 409 illegal now, 422 content. */
export type RefusalStatus = 403 | 404 | 409 | 422;

/**
 * A rule of the domain said no. Never retried: the same command meets the same rule.
 * `code` is stable and `SUBJECT_PROBLEM`; `details` carry codes and ids only, never content.
 */
export class DomainError extends Error {
  /** Correlation of the request that was refused first, where this answer repeats a recorded one. */
  occurrence: string | null = null;

  constructor(
    readonly code: string,
    readonly details: ErrorDetails = {},
    readonly status: RefusalStatus = 409,
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
