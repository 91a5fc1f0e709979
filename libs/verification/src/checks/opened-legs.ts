import type { RecordedEvent } from '#libs/contracts';
import type { JournalRow } from '../journal-row.js';

/** To whom a leg was opened: by which position, by agency. */
export interface OpenedLeg {
  /** Null before its submission. */
  readonly parties: { readonly sender: string; readonly recipient: string } | null;
  readonly since: ReadonlyMap<string, number>;
  /** Of each event that is meant for agencies by name: for whom, by its position. */
  readonly meantFor: ReadonlyMap<number, readonly string[]>;
}

interface Opened {
  parties: OpenedLeg['parties'];
  readonly since: Map<string, number>;
  readonly meantFor: Map<number, readonly string[]>;
}

/** To whom the legs of some lanes were opened, as their events say (vocabulary 2.3, 2.4 I1), and not as any app does. */
export class OpenedLegs {
  readonly #legs = new Map<string, Opened>();

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
      // who is called upon learns of the leg, to answer; a national contact, to take up what is stuck
      case 'EscalationRaised':
      case 'OnwardRefused':
      case 'OnwardRefusalAnswered':
        for (const agency of event.data.audience) this.#open(key, position, agency);
        this.#legs.get(key)?.meantFor.set(position, namedIn(event));
        return;
      // and whose country is to consult
      case 'JurisdictionConsultationOpened':
      case 'JurisdictionConsultationConcluded': {
        const audience = event.data.audience ?? [];
        for (const agency of audience) this.#open(key, position, agency);
        this.#legs.get(key)?.meantFor.set(position, audience);
        return;
      }
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
    const opened = this.#legs.get(leg) ?? { parties: null, since: new Map(), meantFor: new Map() };
    this.#legs.set(leg, opened);
    if (!opened.since.has(agency)) opened.since.set(agency, position);
  }
}

/** Whom the event is meant for by name: each of them has to be told. */
function namedIn(
  event: Extract<RecordedEvent, { type: 'EscalationRaised' | 'OnwardRefused' | 'OnwardRefusalAnswered' }>,
): readonly string[] {
  if (event.type === 'EscalationRaised') return event.data.audience;
  if (event.type === 'OnwardRefusalAnswered') return event.data.contacts.map(({ agency }) => agency);
  const { holder, contacts } = event.data;
  return [...new Set([holder, ...contacts].map(({ agency }) => agency))];
}
