/**
 * What the bus knows of who holds a token. Asked with every request, before its body is read, since a token outlives what it
 * was given for.
 */
export interface Standings {
  /** @throws ProblemError 403 for an agency or client that takes no part (any more), 503 while that is not known */
  assertGood(agency: string, client: string): void;
  /** @throws ProblemError 403 ROLE_NOT_OF_AGENCY, 503 */
  assertRole(agency: string, role: string): void;
}

/** Injection token. Without a provider of it every token of the issuer is let in. */
export const STANDINGS = Symbol('standings');
