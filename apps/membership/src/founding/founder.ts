import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { canonicalRequest } from '#libs/accepting';
import { busActors, type DirectoryFile, type FirstEdition, nameOf, neverPublished } from '#libs/domain';
import { TransientError } from '#libs/kernel';
import { MembershipFollower } from '#libs/membership';
import type { Logger } from '#libs/platform';
import { Journals } from '../words/journals.js';
import type { MembershipOrigin, MembershipSaid, RulesSaid } from '../words/membership-command.js';

const AGAIN_MS = 250;

/** One key for the one founding: several processes that start together found the bus once. */
const KEY = 'founding-of-the-bus';

/** What a bus begins with. */
export interface Beginning {
  /** Who takes part, where nothing was ever said of that. */
  readonly directory: DirectoryFile | undefined;
  /** Versions 1 of rules, lists and statuses, each where nothing was ever published of it. */
  readonly editions: readonly FirstEdition[];
}

/** Brings what the bus begins with in as events, once. */
export class Founder {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly journals: Journals,
    private readonly follower: MembershipFollower,
    private readonly logger: Logger,
  ) {}

  start(beginning: Beginning): void {
    this.#running = this.#begin(beginning).catch((err: unknown) => {
      this.logger.error({ err, code: 'FOUNDING_FAILED' }, 'the bus could not be founded');
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #begin({ directory, editions }: Beginning): Promise<void> {
    await this.#until(() => Number.isFinite(this.follower.ageMs));
    if (directory && this.follower.position === 0)
      await this.#say({ type: 'FoundBus', data: directory }, KEY, () => this.follower.position > 0);
    const missing = (): FirstEdition[] => editions.filter((each) => !this.#isPublished(each));
    const found = missing();
    if (found.length > 0) {
      const key = `first-editions-${createHash('sha256').update(JSON.stringify(found)).digest('hex').slice(0, 32)}`;
      await this.#say({ type: 'PublishFirst', data: { editions: found } }, key, () => missing().length === 0);
    }
    this.#tellOfChanged(editions);
  }

  /** A file that was changed since holds for nobody: that is said, so that no release is believed to have changed a rule. */
  #tellOfChanged(editions: readonly FirstEdition[]): void {
    const documents = neverPublished(this.follower.rules, editions).map(({ kind, subject }) => nameOf(kind, subject));
    if (documents.length > 0 && !this.#stop.signal.aborted)
      this.logger.warn(
        { code: 'REFERENCE_NOT_PUBLISHED', documents },
        'this release brings other texts than were published: they hold once they are proposed and approved',
      );
  }

  #isPublished({ kind, subject }: FirstEdition): boolean {
    return Object.hasOwn(this.follower.rules.editions, nameOf(kind, subject));
  }

  /** Until the journal is confirmed nothing is accepted: that is waited for, and so is that what was said is followed. */
  async #say(said: MembershipSaid | RulesSaid, key: string, isDone: () => boolean): Promise<void> {
    const idempotency = { key, request: canonicalRequest(said.type, null, said.data) };
    const origin = { actor: busActors.policy, idempotency, correlation: randomUUID() };
    let accepted = false;
    await this.#until(async () => {
      if (!accepted && !isDone()) accepted = await this.#try(said, origin);
      return isDone();
    });
    if (accepted) this.logger.info({ code: 'BUS_FOUNDED', command: said.type }, 'the bus was founded');
  }

  async #try(said: MembershipSaid | RulesSaid, origin: MembershipOrigin): Promise<boolean> {
    try {
      await this.journals.handle(said, origin);
      return true;
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      return false;
    }
  }

  async #until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!this.#stop.signal.aborted && !(await isSo()))
      await delay(AGAIN_MS, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }
}
