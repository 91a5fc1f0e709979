import { decodeMeta, type Topic, UndecodableEventError } from '#libs/contracts';
import { type AlienRecord, headersMatchMeta, isAlien, type LogRecord } from '#libs/event-log';
import type { Chronicle } from '../lanes/chronicle.js';
import type { Report } from '../report.js';

/**
 * One lane of the topics against the journal: everything relayed is there byte for byte, and nothing else. A consumer that
 * reads each topic from its beginning, and drops what is beyond a gap until it comes again, gets all of it in order.
 */
export class TopicRecords {
  /** Records that the relay sent again: at least once is what it promises. */
  repeated = 0;
  readonly #seen: Uint8Array;
  /** By topic: the row that such a consumer would take next. */
  readonly #next = new Map<Topic, number>();

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
    if (this.#seen[row]) this.repeated += 1;
    this.#seen[row] = 1;
    if (row === this.#nextOf(record.topic)) this.#next.set(record.topic, this.#following(record.topic, row + 1));
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
      const topic = this.chronicle.topicOf(row);
      const at = `${topic} lane ${this.chronicle.lane} position ${this.chronicle.positionOf(row)}`;
      if (!this.#seen[row]) this.report.found('topics', 'lost-write', at, 'relayed, and not on its topic');
      else if (row === this.#nextOf(topic))
        this.report.found('topics', 'nonmonotonic-send', at, 'nowhere after the event that it follows');
    }
  }

  #nextOf(topic: Topic): number {
    const known = this.#next.get(topic) ?? this.#following(topic, 0);
    this.#next.set(topic, known);
    return known;
  }

  #following(topic: Topic, from: number): number {
    let row = from;
    while (row < this.chronicle.size && this.chronicle.topicOf(row) !== topic) row += 1;
    return row;
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
