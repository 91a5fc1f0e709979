import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { z } from 'zod';
import { type Api, type ApiAnswer, type ApiRequest, jsonOf } from '../bus/api.js';
import { codeOf } from '../bus/staff.js';
import { TokenRefused } from '../bus/tokens.js';
import { isAccepted, type Ledger, type LedgerEntry, READ_REFERRAL, READ_TIMELINE } from '#libs/verification';
import { backOff, isTransient } from './back-off.js';
import type { Player } from './cast.js';
import type { Pulse } from './pulse.js';

const acceptedShape = z.looseObject({ id: z.string() });
const referralShape = z.looseObject({ status: z.string(), parked: z.boolean() });
const timelineShape = z.looseObject({
  items: z.array(z.looseObject({ type: z.string() })),
  next: z.string().nullable(),
  parked: z.boolean(),
});

/** What a command or an item of a batch is known by in the ledger. */
export interface Said {
  readonly player: Player;
  readonly command: string;
  readonly key: string | null;
  readonly target: string | null;
  readonly reference: string | null;
}

/** One look at a referral, or at what happened to it. */
export interface Look {
  readonly what: 'referral' | 'timeline';
  readonly player: Player;
  readonly target: string;
  /** Bus-Position that the answer must have reached. */
  readonly minimum: string | null;
  /** Its reads follow one another; null where nobody says so. */
  readonly session: string | null;
}

/** An entry whose status is final for this attempt. */
export type Told = LedgerEntry;

export const newKey = (): string => v7();

/** The backends' line to the bus: repeats what may succeed later with the same key, and writes every answer down first. */
export class BusLine {
  readonly #api: Api;
  readonly #ledger: Ledger;
  readonly #pulse: Pulse;
  readonly #signal: AbortSignal;

  constructor(parts: {
    readonly api: Api;
    readonly ledger: Ledger;
    readonly pulse: Pulse;
    readonly signal: AbortSignal;
  }) {
    this.#api = parts.api;
    this.#ledger = parts.ledger;
    this.#pulse = parts.pulse;
    this.#signal = parts.signal;
  }

  /** One command until its answer is final. @throws AbortError */
  async command(said: Said, request: ApiRequest): Promise<Told> {
    const { told } = await this.exchange(said.player, request, async (answer) => {
      const entry = entryOf(said, requestOf(request), answer);
      await this.#ledger.write([entry]);
      return { told: entry, done: true };
    });
    return told;
  }

  /** What a party of a referral is shown, once the view is as far as was asked. @throws AbortError */
  async look({ what, player, target, minimum, session }: Look): Promise<Told> {
    const command = what === 'referral' ? READ_REFERRAL : READ_TIMELINE;
    const said = { player, command, key: null, target, reference: null };
    const path = `/v1/referrals/${target}${what === 'referral' ? '' : '/timeline'}`;
    const headers: Record<string, string> = minimum === null ? {} : { 'Bus-Min-Position': minimum };
    const { told } = await this.exchange(player, { method: 'GET', path, headers }, async (answer) => {
      const state = answer && isAccepted(answer) ? shownIn(what, answer) : null;
      const entry = { ...entryOf(said, null, answer), minimum, session, state };
      await this.#ledger.write([entry]);
      return { told: entry, done: true };
    });
    return told;
  }

  /**
   * A request until `read` says of an answer that it is done with it. `read` also sees attempts without an answer (null), to
   * write them down; those are always repeated, and so are answers that may become others.
   */
  async exchange<T extends { readonly done: boolean }>(
    player: Player,
    request: ApiRequest,
    read: (answer: ApiAnswer | null) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      this.#signal.throwIfAborted();
      const answer = await this.#try(player, request);
      const result = await read(answer);
      if (answer && !isTransient(answer.status) && result.done) return result;
      this.#pulse.retried();
      await backOff(attempt, answer, this.#signal);
    }
  }

  write(entries: readonly LedgerEntry[]): Promise<void> {
    return this.#ledger.write(entries);
  }

  /** Null when no answer came. @throws TokenRefused, which no repetition mends */
  async #try(player: Player, request: ApiRequest): Promise<ApiAnswer | null> {
    try {
      const answer = await this.#api.send(player.client, request);
      if (answer.status < 500) this.#pulse.answered();
      return answer;
    } catch (error) {
      if (error instanceof TokenRefused) throw error;
      return null; // away: an outage is what the repetition is for
    }
  }
}

/** Null where the answer says that it may be behind, or shows a part. */
function shownIn(what: Look['what'], answer: ApiAnswer): string | null {
  if (what === 'referral') {
    const referral = referralShape.parse(jsonOf(answer));
    return referral.parked ? null : referral.status;
  }
  const { items, next, parked } = timelineShape.parse(jsonOf(answer));
  return parked || next !== null ? null : items.map(({ type }) => type).join();
}

/** @param request digest of what was asked; null for a read */
export function entryOf(said: Said, request: string | null, answer: ApiAnswer | null): LedgerEntry {
  if (answer === null) return entry(said, { ...NO_ANSWER, request });
  const { status, bytes, headers } = answer;
  const accepted = isAccepted(answer);
  return entry(said, {
    request,
    status,
    code: accepted ? null : codeOf(answer),
    id: accepted ? (acceptedShape.safeParse(jsonOf(answer)).data?.id ?? null) : null,
    digest: sha256(bytes),
    position: headers.get('bus-position'),
  });
}

type Heard = Pick<LedgerEntry, 'request' | 'status' | 'code' | 'id' | 'digest' | 'position'>;

/** No answer came. */
export const NO_ANSWER = { status: 0, code: null, id: null, digest: null, position: null } as const;

export const entry = ({ player, command, key, target, reference }: Said, heard: Heard): LedgerEntry => ({
  at: new Date().toISOString(),
  agency: player.agency,
  command,
  key,
  target,
  reference,
  session: null,
  minimum: null,
  state: null,
  ...heard,
});

/** What was asked, as one digest. */
export const requestOf = ({ method, path, body = '' }: ApiRequest): string => sha256(`${method} ${path}\n${body}`);

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
