import { ordinalOf, type Topic } from '#libs/contracts';
import type { ConsumerLane, ParkedEvent } from '../consumers.js';
import { uuidBytes } from '../ids.js';
import type { Chronicle } from '../lanes/chronicle.js';
import type { Report } from '../report.js';

/** A row of a read model that stands for one event of a referral. */
export interface ShownEvent {
  readonly referral: string;
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
}

/** Positions from which on a referral's events are parked. */
export type FirstParked = ReadonlyMap<string, number>;

export function firstParkedOf(parked: Iterable<Pick<ParkedEvent, 'key' | 'position'>>): Map<string, number> {
  const first = new Map<string, number>();
  for (const { key, position } of parked) first.set(key, Math.min(position, first.get(key) ?? Infinity));
  return first;
}

/** One lane of a read model with a row an event, such as a timeline: every event once, in its place, and nothing else. */
export class ShownEvents {
  /** Rows of the lane. */
  count = 0;
  readonly #seen: Uint8Array;

  constructor(
    private readonly consumer: { readonly name: string; readonly topics: readonly Topic[] },
    private readonly chronicle: Chronicle,
    private readonly standing: ConsumerLane,
    private readonly firstParked: FirstParked,
    private readonly report: Report,
  ) {
    this.#seen = new Uint8Array(chronicle.size);
  }

  add({ referral, position, eventId, type }: ShownEvent): void {
    this.count += 1;
    this.report.looked('K3');
    this.report.looked('K4');
    const at = `${this.consumer.name} ${referral} position ${position}`;
    const id = uuidBytes(eventId);
    const row = this.#rowOf(referral, id);
    if (row < 0) return this.report.found('K4', 'G1a', at, 'a row without an event');
    if (this.#seen[row]) return this.report.found('K2', 'duplicate', at, `event ${eventId} is shown twice`);
    this.#seen[row] = 1;
    if (this.chronicle.positionOf(row) !== position)
      this.report.found('K3', 'nonmonotonic-poll', at, `its event stands at ${this.chronicle.positionOf(row)}`);
    if (this.chronicle.typeOf(row) !== type) this.report.found('K3', 'other-state', at, `its event is no ${type}`);
    if (this.chronicle.positionOf(row) > this.standing.position)
      this.report.found('K3', 'nonmonotonic-poll', at, `applied, and the lane stands at ${this.standing.position}`);
    if (position > (this.firstParked.get(referral) ?? Infinity))
      this.report.found('K3', 'nonmonotonic-poll', at, 'applied, though an earlier event of its referral is parked');
  }

  /** After the last row. */
  end(): void {
    for (let row = 0; row < this.chronicle.size; row++) {
      const position = this.chronicle.positionOf(row);
      if (position > this.standing.position) return;
      if (this.#seen[row] || !this.consumer.topics.includes(this.chronicle.topicOf(row))) continue;
      if (position >= (this.firstParked.get(this.chronicle.keyOf(row)) ?? Infinity)) continue;
      const at = `${this.consumer.name} ${this.chronicle.keyOf(row)} position ${position}`;
      this.report.found(
        'K3',
        'poll-skip',
        at,
        `passed, and not shown (topic ${ordinalOf(this.chronicle.topicOf(row))})`,
      );
    }
  }

  #rowOf(referral: string, id: Buffer | null): number {
    if (!id) return -1;
    for (const row of this.chronicle.historyOf(referral)) if (this.chronicle.eventIdOf(row).equals(id)) return row;
    return -1;
  }
}
