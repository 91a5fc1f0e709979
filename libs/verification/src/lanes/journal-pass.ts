import { decodeEvent, leafOfEvent, type RecordedEvent, topicAt, UndecodableEventError } from '#libs/contracts';
import type { ClockTimes } from '../checks/clock-times.js';
import type { HeldKeys } from '../checks/held-keys.js';
import { LaneOrder } from '../checks/lane-order.js';
import { LegFolds, type Words } from '../checks/leg-folds.js';
import type { OnwardLegs } from '../checks/onward-legs.js';
import type { OpenedLegs } from '../checks/opened-legs.js';
import type { References } from '../checks/references.js';
import type { UniqueEvents } from '../checks/unique-events.js';
import { uuidBytes } from '../ids.js';
import type { JournalRow } from '../journal-row.js';
import type { JournalReader } from '../readers/journal-reader.js';
import type { Report } from '../report.js';
import { Chronicle } from './chronicle.js';

/** What is judged over all lanes. */
export interface JournalChecks {
  readonly report: Report;
  readonly unique: UniqueEvents;
  readonly keys: HeldKeys;
  readonly references: References;
  readonly onward: OnwardLegs;
  /** Of these lanes alone. */
  readonly opened: OpenedLegs;
  readonly clocks: ClockTimes;
  readonly words: readonly Words[];
}

const NO_ID = Buffer.alloc(16);

/** Reads some lanes of the journal, judges them by themselves, and keeps what the topics and the read models are compared with. */
export async function readJournal(
  journal: JournalReader,
  lanes: readonly number[],
  checks: JournalChecks,
): Promise<Map<number, Chronicle>> {
  const read = new Map(lanes.map((lane) => [lane, new LaneReading(lane, checks)]));
  for await (const row of journal.rows(lanes)) read.get(row.lane)?.add(row);
  for await (const state of journal.states(lanes)) read.get(state.lane)?.folds.compare(state);
  for (const key of await journal.strayClocks(lanes)) checks.clocks.stray(key);
  for (const stored of journal.lanes) read.get(stored.lane)?.end(stored);
  return new Map([...read].map(([lane, { chronicle }]) => [lane, chronicle]));
}

class LaneReading {
  readonly chronicle: Chronicle;
  readonly folds: LegFolds;
  readonly #order: LaneOrder;

  constructor(
    lane: number,
    private readonly checks: JournalChecks,
  ) {
    this.chronicle = new Chronicle(lane);
    this.folds = new LegFolds(checks.report, checks.clocks, checks.words);
    this.#order = new LaneOrder(lane, checks.report);
  }

  add(row: JournalRow): void {
    const event = eventIn(row);
    const leaf = leafOfEvent(row);
    this.#order.add(row, event, leaf);
    const facet = this.folds.add(row, event);
    this.chronicle.add({
      position: row.position,
      topic: topicAt(row.topic),
      key: row.key,
      leaf,
      type: event?.type ?? null,
      eventId: (event && uuidBytes(event.meta.eventId)) ?? NO_ID,
      facet,
    });
    if (!event) return;
    this.checks.unique.add(row, event);
    this.checks.keys.add(row, event);
    this.checks.references.add(row, event);
    this.checks.onward.add(row, event);
    this.checks.opened.add(row, event);
  }

  end(stored: Parameters<LaneOrder['end']>[0]): void {
    this.#order.end(stored);
    this.folds.end();
  }
}

function eventIn(row: JournalRow): RecordedEvent | null {
  try {
    return decodeEvent(row);
  } catch (error) {
    if (error instanceof UndecodableEventError) return null; // named by the check of the lane's order
    throw error;
  }
}
