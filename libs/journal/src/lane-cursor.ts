import { TransientError, advance } from '#libs/kernel';
import type { Accepted, LaneVector } from '#libs/kernel';
import { encodeEvent, leafOfEvent, newestSchema, ordinalOf } from '#libs/contracts';
import type { BusEvent, Meta, RecordedEvent } from '#libs/contracts';
import { v7 } from 'uuid';
import type { Pending } from './pending.js';

/** A backward step of the database's clock up to this is absorbed: time stands still (design 3). */
export const CLOCK_STEP_ABSORBED_MS = 60_000;

/** An event under the id that it will have in the log: known before its place, since the state is folded with it. */
export interface Draft {
  readonly eventId: string;
  readonly event: BusEvent;
}

export function draftsOf(events: readonly BusEvent[]): Draft[] {
  return events.map((event) => ({ eventId: v7(), event }));
}

/** Time in ms, and whether the events belong to an exercise. */
type When = Pick<Accepted, 'at' | 'synthetic'>;

/** A row for the journal. */
export interface JournalRow {
  readonly lane: number;
  readonly position: number;
  readonly topic: number;
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
}

export interface Appended {
  readonly rows: readonly JournalRow[];
  readonly events: readonly RecordedEvent[];
}

/** Where a locked lane stands, moved on by each command of the batch. */
export class LaneCursor {
  moved = false;

  constructor(
    readonly lane: number,
    public position: number,
    public vector: LaneVector,
    public head: Buffer,
    public acceptedAt: number,
  ) {}

  /** Time of acceptance: the database's, never going back within the lane. @throws TransientError beyond what is absorbed. */
  timeAt(databaseNow: number): number {
    if (databaseNow < this.acceptedAt - CLOCK_STEP_ABSORBED_MS) throw new TransientError('CLOCK_BACKWARDS', 503, 60);
    return Math.max(databaseNow, this.acceptedAt);
  }

  /** Gives the events of one command their places. All of them or, when one does not fit its schema, none. */
  append(pending: Pending, drafts: readonly Draft[], when: When): Appended {
    const before = { position: this.position, vector: this.vector, head: this.head, acceptedAt: this.acceptedAt };
    try {
      const placed = drafts.map((draft, index) => this.place(pending, draft, index + 1, drafts.length, when));
      this.moved = true;
      return { rows: placed.map(({ row }) => row), events: placed.map(({ recorded }) => recorded) };
    } catch (error) {
      Object.assign(this, before);
      throw error;
    }
  }

  private place(
    pending: Pending,
    { eventId, event }: Draft,
    ordinal: number,
    of: number,
    when: When,
  ): { row: JournalRow; recorded: RecordedEvent } {
    const { topic } = newestSchema(event.type);
    const meta = { eventId, ...this.metaOf(pending, familyOf(topic), ordinal, of, when) };
    const encoded = encodeEvent(event, meta);
    this.position = meta.position;
    this.vector = advance(this.vector, ordinalOf(topic), meta.position);
    this.head = leafOfEvent(encoded);
    this.acceptedAt = when.at;
    return {
      row: { lane: this.lane, position: meta.position, topic: ordinalOf(topic), key: pending.command.key, ...encoded },
      recorded: { ...event, topic, meta },
    };
  }

  private metaOf(
    { command, digests, keyTime, stateless }: Pending,
    family: string,
    ordinal: number,
    of: number,
    when: When,
  ): Omit<Meta, 'eventId'> {
    const legless = stateless || command.legless === true;
    return {
      stream: legless ? command.key : `${family}/${command.key}`,
      leg: legless ? null : command.key,
      lane: this.lane,
      position: this.position + 1,
      ordinal,
      of,
      after: [...this.vector],
      previous: this.head,
      acceptedAt: when.at,
      claimedAt: command.claimedAt,
      actor: { ...command.actor },
      correlation: command.correlation,
      causation: command.causation,
      command: { ...digests, keyTime },
      synthetic: when.synthetic,
    };
  }
}

/** bus.referral.v1 → referral */
function familyOf(topic: string): string {
  return topic.split('.')[1] ?? topic;
}
