import pLimit from 'p-limit';
import type { Counter } from 'prom-client';
import { boundsFor } from '../http/body-limit.js';
import { defaultWaits, type DoorBounds } from '../http/door-bounds.js';
import type { HttpReply, HttpRequest } from '../http/http-types.js';
import type { Metrics } from '../metrics.js';
import { ProblemError } from '../problems/problem-error.js';
import { AgencyShares } from './agency-shares.js';
import { bearerToken } from './bearer-token.js';
import type { Caller } from './caller.js';
import { Places } from './places.js';
import type { Standings } from './standings.js';
import type { TokenClaims } from './token-claims.js';
import type { TokenVerifier } from './token-verifier.js';
import { rememberVisit, Visit } from './visit.js';

/** A request counts once in its agency's share, and once more for each of these that its body is longer. */
const UNIT_BYTES = 16 * 1024;
/** Of the requests that waited for a position, how many are worked on at the same time: a few for each connection to a database. */
const GO_ON_AT_ONCE = 24;

export interface DoorRules {
  readonly bounds: Pick<DoorBounds, 'requests' | 'waits'>;
  /** Without it whoever holds a token is let in. */
  readonly standings?: Standings | undefined;
}

/**
 * Lets a request in, once: its token is checked and its agency's share taken before a byte of its body is read, so that
 * a stranger cannot make this process read and whoever sends junk uses up a share of its own.
 */
export class Doorkeeper {
  readonly #admitted = new WeakMap<HttpRequest, TokenClaims>();
  readonly #tokens: TokenVerifier;
  readonly #shares: AgencyShares;
  readonly #waits: Places;
  readonly #turns = pLimit(GO_ON_AT_ONCE);
  readonly #standings: Standings | undefined;
  readonly #heaviest: number;
  readonly #turnedAway: Counter<'code'>;

  constructor(
    tokens: TokenVerifier,
    { bounds: { requests, waits = defaultWaits }, standings }: DoorRules,
    metrics: Metrics,
  ) {
    this.#tokens = tokens;
    this.#standings = standings;
    this.#shares = new AgencyShares(requests);
    this.#waits = new Places(waits);
    this.#heaviest = Math.min(requests.burst, requests.open);
    this.#turnedAway = metrics.counter({
      name: 'bus_http_turned_away_total',
      help: 'Requests that were not let in, by code: no valid token, no member in good standing, or more than the share of an agency.',
      labels: ['code'],
    });
    metrics.gauge({
      name: 'bus_http_waiting',
      help: 'Requests that wait for a view to be as far as they ask for.',
      collect: (gauge) => gauge.set(this.#waits.size),
    });
  }

  /** @throws ProblemError 401, 403; TooManyRequests; Unavailable while the issuer's keys cannot be had, or who takes part is not known */
  async admit(request: HttpRequest, reply: HttpReply): Promise<TokenClaims> {
    const known = this.#admitted.get(request);
    if (known) return known;
    try {
      const claims = await this.#tokens.verify(bearerToken(request));
      this.#standings?.assertGood(claims.agency, claims.sub);
      const weight = Math.min(weightOf(request), this.#heaviest);
      const visit = new Visit(claims.agency, this.#shares.take(claims.agency, weight), this.#waits, this.#turns);
      visit.holdUntilAnswered(reply.raw, request.raw.socket);
      this.#admitted.set(request, claims);
      rememberVisit(request, visit);
      return claims;
    } catch (error) {
      if (error instanceof ProblemError) this.#turnedAway.inc({ code: error.code });
      throw error;
    }
  }

  /**
   * Whether who holds a token still takes part, in the role that it acts in; for requests that stay. A moment in which nothing is
   * known changes nothing.
   */
  isGood({ agency, sub }: TokenClaims, role: string): boolean {
    try {
      this.#standings?.assertGood(agency, sub);
      this.#standings?.assertRole(agency, role);
      return true;
    } catch (error) {
      return error instanceof ProblemError && error.status >= 500;
    }
  }

  /** @throws ProblemError 403 for a role that the token grants and the agency does not hold */
  assertRole({ agency, role }: Caller): void {
    this.#standings?.assertRole(agency, role);
  }
}

export function carriesBody({ headers }: HttpRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

// Of a body whose length is not said, the longest that its route takes.
function weightOf(request: HttpRequest): number {
  if (!carriesBody(request)) return 1;
  const longest = boundsFor(request).bytes;
  const said = Number(request.headers['content-length'] ?? longest);
  return Math.max(1, Math.ceil(Math.min(said, longest) / UNIT_BYTES));
}
