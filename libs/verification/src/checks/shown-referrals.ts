import type { Topic } from '#libs/contracts';
import type { ConsumerLane } from '../consumers.js';
import type { Chronicle } from '../lanes/chronicle.js';
import { type Facet, formatFacet } from '../lanes/facet.js';
import type { Report } from '../report.js';
import type { FirstParked } from './shown-events.js';

/** A row of a read model that shows a referral as it is now. */
export interface ShownReferral extends Facet {
  readonly id: string;
  /** Of the last event that changed the row. */
  readonly position: number;
}

/** One lane of a read model with a row a referral: each as its events say, up to where the model is. */
export class ShownReferrals {
  readonly #shown = new Set<string>();

  constructor(
    private readonly consumer: { readonly name: string; readonly topics: readonly Topic[] },
    private readonly chronicle: Chronicle,
    private readonly standing: ConsumerLane,
    private readonly firstParked: FirstParked,
    private readonly report: Report,
  ) {}

  add(shown: ShownReferral): void {
    this.report.looked('K3');
    this.report.looked('K4');
    const { id, position } = shown;
    const at = `${this.consumer.name} ${id}`;
    this.#shown.add(id);
    const expected = this.#expected(id, this.standing.position);
    if (expected === null) return this.report.found('K4', 'G1a', at, 'a referral without an event');
    if (formatFacet(shown) !== expected)
      this.report.found('K3', 'other-state', at, `shown as ${formatFacet(shown)}, its events say ${expected}`);
    if (this.#expected(id, position) !== expected)
      this.report.found('K3', 'other-state', at, `said to be of position ${position}, where it was something else`);
  }

  /** After the last row. */
  end(): void {
    for (const id of this.chronicle.keys()) {
      if (this.#shown.has(id) || this.#expected(id, this.standing.position) === null) continue;
      this.report.found('K3', 'poll-skip', `${this.consumer.name} ${id}`, 'in the journal, and not shown');
    }
  }

  /** What the referral's events up to a position say; null where there is none that the consumer reads, or it is parked. */
  #expected(id: string, upTo: number): string | null {
    const parkedFrom = this.firstParked.get(id) ?? Infinity;
    for (const row of this.chronicle.historyOf(id)) {
      const position = this.chronicle.positionOf(row);
      if (position > upTo || position >= parkedFrom) continue;
      if (this.consumer.topics.includes(this.chronicle.topicOf(row))) return this.chronicle.facetOf(row);
    }
    return null;
  }
}
