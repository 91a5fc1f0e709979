import type { AlienRecord, LogRecord } from '#libs/event-log';
import { Findings } from './finding.js';

/** What the journal says of one position. */
export type LeafAt = (lane: number, position: number) => Buffer | undefined;

/** The topics against the journal: everything relayed is there byte for byte, in order, and nothing else. */
export class TopicsCheck {
  readonly findings = new Findings();
  records = 0;
  duplicates = 0;
  aliens = 0;
  readonly #seen = new Map<number, Set<number>>();
  readonly #last = new Map<string, number>();

  constructor(private readonly leafAt: LeafAt) {}

  alien({ topic, lane, offset, reason }: AlienRecord): void {
    this.aliens += 1;
    this.findings.add('other', `${topic} lane ${lane} offset ${offset}: ${reason}`);
  }

  add({ topic, lane, position, leaf }: LogRecord): void {
    this.records += 1;
    const known = this.leafAt(lane, position);
    if (!known)
      return this.findings.add('other', `${topic} lane ${lane} position ${position}: the journal has no such event`);
    if (!known.equals(leaf))
      this.findings.add('other', `${topic} lane ${lane} position ${position}: other bytes than in the journal`);
    const seen = this.#seen.get(lane) ?? new Set();
    this.#seen.set(lane, seen);
    if (seen.has(position)) {
      this.duplicates += 1; // at least once is what the relay promises
      return;
    }
    seen.add(position);
    const last = this.#last.get(`${topic} ${lane}`) ?? 0;
    if (position < last)
      this.findings.add('out of order', `${topic} lane ${lane}: ${position} appears first after ${last}`);
    this.#last.set(`${topic} ${lane}`, Math.max(last, position));
  }

  /** @param relayed the relay's cursor of the lane, taken before the topics were read */
  end(lane: number, relayed: number): void {
    const seen = this.#seen.get(lane) ?? new Set<number>();
    for (let position = 1; position <= relayed; position++) {
      if (!seen.has(position)) this.findings.add('lost', `lane ${lane} position ${position}: relayed, and on no topic`);
    }
  }
}
