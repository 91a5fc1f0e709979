import { ProblemError } from '../problems/problem-error.js';
import type { TokenClaims } from './token-claims.js';

/** Who asks, and in which capacity. */
export interface Caller {
  readonly agency: string;
  /** Every role that the token grants. */
  readonly roles: readonly string[];
  /** The one role the caller acts in for this request. */
  readonly role: string;
  readonly country: string;
  /** The client that the token was given to (`sub`). */
  readonly client: string;
  /** Opaque reference of the person who acts; the agency answers for it where the token does not name one. */
  readonly person: string | null;
  /** The token itself belongs to a person: what "two people" counts. */
  readonly isPerson: boolean;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const PERSON = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/**
 * The caller of one request: the token's claims with `Bus-Role` and `Bus-Person`.
 * @throws ProblemError ROLE_NOT_HELD, PERSON_NOT_YOURS, HEADER_INVALID
 */
export function callerFrom(claims: TokenClaims, headers: Headers): Caller {
  const { agency, roles, country, sub: client } = claims;
  return {
    agency,
    roles,
    role: actingRole(roles, headers['bus-role']),
    country,
    client,
    person: actingPerson(claims.person, headers['bus-person']),
    isPerson: claims.person !== undefined,
  };
}

function actingRole(held: TokenClaims['roles'], named: string | string[] | undefined): string {
  if (named === undefined) return held[0];
  if (typeof named !== 'string' || !held.includes(named)) throw new ProblemError('ROLE_NOT_HELD');
  return named;
}

function actingPerson(claimed: string | undefined, named: string | string[] | undefined): string | null {
  if (named === undefined) return claimed ?? null;
  if (typeof named !== 'string' || !PERSON.test(named)) {
    throw new ProblemError('HEADER_INVALID', { errors: [{ path: 'Bus-Person', rule: 'INVALID_FORMAT' }] });
  }
  if (claimed !== undefined && claimed !== named) throw new ProblemError('PERSON_NOT_YOURS');
  return named;
}

const callers = new WeakMap<object, Caller>();

export function rememberCaller(request: object, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a request that passed the guard; undefined on public routes. */
export function findCaller(request: object): Caller | undefined {
  return callers.get(request);
}
