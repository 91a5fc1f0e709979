import type { RecordedEvent } from '#libs/contracts';
import { opensOnwardLeg } from '#libs/domain';
import { parseReferralId } from '#libs/kernel';
import { type JournalRow, placeOf } from '../journal-row.js';
import type { Report } from '../report.js';

/** What the bus says by itself takes about a second. After this, nobody is going to say it. */
const SAID_WITHIN_MS = 60_000;

interface Named {
  readonly place: string;
  readonly parent: string;
  readonly acceptedAt: number;
}

/**
 * Over all lanes: a case that went on is there, once, under the id that its event names, or it came back; and no leg continues
 * another that did not go on as it. About 400 bytes a leg that went on, of which there are few.
 */
export class OnwardLegs {
  readonly #named = new Map<string, Named>();
  readonly #submitted = new Map<string, { readonly place: string; readonly parent: string }>();
  readonly #returned = new Set<string>();

  constructor(
    private readonly report: Report,
    /** The time of the bus when the journal was taken, ms. */
    private readonly now: number,
  ) {}

  add(row: JournalRow, event: RecordedEvent): void {
    if (opensOnwardLeg(event)) {
      this.report.looked('onward');
      const { leg } = event.data;
      if (this.#named.has(leg))
        this.report.found('onward', 'duplicate', placeOf(row), `names ${leg}, which is named before`);
      const { acceptedAt } = event.meta;
      this.#named.set(leg, { place: placeOf(row), parent: row.key, acceptedAt });
    } else if (event.type === 'ForwardReturned') this.#returned.add(event.data.leg);
    else if (event.type === 'ReferralSubmitted' && event.data.parent !== null)
      this.#submitted.set(row.key, { place: placeOf(row), parent: event.data.parent });
  }

  /** @param lanes that were read: what lies in others is not known */
  end(lanes: ReadonlySet<number>): void {
    const isRead = (leg: string): boolean => lanes.has(parseReferralId(leg)?.lane ?? -1);
    for (const [leg, { place, acceptedAt }] of this.#named) {
      const there = this.#submitted.has(leg) || this.#returned.has(leg) || !isRead(leg);
      if (!there && acceptedAt < this.now - SAID_WITHIN_MS)
        this.report.found('onward', 'unseen', place, `the case went on as ${leg}, which is not there`);
    }
    for (const [leg, { place, parent }] of this.#submitted)
      if (isRead(parent) && this.#named.get(leg)?.parent !== parent)
        this.report.found('onward', 'G1a', place, `${leg} says that it continues ${parent}, which did not go on as it`);
  }
}
