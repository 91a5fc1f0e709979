import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '#libs/kernel';
import type { Standing } from '../bus/agencies.js';
import { type Said, UNSTORABLE } from '../bus/commands.js';
import { digestKeys } from '../bus/outside.js';
import type { World } from '../world/world.js';
import type { JournalLaw } from './journal-law.js';

/**
 * What must hold of answers: one that leaves is on disk already, and the same words under the same key are answered the same
 * for ever.
 */
export class AnswerLaw {
  readonly #world: World;
  readonly #journal: JournalLaw;
  readonly #standing = new Map<string, unknown>();
  /** Digests (hex) of keys, by agency and key: making one costs more than everything else here. */
  readonly #digests = new Map<string, string>();

  constructor(world: World, journal: JournalLaw) {
    this.#world = world;
    this.#journal = journal;
  }

  answered({ said, agency, answer }: Standing): void {
    const { key, request } = said;
    const events = this.#journal.eventsOf(this.#digestOf(agency, key));
    const ids = events.map(({ meta }) => meta.eventId);
    if (answer instanceof DomainError) this.#refused(said, answer, ids.length);
    else if (answer.kind === 'recorded') {
      const told = answer.events.map(({ meta }) => meta.eventId);
      if (told.join() !== ids.join())
        this.#world.broken('ANSWER_NOT_ON_DISK', `${request}: ${answer.position.position}`);
      this.#stands(key, request, { events: told, position: answer.position });
    } else this.#stands(key, request, { state: answer.state, position: answer.position });
  }

  #digestOf(agency: string, key: string): string {
    const id = `${agency} ${key}`;
    const digest = this.#digests.get(id) ?? digestKeys.digest(agency, key, '').key.toString('hex');
    this.#digests.set(id, digest);
    return digest;
  }

  /** Only a 409 is kept under its key; a command that was refused otherwise may be said again. */
  #refused({ key, request, reference }: Said, { code, status, occurrence }: DomainError, events: number): void {
    if (code === 'CONTENT_NOT_STORABLE' && reference !== UNSTORABLE)
      this.#world.broken('SOUND_COMMAND_REFUSED', `${request}: ${code}`);
    if (status !== 409) return;
    if (events !== 1) this.#world.broken('REFUSAL_NOT_ON_DISK', `${request}: ${code}`);
    this.#stands(key, request, { code, occurrence });
  }

  #stands(key: string, request: string, answer: unknown): void {
    const id = `${key} ${request}`;
    const before = this.#standing.get(id);
    if (before === undefined) this.#standing.set(id, answer);
    else if (!isDeepStrictEqual(before, answer))
      this.#world.broken('ANSWER_CHANGED', `${request}: ${JSON.stringify(before)}, then ${JSON.stringify(answer)}`);
  }
}
