export interface StoredRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
  readonly timestamp: string;
}

export interface PlacedRecord extends StoredRecord {
  readonly offset: number;
}

/** One partition of a topic. */
export class PartitionLog {
  /** Offset of the first record that is still there. */
  low = 0;
  #records: StoredRecord[] = [];

  get high(): number {
    return this.low + this.#records.length;
  }

  /** @returns offset of the first record appended */
  append(records: readonly StoredRecord[]): number {
    const from = this.high;
    this.#records.push(...records);
    return from;
  }

  /** Records from an offset on, at most `limit`. The offset must be within the log, or its end. */
  read(from: number, limit: number): PlacedRecord[] {
    const records = this.#records.slice(from - this.low, from - this.low + limit);
    return records.map((record, index) => ({ ...record, offset: from + index }));
  }

  /** -2 means the first record, -1 the end; else the first record of this time or a later one, -1 if there is none. */
  offsetAt(timestamp: number): number {
    if (timestamp === -2) return this.low;
    if (timestamp === -1) return this.high;
    const found = this.#records.findIndex((record) => Number(record.timestamp) >= timestamp);
    return found < 0 ? -1 : this.low + found;
  }

  /** As after an unclean election: the last records are gone, and their offsets are given again. @returns what is gone */
  cutTail(count: number): readonly StoredRecord[] {
    return this.#records.splice(Math.max(0, this.#records.length - count));
  }

  /** As retention would: the first records are gone. */
  cutHead(count: number): readonly StoredRecord[] {
    const gone = this.#records.splice(0, count);
    this.low += gone.length;
    return gone;
  }

  /** The topic is made anew. */
  empty(): readonly StoredRecord[] {
    const gone = this.#records;
    this.#records = [];
    this.low = 0;
    return gone;
  }

  get records(): readonly StoredRecord[] {
    return this.#records;
  }
}
