import type { RecordedEvent } from '#libs/contracts';
import type { JournalRow } from '../journal-row.js';

/** To whom a leg was opened: by which position, by agency. */
export interface OpenedLeg {
  /** Null before its submission. */
  readonly parties: { readonly sender: string; readonly recipient: string } | null;
  readonly since: ReadonlyMap<string, number>;
}

/** To whom the legs of some lanes were opened, as their events say (vocabulary 2.3, 2.4 I1), and not as any app does. */
export class OpenedLegs {
  readonly #legs = new Map<string, { parties: OpenedLeg['parties']; readonly since: Map<string, number> }>();

  add({ key, position }: Pick<JournalRow, 'key' | 'position'>, event: RecordedEvent): void {
    switch (event.type) {
      case 'ReleaseRequested':
        return this.#open(key, position, event.data.from.agency);
      case 'ReferralSubmitted': {
        const { from, to, chain } = event.data;
        for (const agency of [from.agency, to.agency, chain?.[0]?.agency])
          if (agency !== undefined) this.#open(key, position, agency);
        return this.#submit(key, from.agency, to.agency);
      }
      case 'AccessGranted':
        return this.#open(key, position, event.data.requester);
      // who is called upon learns of the leg, to answer
      case 'EscalationRaised':
        for (const agency of event.data.audience) this.#open(key, position, agency);
        return;
      default:
    }
  }

  find(leg: string): OpenedLeg | undefined {
    return this.#legs.get(leg);
  }

  #submit(leg: string, sender: string, recipient: string): void {
    const opened = this.#legs.get(leg);
    if (opened) opened.parties = { sender, recipient };
  }

  #open(leg: string, position: number, agency: string): void {
    const opened = this.#legs.get(leg) ?? { parties: null, since: new Map<string, number>() };
    this.#legs.set(leg, opened);
    if (!opened.since.has(agency)) opened.since.set(agency, position);
  }
}
