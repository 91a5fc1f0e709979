import { ordinalOf, type Topic } from '#libs/contracts';
import type { AlienRecord, LogRecord } from '#libs/event-log';
import { isAlien } from '#libs/event-log';
import type { ConsumerLane } from '../consumers.js';
import type { Report } from '../report.js';

/** The offsets that say how far a consumer has read a topic of a lane. */
export interface ReadOffsets {
  /** Where it reads from after a crash: its own checkpoint. */
  readonly checkpoint: number;
  /** What its group committed for lag tools; null where it never did. */
  readonly committed: number | null;
}

/**
 * One consumer in one lane: whatever stands below its offsets was applied. A consumer that starts again at an offset which is
 * ahead would never see the events below. An offset beyond the end of a topic that was made anew is no such fault: there is
 * nothing below it that was not applied, and the broker refuses it.
 */
export class LaneOffsets {
  constructor(
    private readonly consumer: string,
    private readonly topics: readonly Topic[],
    private readonly standing: ConsumerLane,
    private readonly committed: ReadonlyMap<Topic, number>,
    private readonly report: Report,
  ) {
    report.looked('K10', topics.length);
  }

  add(record: LogRecord | AlienRecord): void {
    if (isAlien(record) || !this.topics.includes(record.topic) || record.position <= this.standing.position) return;
    const at = `${this.consumer} ${record.topic} lane ${record.lane}`;
    const what = `is beyond position ${record.position} at ${record.offset}, and the consumer stands at ${this.standing.position}`;
    const { checkpoint, committed } = this.#offsetsOf(record.topic);
    if (record.offset < checkpoint) this.report.found('K10', 'offset-ahead', at, `its offset ${checkpoint} ${what}`);
    if (committed !== null && record.offset < committed)
      this.report.found('K10', 'offset-ahead', at, `the group's offset ${committed} ${what}`);
  }

  #offsetsOf(topic: Topic): ReadOffsets {
    return {
      checkpoint: this.standing.offsets[ordinalOf(topic)] ?? 0,
      committed: this.committed.get(topic) ?? null,
    };
  }
}
