/**
 * Trying again later may help: 425 not there yet, 429 too much at once, 503 a part is away.
 * A command answered so may or may not have been accepted: repeat it with the same idempotency key.
 */
export class TransientError extends Error {
  constructor(
    readonly code: string,
    readonly status: 425 | 429 | 503,
    readonly retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'TransientError';
  }
}
