import { topicAt, TOPICS_IN_USE } from '#libs/contracts';
import type { Broker } from '../kafka/broker.js';
import type { StoredRecord } from '../kafka/log.js';
import { type CursorRow, type JournalTables, placeKey } from '../postgres/journal-tables.js';
import type { Changes } from '../postgres/store.js';
import type { World } from '../world/world.js';
import type { JournalLaw } from './journal-law.js';

const FRAME_BYTES = 5;

/**
 * What must hold of the topics: nothing is on them that was not accepted, each topic is written in the order of positions, the
 * relay's cursor stands behind nothing that was never sent, and in the end everything accepted is there.
 */
export class TopicLaw {
  readonly #world: World;
  readonly #broker: Broker;
  readonly #tables: JournalTables;
  readonly #journal: JournalLaw;
  /** Every `lane/position` that was ever appended. */
  readonly #sent = new Set<string>();

  constructor(world: World, broker: Broker, tables: JournalTables, journal: JournalLaw) {
    this.#world = world;
    this.#broker = broker;
    this.#tables = tables;
    this.#journal = journal;
  }

  appended(topic: string, lane: number, records: readonly StoredRecord[]): void {
    for (const record of records) {
      const position = positionOf(record);
      if (position === null) continue; // no event: a request for a refill
      const place = placeKey(lane, position);
      const row = this.#tables.journal.rows.get(place);
      const same = row && topicAt(row.topic) === topic && record.value?.subarray(FRAME_BYTES).equals(row.bytes);
      if (!same) this.#world.broken('PHANTOM_ON_TOPIC', `${topic} ${place}`);
      this.#sent.add(place);
      const skipped = this.#skippedBefore(topic, lane, position);
      if (skipped !== undefined) this.#world.broken('SENT_OUT_OF_ORDER', `${topic} ${place} before ${skipped}`);
    }
  }

  /** An earlier event of the topic that was never sent. */
  #skippedBefore(topic: string, lane: number, position: number): number | undefined {
    return this.#journal
      .history(lane)
      .slice(0, position - 1)
      .findLast(({ event }, index) => event.topic === topic && !this.#sent.has(placeKey(lane, index + 1)))?.event.meta
      .position;
  }

  committed(changes: Changes): void {
    for (const { lane, position } of (changes.get(this.#tables.cursor)?.values() ?? []) as Iterable<CursorRow>) {
      for (let below = position; below > 0 && !this.#sent.has(placeKey(lane, below)); below--)
        this.#world.broken('CURSOR_AHEAD', `lane ${lane} at ${position}, ${below} was never sent`);
    }
  }

  /**
   * Null when every event that was accepted is on its topic now, else the first that is not. Not of a topic whose loss nobody
   * can see who does not miss something: the bus promises that whoever does will get it.
   */
  missing(): string | null {
    for (const topic of TOPICS_IN_USE) {
      for (let lane = 0; lane < this.#broker.lanes; lane++) {
        const wanted = this.#journal.history(lane).filter(({ event }) => event.topic === topic);
        if (wanted.length === 0 || this.#broker.isBuried(topic, lane)) continue;
        const present = new Set(this.#broker.log(topic, lane).records.map(positionOf));
        const absent = wanted.find(({ event }) => !present.has(event.meta.position));
        if (absent) return `${topic} ${lane}/${absent.event.meta.position}`;
      }
    }
    return null;
  }

  /** Whether the relay stands at the head of every lane; else a lane where it does not. */
  unshipped(): string | null {
    for (const { lane, position } of this.#tables.cursor.rows.values()) {
      const head = this.#tables.lane.rows.get(String(lane))?.position ?? 0;
      if (position !== head) return `lane ${lane} at ${position} of ${head}`;
    }
    return null;
  }
}

/** Null for a record that is no event. */
function positionOf({ headers }: StoredRecord): number | null {
  const place = headers['bus-place']?.toString('utf8').split('/')[1];
  return place === undefined ? null : Number(place);
}
