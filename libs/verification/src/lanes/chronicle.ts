import { EVENT_NAMES, type EventName, type Topic, ordinalOf, topicAt } from '#libs/contracts';
import { advance, type LaneVector } from '#libs/kernel';
import { Names } from './names.js';

/** What is kept of an event of the journal. */
export interface Chronicled {
  readonly position: number;
  readonly topic: Topic;
  /** The Kafka key: the leg, or the stream where there is no leg. */
  readonly key: string;
  readonly leaf: Buffer;
  /** Null where the event cannot be read. */
  readonly type: EventName | null;
  /** 16 bytes; zero where the event cannot be read. */
  readonly eventId: Buffer;
  /** What agencies are to be shown of the leg after this event (`facet.ts`); null where it belongs to none. */
  readonly facet: string | null;
}

const LEAF_BYTES = 32;
const ID_BYTES = 16;
const FIRST_CAPACITY = 1 << 8;

/**
 * One lane of the journal, as the other checks need it: about 70 bytes an event, whatever its size, so that millions of events
 * can be compared with topics, trees and views. Rows are added in the order of positions.
 */
export class Chronicle {
  #size = 0;
  #positions = new Float64Array(FIRST_CAPACITY);
  #leaves = new Uint8Array(FIRST_CAPACITY * LEAF_BYTES);
  #ids = new Uint8Array(FIRST_CAPACITY * ID_BYTES);
  #topics = new Uint8Array(FIRST_CAPACITY);
  #types = new Uint8Array(FIRST_CAPACITY);
  #keys = new Uint32Array(FIRST_CAPACITY);
  #facets = new Uint32Array(FIRST_CAPACITY);
  /** Row of the same key's event before, + 1; 0 for its first. */
  #earlier = new Uint32Array(FIRST_CAPACITY);
  /** By key: row of its last event. */
  readonly #latest: number[] = [];
  readonly #keyNames = new Names();
  readonly #facetNames = new Names();

  constructor(readonly lane: number) {}

  get size(): number {
    return this.#size;
  }

  /** Position of the last event; 0 for none. */
  get head(): number {
    return this.#size === 0 ? 0 : this.positionOf(this.#size - 1);
  }

  add({ position, topic, key, leaf, type, eventId, facet }: Chronicled): void {
    const row = this.#size++;
    if (row === this.#positions.length) this.#grow();
    this.#positions[row] = position;
    this.#leaves.set(leaf, row * LEAF_BYTES);
    this.#ids.set(eventId, row * ID_BYTES);
    this.#topics[row] = ordinalOf(topic);
    this.#types[row] = type === null ? 0 : EVENT_NAMES.indexOf(type) + 1;
    const keyNumber = this.#keyNames.numberOf(key);
    this.#keys[row] = keyNumber;
    this.#facets[row] = facet === null ? 0 : this.#facetNames.numberOf(facet) + 1;
    this.#earlier[row] = (this.#latest[keyNumber] ?? -1) + 1;
    this.#latest[keyNumber] = row;
  }

  /** Row of a position; -1 where the journal has none. */
  rowAt(position: number): number {
    const guess = position - 1;
    if (this.#positions[guess] === position && guess < this.#size) return guess;
    let [low, high] = [0, this.#size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.positionOf(middle) < position) low = middle + 1;
      else high = middle;
    }
    return low < this.#size && this.positionOf(low) === position ? low : -1;
  }

  positionOf(row: number): number {
    return this.#positions[row] ?? 0;
  }

  /** A view into the store: copy what is kept. */
  leafOf(row: number): Buffer {
    return Buffer.from(this.#leaves.buffer, row * LEAF_BYTES, LEAF_BYTES);
  }

  /** A view into the store: copy what is kept. */
  eventIdOf(row: number): Buffer {
    return Buffer.from(this.#ids.buffer, row * ID_BYTES, ID_BYTES);
  }

  topicOf(row: number): Topic {
    return topicAt(this.#topics[row] ?? 0);
  }

  typeOf(row: number): EventName | null {
    return EVENT_NAMES[(this.#types[row] ?? 0) - 1] ?? null;
  }

  keyOf(row: number): string {
    return this.#keyNames.nameOf(this.#keys[row] ?? 0);
  }

  facetOf(row: number): string | null {
    const number = this.#facets[row] ?? 0;
    return number === 0 ? null : this.#facetNames.nameOf(number - 1);
  }

  keys(): readonly string[] {
    return this.#keyNames.all;
  }

  /** Rows of a key's events, the newest first. */
  *historyOf(key: string): Generator<number> {
    const keyNumber = this.#keyNames.find(key);
    if (keyNumber === undefined) return;
    for (let next = (this.#latest[keyNumber] ?? -1) + 1; next > 0; next = this.#earlier[next - 1] ?? 0) yield next - 1;
  }

  /** How far each of the topics reaches at a position. */
  vectorAt(position: number, topics: readonly Topic[]): LaneVector {
    let vector: LaneVector = [];
    const open = new Set(topics);
    for (let row = this.rowAt(position); row >= 0 && open.size > 0; row--) {
      if (open.delete(this.topicOf(row))) vector = advance(vector, ordinalOf(this.topicOf(row)), this.positionOf(row));
    }
    return vector;
  }

  #grow(): void {
    const twice = <T extends Uint8Array | Uint32Array | Float64Array>(wider: T, from: T): T => {
      wider.set(from);
      return wider;
    };
    this.#positions = twice(new Float64Array(this.#positions.length * 2), this.#positions);
    this.#leaves = twice(new Uint8Array(this.#leaves.length * 2), this.#leaves);
    this.#ids = twice(new Uint8Array(this.#ids.length * 2), this.#ids);
    this.#topics = twice(new Uint8Array(this.#topics.length * 2), this.#topics);
    this.#types = twice(new Uint8Array(this.#types.length * 2), this.#types);
    this.#keys = twice(new Uint32Array(this.#keys.length * 2), this.#keys);
    this.#facets = twice(new Uint32Array(this.#facets.length * 2), this.#facets);
    this.#earlier = twice(new Uint32Array(this.#earlier.length * 2), this.#earlier);
  }
}
