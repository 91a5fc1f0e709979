import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { canonicalRequest } from '#libs/accepting';
import { busActors, type DirectoryFile, type Membership } from '#libs/domain';
import { Journal } from '#libs/journal';
import { TransientError } from '#libs/kernel';
import { MembershipFollower } from '#libs/membership';
import type { Logger } from '#libs/platform';
import { membershipCommand } from '../words/membership-command.js';

const AGAIN_MS = 250;

/** One key for the one founding: several processes that start together found the bus once. */
const KEY = 'founding-of-the-bus';

/** Brings the founding directory in as events, where nothing was ever said of membership. */
export class Founder {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly journal: Journal<Membership>,
    private readonly follower: MembershipFollower,
    private readonly logger: Logger,
  ) {}

  start(file: DirectoryFile): void {
    this.#running = this.#found(file).catch((err: unknown) => {
      this.logger.error({ err, code: 'FOUNDING_FAILED' }, 'the bus could not be founded');
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #found(file: DirectoryFile): Promise<void> {
    while (!this.#stop.signal.aborted && !this.#isFounded()) {
      if (Number.isFinite(this.follower.ageMs)) await this.#try(file);
      await delay(AGAIN_MS, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  #isFounded(): boolean {
    return this.follower.position > 0;
  }

  /** Until the journal is confirmed nothing is accepted: that is waited for. */
  async #try(file: DirectoryFile): Promise<void> {
    const idempotency = { key: KEY, request: canonicalRequest('FoundBus', null, file) };
    const origin = { actor: busActors.policy, idempotency, correlation: randomUUID() };
    try {
      await this.journal.handle(membershipCommand({ type: 'FoundBus', data: file }, origin));
      this.logger.info({ code: 'BUS_FOUNDED', agencies: file.agencies.length }, 'the bus was founded');
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
    }
  }
}
