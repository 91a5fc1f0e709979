import type { LogRecord } from '#libs/event-log';

/** Records of one topic in one lane that wait for their turn: an unbroken chain from the last one applied. */
export class TopicQueue {
  readonly #records: LogRecord[] = [];
  #first = 0;
  #bytes = 0;
  /** Kafka offset after the last record seen. */
  readTo: number;
  /** Records beyond a gap were dropped: reading must start again before them until the lane has passed the highest. */
  #dropped: { readonly offset: number; highest: number } | null = null;

  constructor(readTo: number) {
    this.readTo = readTo;
  }

  get head(): LogRecord | undefined {
    return this.#records[this.#first];
  }

  get tail(): LogRecord | undefined {
    return this.#first < this.#records.length ? this.#records.at(-1) : undefined;
  }

  get length(): number {
    return this.#records.length - this.#first;
  }

  get bytes(): number {
    return this.#bytes;
  }

  push(record: LogRecord): void {
    this.#records.push(record);
    this.#bytes += record.bytes.length;
  }

  shift(): void {
    const head = this.head;
    if (!head) return;
    this.#bytes -= head.bytes.length;
    this.#first += 1;
    if (this.#first < 256 && this.#first < this.#records.length) return;
    this.#records.splice(0, this.#first); // in lumps, since each splice moves the rest
    this.#first = 0;
  }

  find(position: number): LogRecord | undefined {
    return this.#records.slice(this.#first).find((each) => each.position === position);
  }

  drop(record: LogRecord): void {
    this.#dropped ??= { offset: record.offset, highest: record.position };
    this.#dropped.highest = Math.max(this.#dropped.highest, record.position);
  }

  /** Whether something was dropped that the lane, now at `position`, has not passed yet. */
  lacks(position: number): boolean {
    if (this.#dropped && this.#dropped.highest <= position) this.#dropped = null;
    return this.#dropped !== null;
  }

  /** Where to read from if everything in memory is lost while the lane is at `position`. */
  resumeOffset(position: number): number {
    const floor = this.lacks(position) ? this.#dropped?.offset : undefined;
    return Math.min(floor ?? Infinity, this.head?.offset ?? this.readTo);
  }
}
