import { decodeMeta, UndecodableEventError } from '#libs/contracts';
import { type AlienRecord, headersMatchMeta, isAlien, type LogRecord } from '#libs/event-log';
import type { Chronicle } from '../lanes/chronicle.js';
import type { Report } from '../report.js';

/** One lane of the topics against the journal: everything relayed is there byte for byte, in order, and nothing else. */
export class TopicRecords {
  /** Records that the relay sent again: at least once is what it promises. */
  repeated = 0;
  readonly #seen: Uint8Array;
  /** By topic: the highest position so far. */
  readonly #last = new Map<string, number>();

  constructor(
    private readonly chronicle: Chronicle,
    private readonly report: Report,
  ) {
    this.#seen = new Uint8Array(chronicle.size);
  }

  /** In the order of each topic's offsets. */
  add(record: LogRecord | AlienRecord): void {
    this.report.looked('topics');
    const at = `${record.topic} lane ${record.lane} offset ${record.offset}`;
    if (isAlien(record)) return this.report.found('topics', 'alien-record', at, record.reason);
    const row = this.chronicle.rowAt(record.position);
    if (row < 0) return this.report.found('topics', 'G1a', at, `the journal has no position ${record.position}`);
    this.#compare(record, row, at);
    if (this.#seen[row]) {
      this.repeated += 1;
      return;
    }
    this.#seen[row] = 1;
    const last = this.#last.get(record.topic) ?? 0;
    if (record.position < last)
      this.report.found('topics', 'nonmonotonic-send', at, `position ${record.position} appears first after ${last}`);
    this.#last.set(record.topic, Math.max(last, record.position));
  }

  /** @param relayed the relay's cursor of the lane, taken before the ends of the topics were */
  end(relayed: number): void {
    const { head } = this.chronicle;
    if (relayed > head)
      this.report.found(
        'K10',
        'offset-ahead',
        `relay lane ${this.chronicle.lane}`,
        `stands at ${relayed}, the lane ends at ${head}`,
      );
    for (let row = 0; row < this.chronicle.size && this.chronicle.positionOf(row) <= relayed; row++) {
      if (this.#seen[row]) continue;
      const at = `${this.chronicle.topicOf(row)} lane ${this.chronicle.lane} position ${this.chronicle.positionOf(row)}`;
      this.report.found('topics', 'lost-write', at, 'relayed, and not on its topic');
    }
  }

  #compare(record: LogRecord, row: number, at: string): void {
    const found = (what: string): void => this.report.found('topics', 'inconsistent-offsets', at, what);
    if (!this.chronicle.leafOf(row).equals(record.leaf)) found(`other bytes than position ${record.position} has`);
    else if (this.chronicle.topicOf(row) !== record.topic) found('the journal has it on another topic');
    else if (!saysItsPlace(record)) found('its headers say something else than the event');
  }
}

/** An event that cannot be read says nothing; the journal's own check names it. */
function saysItsPlace(record: LogRecord): boolean {
  try {
    return headersMatchMeta(record, decodeMeta(record));
  } catch (error) {
    if (error instanceof UndecodableEventError) return true;
    throw error;
  }
}
