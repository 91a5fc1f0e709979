import type { AgencyDoor } from '../bus/staff.js';
import { type Escalation, type EscalationPage, pageShape } from './shapes.js';

const LIMIT = 200;

interface Held {
  readonly tag: string;
  readonly page: EscalationPage;
}

/** The escalations of some agencies; asked again, only what changed is sent. */
export class OpenList {
  readonly #held = new Map<AgencyDoor, Map<string, Held>>();

  /** @param queries filters of the list, such as `&state=OPEN`: what one of them finds is shown */
  constructor(
    private readonly doors: readonly AgencyDoor[],
    private readonly queries: readonly string[],
  ) {}

  /** Each referral once: as its recipient sees it, where that is one of the agencies. @throws CliFault */
  async now(): Promise<Escalation[]> {
    const seen = new Map<string, Escalation>();
    for (const door of this.doors)
      for (const escalation of await this.#of(door))
        if (!seen.has(escalation.id) || escalation.to.agency === door.agency) seen.set(escalation.id, escalation);
    return [...seen.values()];
  }

  async #of(door: AgencyDoor): Promise<Escalation[]> {
    const before = this.#held.get(door) ?? new Map<string, Held>();
    const held = new Map<string, Held>();
    for (const query of this.queries) await this.#read(door, query, before, held);
    this.#held.set(door, held);
    return [...held.values()].flatMap(({ page }) => page.items);
  }

  async #read(
    door: AgencyDoor,
    query: string,
    before: ReadonlyMap<string, Held>,
    held: Map<string, Held>,
  ): Promise<void> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/v1/escalations?limit=${LIMIT}${query}${cursor && `&cursor=${cursor}`}`;
      const known = before.get(path);
      const answer = (await door.changed(path, pageShape, known?.tag ?? null)) ?? known;
      if (!answer) throw new TypeError('nothing changed of what was not known');
      const now = 'body' in answer ? { tag: answer.tag, page: answer.body } : answer;
      held.set(path, now);
      cursor = now.page.next;
    }
  }
}
