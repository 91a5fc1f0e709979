import { leafOf, NO_LEAF, ordinalOf, type Topic } from '#libs/contracts';
import { vectorAt } from '#libs/kernel';
import type { ConsumerLane, ParkedEvent } from '../consumers.js';
import type { Chronicle } from '../lanes/chronicle.js';
import type { Report } from '../report.js';

/** One consumer in one lane: everything accepted is applied, parked or in flight, and its checkpoint follows from the log. */
export class ConsumerAccount {
  #parked = 0;
  readonly #at: string;

  constructor(
    private readonly consumer: { readonly name: string; readonly topics: readonly Topic[] },
    private readonly chronicle: Chronicle,
    private readonly standing: ConsumerLane,
    private readonly report: Report,
  ) {
    this.#at = `${consumer.name} lane ${standing.lane}`;
  }

  park({ position, key, fingerprint, bytes }: ParkedEvent): void {
    this.#parked += 1;
    const at = `${this.#at} position ${position}`;
    const row = this.chronicle.rowAt(position);
    if (row < 0) this.report.found('K4', 'G1a', at, 'parked, and no event stands there');
    else if (!this.chronicle.leafOf(row).equals(leafOf(fingerprint, bytes)) || this.chronicle.keyOf(row) !== key)
      this.report.found('K11', 'inconsistent-offsets', at, 'parked with other bytes than the journal has');
    if (position > this.standing.position)
      this.report.found('K11', 'unaccounted', at, `parked, and the lane stands at ${this.standing.position}`);
  }

  /** @param applied events that have their effect in this lane, counted in the consumer's own tables */
  end(applied: number): void {
    this.report.looked('K11');
    const { position, letters, stopped } = this.standing;
    const found = (kind: 'unaccounted' | 'stopped' | 'broken-chain', what: string): void =>
      this.report.found('K11', kind, this.#at, what);
    const [accepted, inFlight] = this.#counts();
    if (accepted !== applied + this.#parked + inFlight)
      found('unaccounted', `${accepted} accepted, ${applied} applied, ${this.#parked} parked, ${inFlight} in flight`);
    if (letters !== this.#parked)
      found('unaccounted', `its checkpoint counts ${letters} parked, there are ${this.#parked}`);
    if (stopped !== null) found('stopped', stopped);
    this.#compareCheckpoint(position, found);
  }

  #counts(): [accepted: number, inFlight: number] {
    let [accepted, inFlight] = [0, 0];
    for (let row = 0; row < this.chronicle.size; row++) {
      if (!this.consumer.topics.includes(this.chronicle.topicOf(row))) continue;
      accepted += 1;
      if (this.chronicle.positionOf(row) > this.standing.position) inFlight += 1;
    }
    return [accepted, inFlight];
  }

  #compareCheckpoint(position: number, found: (kind: 'broken-chain', what: string) => void): void {
    const { leaf, vector } = this.standing;
    if (position === 0) {
      if (!leaf.equals(NO_LEAF)) found('broken-chain', 'a leaf before the first event');
      return;
    }
    const row = this.chronicle.rowAt(position);
    if (row < 0 || !this.consumer.topics.includes(this.chronicle.topicOf(row)))
      return found('broken-chain', `it stands at ${position}, where it has no event`);
    if (!this.chronicle.leafOf(row).equals(leaf)) found('broken-chain', `its leaf is not that of position ${position}`);
    const expected = this.chronicle.vectorAt(position, this.consumer.topics);
    const other = this.consumer.topics.some(
      (topic) => vectorAt(vector, ordinalOf(topic)) !== vectorAt(expected, ordinalOf(topic)),
    );
    if (other) found('broken-chain', `its vector is not that of position ${position}`);
  }
}
