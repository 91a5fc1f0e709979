import { parseReferralId } from '#libs/kernel';
import type { Sources } from '#libs/verification';
import type { ClientCredentials } from '../bus/data-folder.js';
import type { BusTime } from '../bus/time.js';
import { CliFault, EXIT } from '../terminal/fault.js';
import { Actor, type Referral } from './actor.js';
import type { Identity } from './caller.js';
import type { Minutes } from './minutes.js';
import { NotAsTold } from './not-as-told.js';
import { replayed } from './replay.js';
import type { StoryLine } from './story-line.js';

export interface StageParts {
  readonly clients: readonly ClientCredentials[];
  readonly line: StoryLine;
  readonly minutes: Minutes;
  readonly time: BusTime;
  /** Where the parts of the bus are, for whoever looks at its log. */
  readonly sources: () => Sources;
  /** Stands in all references of this play, so that its referrals are told from those of other plays. */
  readonly run: string;
  /** How many referrals a story of many has. */
  readonly referrals: number;
}

/** Where a story is played: who takes part, and under which references. */
export class Stage {
  readonly run: string;
  readonly referrals: number;
  readonly minutes: Minutes;
  readonly #parts: StageParts;

  constructor(parts: StageParts) {
    [this.#parts, this.run, this.referrals, this.minutes] = [parts, parts.run, parts.referrals, parts.minutes];
  }

  /** The backend of an agency, in its first role unless another is named. @throws CliFault where the bus has no such agency */
  agency(code: string, as: Partial<Identity> = {}): Actor {
    const { clients } = this.#parts;
    const client = clients.find(({ agency, roles }) => agency === code && (!as.role || roles.includes(as.role)));
    if (!client) {
      throw new CliFault(EXIT.usage, `the story needs ${as.role ?? ''} ${code}`, 'play it on the demo directory');
    }
    return new Actor(this.#parts, client, { role: null, person: null, purpose: null, ...as });
  }

  /** Somebody of an agency. */
  person(code: string, person: string, role?: string): Actor {
    return this.agency(code, role === undefined ? { person } : { person, role });
  }

  /** One of the two operators: what takes two people takes both. */
  operator(nth: 1 | 2): Actor {
    const client = this.#parts.clients.filter(({ roles }) => roles.includes('SCHEME_ADMIN'))[nth - 1];
    if (!client) throw new CliFault(EXIT.usage, 'the story needs two operators', 'play it on the demo directory');
    return new Actor(this.#parts, client, { role: 'SCHEME_ADMIN', person: null, purpose: null });
  }

  /** What time it is for the bus, in ms since 1970. */
  async now(): Promise<number> {
    return (await this.#parts.time.read()).now;
  }

  /** Time passes, of which nobody notices more than the bus says: it is put ahead. @throws CliFault where it may not be */
  async waits(what: string, byMs: number): Promise<void> {
    const { now } = await this.#parts.time.advance(byMs);
    this.minutes.note(`${what}: it is ${new Date(now).toISOString().slice(0, 16)}Z`);
  }

  /** ⇒ Whoever replays the lanes of these referrals gets the events that are there. @throws NotAsTold */
  async replays(who: string, what: string, referrals: readonly Referral[]): Promise<void> {
    const lanes = new Set(referrals.map(({ id }) => parseReferralId(id)?.lane ?? -1));
    const events = await replayed(this.#parts.sources(), [...lanes]);
    if (events === 0) throw new NotAsTold(`${who} ${what}: nothing was there to be decided again`);
    this.minutes.look(who, what, `${events} events`);
  }

  /** Today in UTC, as dates are written. */
  today(): string {
    return new Date().toISOString().slice(0, 10);
  }

  /** A reference that no other play has. */
  reference(name: string): string {
    return `${this.run}-${name}`;
  }
}
