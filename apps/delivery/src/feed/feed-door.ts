import {
  askWith,
  BusClient,
  BusProblem,
  clientCredentials,
  type ClientCredentials,
  type TokenSource,
} from '#libs/client';
import { findProblemKind, ProblemError, type ProblemCode, Unavailable } from '#libs/platform';
import { ReadingRight } from './reading-right.js';
import { SharedReads } from './shared-reads.js';

/** Who speaks for an agency at the API, by a token of that agency. */
export interface OwnWord {
  /** The header as the agency sent it. */
  readonly authorization: string;
  readonly role: string;
}

const BOUND_MS = 10_000;
const RETRY_SECONDS = 2;
/** A read of the feed that fails is taken up again by whoever follows it: nothing waits here for minutes, nor long for a feed that is back. */
const PATIENCE = { boundMs: 20_000, longestMs: 2_000 };

/** What came of a channel of a call, as it is shown with the escalation. */
export interface CallReport {
  readonly id: string;
  /** A later one takes the place of an earlier one, whichever comes first. */
  readonly version: number;
  readonly referral: string;
  readonly step: number | null;
  readonly cause: string;
  readonly agency: string;
  readonly role: string;
  readonly channel: string;
  readonly registered: boolean;
  readonly messages: number;
  readonly failures: number;
  readonly outcome: string | null;
  readonly triedAt: string | null;
  readonly takenAt: string | null;
  readonly nextAt: string | null;
  readonly endedBy: string | null;
}

interface OpenFeed {
  readonly reads: SharedReads;
  readonly right: ReadingRight;
}

/** The way from here to the feeds: as the bus's own client for agencies that allow it, and as an agency to allow it. */
export class FeedDoor {
  readonly #api: string;
  readonly #token: TokenSource;
  readonly #feeds = new Map<string, OpenFeed>();

  constructor(api: string, credentials: ClientCredentials) {
    this.#api = api.replace(/\/$/, '');
    this.#token = clientCredentials(credentials);
  }

  /** Reads the feed of an agency, as long as it allows that; for those of its webhooks that stand at one place, once. */
  feedOf(agency: string): SharedReads {
    return this.#open(agency).reads;
  }

  /** Whether what was read of that feed may still be sent. */
  mayRead(agency: string): Promise<boolean> {
    return this.#open(agency).right.holds();
  }

  #open(agency: string): OpenFeed {
    const known = this.#feeds.get(agency);
    if (known) return known;
    const client = new BusClient({ api: this.#api, token: this.#token, onBehalfOf: agency, patience: PATIENCE });
    const right = new ReadingRight((signal) => client.read('/v1/feed/delegate', { signal }));
    const reads = new SharedReads({ read: (path, options) => right.heard(client.read(path, options)) });
    const feed = { reads, right };
    this.#feeds.set(agency, feed);
    return feed;
  }

  /** Whether a cursor is one of the agency's feed. @throws Unavailable */
  async isPlace(agency: string, cursor: string | null, synthetic: boolean): Promise<boolean> {
    const query = { limit: 1, wait: 0, synthetic: synthetic ? 'true' : 'false', cursor: cursor ?? undefined } as const;
    try {
      await this.feedOf(agency).read('/v1/feed', { query });
      return true;
    } catch (error) {
      if (error instanceof BusProblem && error.code === 'CURSOR_INVALID') return false;
      throw new Unavailable('UNAVAILABLE', RETRY_SECONDS, error);
    }
  }

  /** Says as the agency that the bus may read its feed. @throws ProblemError as the feed refuses it, Unavailable */
  async allow(word: OwnWord): Promise<void> {
    await this.#say('PUT', word);
  }

  /** Says as the agency that it may not any more. @throws ProblemError, Unavailable */
  async withdraw(word: OwnWord): Promise<void> {
    await this.#say('DELETE', word);
  }

  /** Passes on that recipients have these referrals. @throws Unavailable */
  async retrieved(referrals: readonly string[]): Promise<void> {
    await this.#pass('retrieved', { referrals });
  }

  /** Passes on by what who was called, and what came of it. @throws Unavailable */
  async called(calls: readonly CallReport[]): Promise<void> {
    await this.#pass('calls', { calls });
  }

  async #pass(what: 'retrieved' | 'calls', body: object): Promise<void> {
    const answer = await askWith(this.#token, (authorization) =>
      fetch(`${this.#api}/v1/receipts/${what}`, {
        method: 'PUT',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(BOUND_MS),
      }),
    );
    await answer.body?.cancel();
    if (!answer.ok) throw new Unavailable('UNAVAILABLE', RETRY_SECONDS, new Error(`answered ${answer.status}`));
  }

  async #say(method: 'PUT' | 'DELETE', { authorization, role }: OwnWord): Promise<void> {
    const answer = await fetch(`${this.#api}/v1/feed/delegate`, {
      method,
      headers: { authorization, 'bus-role': role },
      signal: AbortSignal.timeout(BOUND_MS),
    }).catch((error: unknown) => {
      throw new Unavailable('UNAVAILABLE', RETRY_SECONDS, error);
    });
    if (answer.ok) return void (await answer.body?.cancel());
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    const known = code !== undefined && answer.status < 500 && findProblemKind(code) !== undefined;
    throw known ? new ProblemError(code as ProblemCode) : new Unavailable('UNAVAILABLE', RETRY_SECONDS);
  }
}
