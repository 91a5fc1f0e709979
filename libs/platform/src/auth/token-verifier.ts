import { createHash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { isSecureUrl } from '../config.js';
import { Lru } from '../lru.js';
import { ProblemError, Unavailable } from '../problems/problem-error.js';
import { IssuerKeys, IssuerUnreachable } from './issuer-keys.js';
import { findClaims, type TokenClaims } from './token-claims.js';

/** Signature algorithms that are believed. Symmetric ones and `none` can never be. */
export const TOKEN_ALGORITHMS = ['ES256', 'EdDSA', 'RS256', 'PS256'];

export const MAX_TOKEN_BYTES = 8 * 1024;
const CLOCK_TOLERANCE_SECONDS = 30;
const CACHE_SIZE = 5_000;
const CACHE_MS = 5 * 60_000;
const RETRY_AFTER_SECONDS = 5;

/** Whose tokens are believed, and for whom they must be made. */
export interface TokenRules {
  readonly issuer: string;
  /** Address of the issuer's key set: https, or http on loopback. */
  readonly jwksUrl: string;
  readonly audience: string;
}

/**
 * Checks bearer tokens. A checked token is remembered (by its digest) for five minutes or until it expires, so a
 * client that sends the same token again costs a hash and not a signature check.
 */
export class TokenVerifier {
  readonly #rules: TokenRules;
  readonly #now: () => number;
  readonly #keys: IssuerKeys;
  readonly #verified = new Lru<string, { readonly claims: TokenClaims; readonly until: number }>(CACHE_SIZE);

  constructor(rules: TokenRules, now: () => number = Date.now) {
    if (!isSecureUrl(rules.jwksUrl)) throw new Error('the key set must be fetched by https (http only on loopback)');
    this.#rules = rules;
    this.#now = now;
    this.#keys = new IssuerKeys(new URL(rules.jwksUrl), now);
  }

  /** @throws ProblemError TOKEN_INVALID or TOKEN_EXPIRED; Unavailable ISSUER_UNAVAILABLE if nothing can be said of the token */
  async verify(token: string): Promise<TokenClaims> {
    if (token.length > MAX_TOKEN_BYTES) throw refusal('TOKEN_INVALID');
    const digest = createHash('sha256').update(token).digest('base64url');
    const known = this.#verified.get(digest);
    if (known && this.#now() < known.until) return known.claims;
    const claims = await this.#check(token);
    const until = Math.min((claims.exp + CLOCK_TOLERANCE_SECONDS) * 1000, this.#now() + CACHE_MS);
    this.#verified.set(digest, { claims, until });
    return claims;
  }

  async #check(token: string): Promise<TokenClaims> {
    const { issuer, audience } = this.#rules;
    const checks = {
      issuer,
      audience,
      algorithms: TOKEN_ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp'],
      currentDate: new Date(this.#now()),
    };
    const { payload } = await jwtVerify(token, this.#keys.find, checks).catch((error: unknown) => {
      throw answerFor(error);
    });
    const claims = findClaims(payload);
    if (!claims) throw refusal('TOKEN_INVALID');
    return claims;
  }
}

function answerFor(error: unknown): unknown {
  if (error instanceof IssuerUnreachable) return new Unavailable('ISSUER_UNAVAILABLE', RETRY_AFTER_SECONDS, error);
  if (error instanceof errors.JWTExpired) return refusal('TOKEN_EXPIRED');
  if (error instanceof errors.JOSEError) return refusal('TOKEN_INVALID');
  return error;
}

/** 401 as RFC 6750 has it: without a token no error is named. */
export function refusal(code: 'TOKEN_MISSING' | 'TOKEN_INVALID' | 'TOKEN_EXPIRED'): ProblemError {
  const error = code === 'TOKEN_MISSING' ? '' : ', error="invalid_token"';
  return new ProblemError(code, { headers: { 'WWW-Authenticate': `Bearer realm="referral-bus"${error}` } });
}
