import { setTimeout as delay } from 'node:timers/promises';
import { type RecordedEvent, UndecodableEventError } from '#libs/contracts';
import {
  acceptedOf,
  type Directory,
  directoryOf,
  membership,
  type Membership,
  MEMBERSHIP_STREAM,
  referralRulebook,
  type Rulebook,
  rules,
  type Rules,
  RULES_STREAM,
  type Standing,
  standingOf,
} from '#libs/domain';
import { TransientError, UnknownEventError } from '#libs/kernel';
import { type Logger, Unavailable } from '#libs/platform';
import { Members } from './members.js';
import type { MembershipSource } from './membership-source.js';

/** How long this process may have learned nothing of membership, in milliseconds. */
export interface MembershipBounds {
  /** From then on it says that it is not ready. */
  readonly uncertainMs: number;
  /** From then on it lets nobody in: a member that was suspended meanwhile must not go on for ever. */
  readonly denyMs: number;
}

/**
 * Long enough for a broker that is started anew or a database that fails over; police that read a case of a child at risk
 * are not kept out by less than a quarter of an hour in which a suspension might have been missed.
 */
export const MEMBERSHIP_BOUNDS: MembershipBounds = { uncertainMs: 30_000, denyMs: 15 * 60_000 };

/** Follows membership from its events, so that a change holds here without a restart. */
export class MembershipFollower extends Members {
  #state: Membership = membership.initialState();
  #rules: Rules = rules.initialState();
  #directory: Directory = directoryOf(this.#state);
  #rulebook: Rulebook = referralRulebook(this.#rules);
  /** By agency; also of those that were admitted anew, of whom the state says that no more. */
  readonly #leftAt = new Map<string, number>();
  #position = 0;
  #learnedAt = Number.NEGATIVE_INFINITY;
  /** An event that this build cannot fold, most likely of a newer one: what follows it is not known here. */
  #beyond = false;
  #fault = '';
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: MembershipSource,
    private readonly logger: Logger,
    private readonly bounds = MEMBERSHIP_BOUNDS,
  ) {
    super();
  }

  start(): void {
    this.#running = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await this.source.close();
  }

  get directory(): Directory {
    this.#assertKnown();
    return this.#directory;
  }

  get membership(): Membership {
    this.#assertKnown();
    return this.#state;
  }

  get rules(): Rules {
    this.#assertKnown();
    return this.#rules;
  }

  get rulebook(): Rulebook {
    this.#assertKnown();
    return this.#rulebook;
  }

  leftAt(agency: string): number | null {
    this.#assertKnown();
    return this.#leftAt.get(agency) ?? null;
  }

  standingOf(agency: string, client: string): Standing {
    return standingOf(this.membership, agency, client);
  }

  /** Position in lane 0 of the last event that holds here; 0 before the first. */
  get position(): number {
    return this.#position;
  }

  /** Milliseconds since it was known that nothing newer was said; infinite before. */
  get ageMs(): number {
    return performance.now() - this.#learnedAt;
  }

  /** @throws TransientError while who takes part is not known, or may not be any more */
  assertReady(): void {
    if (this.#beyond) throw new TransientError('MEMBERSHIP_OF_NEWER_VERSION', 503, 30);
    if (this.ageMs > this.bounds.uncertainMs) throw new TransientError('MEMBERSHIP_UNKNOWN', 503, 5);
    if (this.#position === 0) throw new TransientError('BUS_NOT_FOUNDED', 503, 5);
  }

  #assertKnown(): void {
    // while nothing was said of anybody, nobody is an agency that takes no part
    if (this.#position === 0 || this.ageMs > this.bounds.denyMs) throw new Unavailable('MEMBERSHIP_UNKNOWN', 5);
  }

  async #follow(): Promise<void> {
    while (!this.#stop.signal.aborted && !this.#beyond) {
      const whole = await this.#learn();
      if (whole) await delay(this.source.everyMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  /** @returns false where there is more to be had at once */
  async #learn(): Promise<boolean> {
    const at = performance.now();
    try {
      const { events, whole } = await this.source.read();
      this.#fold(events);
      if (whole) this.#learnedAt = at;
      this.#tell('', null);
      return whole || events.length === 0;
    } catch (error) {
      this.#beyond ||= error instanceof UndecodableEventError;
      this.#tell(this.#beyond ? 'MEMBERSHIP_OF_NEWER_VERSION' : 'MEMBERSHIP_UNKNOWN', error);
      return true;
    }
  }

  /** The source does not say again what it said once: what cannot be folded ends what is known here, whatever the reason. */
  #fold(events: readonly RecordedEvent[]): void {
    try {
      for (const event of events) {
        if (event.meta.position <= this.#position) continue;
        this.#take(event);
        this.#position = event.meta.position;
      }
      if (events.length > 0) this.#renew();
    } catch (error) {
      this.#beyond = true;
      throw error;
    }
  }

  #take(event: RecordedEvent): void {
    const accepted = acceptedOf(event.meta);
    switch (event.meta.stream) {
      case MEMBERSHIP_STREAM:
        this.#state = membership.evolve(this.#state, event, accepted);
        if (event.type === 'MemberLeft') this.#leftAt.set(event.data.agency, accepted.at);
        return;
      case RULES_STREAM:
        this.#rules = rules.evolve(this.#rules, event, accepted);
        return;
      default:
        throw new UnknownEventError(`${event.type} of ${event.meta.stream}`);
    }
  }

  #renew(): void {
    this.#directory = directoryOf(this.#state);
    this.#rulebook = referralRulebook(this.#rules);
  }

  /** Once a fault, and not with every look. */
  #tell(code: string, err: unknown): void {
    if (code === this.#fault) return;
    this.#fault = code;
    if (code === '') this.logger.info({ code: 'MEMBERSHIP_KNOWN', position: this.#position }, 'membership is known');
    else this.logger.error({ err, code }, 'cannot learn who takes part');
  }
}
