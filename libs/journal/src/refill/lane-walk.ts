import { advance, type LaneVector } from '#libs/kernel';
import { decodeEvent, ordinalOf, type RecordedEvent, type Topic, UndecodableEventError } from '#libs/contracts';

/** A record of a topic whose place was proved. */
export interface TopicRecord {
  readonly topic: Topic;
  readonly lane: number;
  readonly position: number;
  readonly key: string;
  readonly after: LaneVector;
  readonly previous: Buffer;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
  readonly leaf: Buffer;
}

/** Where a lane ends. */
export interface LaneEnd {
  readonly position: number;
  readonly vector: LaneVector;
  readonly head: Buffer;
  /** Of the last event, in ms. */
  readonly acceptedAt: number;
}

export interface WalkedEvent {
  readonly record: TopicRecord;
  readonly event: RecordedEvent;
}

/** Why the topics do not continue a lane to the last position that they know. */
export type FlawReason =
  /** No topic has the position, and some have later ones. */
  | 'HOLE'
  /** The last command's other events are nowhere. */
  | 'INSIDE_COMMAND'
  /** Two records of one position, or one that is not what the journal holds there: both were accepted. */
  | 'OTHER_BYTES'
  /** The event does not follow the one before it. */
  | 'CHAIN_BROKEN'
  /** Its bytes cannot be read, or contradict its headers. */
  | 'UNREADABLE'
  /** A newer version wrote it: a newer version of this program can go on from here. */
  | 'SCHEMA_UNKNOWN';

export interface Flaw {
  /** The first position that does not stand. */
  readonly at: number;
  readonly reason: FlawReason;
}

/** How far a lane could be continued. */
export interface WalkEnd {
  /** The last sound position. */
  readonly to: number;
  /** The highest position that was offered. */
  readonly known: number;
  /** The last events up to `to` that are no whole command. */
  readonly rest: readonly WalkedEvent[];
  /** Why not to the highest position, with its whole command. */
  readonly flaw: Flaw | undefined;
}

/**
 * Continues a lane by what its topics hold, offered in any order and any number of times: gives whole commands in the
 * order of positions, each event checked against the one before it, as far as they are sound.
 */
export class LaneWalk {
  readonly #begin: number;
  /** Of every position after the beginning that was offered. */
  readonly #leaves = new Map<number, Buffer>();
  readonly #waiting = new Map<number, TopicRecord>();
  #end: LaneEnd;
  /** Events of the command that is being walked. */
  #open: WalkedEvent[] = [];
  #highest: number;
  #flaw: Flaw | undefined;

  /** @param limit nothing after this position is looked at */
  constructor(
    begin: LaneEnd,
    private readonly limit = Infinity,
  ) {
    this.#begin = begin.position;
    this.#end = begin;
    this.#highest = begin.position;
  }

  /** Takes note of a record. Those of the lane's past are not compared here: the journal has them. */
  offer(record: TopicRecord): void {
    const { position, leaf } = record;
    if (position <= this.#begin || position > this.limit) return;
    this.#highest = Math.max(this.#highest, position);
    const known = this.#leaves.get(position);
    if (known && !known.equals(leaf)) this.#fail(position, 'OTHER_BYTES');
    if (known) return;
    this.#leaves.set(position, leaf);
    this.#waiting.set(position, record);
  }

  /** The position of the last event that was walked. */
  get reached(): number {
    return this.#end.position;
  }

  /** The commands that can be walked by now. */
  take(): WalkedEvent[][] {
    const commands: WalkedEvent[][] = [];
    for (let next = this.#next(); next; next = this.#next()) {
      const event = this.#read(next);
      if (!event) break;
      this.#waiting.delete(next.position);
      this.#step(next, event);
      if (event.meta.ordinal === event.meta.of) commands.push(this.#open.splice(0));
    }
    return commands;
  }

  /** After everything was offered and taken. */
  finish(): WalkEnd {
    const { position } = this.#end;
    if (this.#highest > position) this.#fail(position + 1, 'HOLE');
    else if (this.#open.length > 0) this.#fail(position + 1, 'INSIDE_COMMAND');
    const flaw = this.#flaw;
    const to = flaw ? flaw.at - 1 : position;
    return { to, known: this.#highest, rest: this.#open.filter(({ record }) => record.position <= to), flaw };
  }

  #next(): TopicRecord | undefined {
    const position = this.#end.position + 1;
    return this.#flaw && this.#flaw.at <= position ? undefined : this.#waiting.get(position);
  }

  #read(record: TopicRecord): RecordedEvent | undefined {
    const { position } = record;
    if (!record.previous.equals(this.#end.head) || !isSame(record.after, this.#end.vector))
      return this.#fail(position, 'CHAIN_BROKEN');
    const event = decoded(record);
    if (typeof event === 'string') return this.#fail(position, event);
    const { ordinal, of, acceptedAt } = event.meta;
    const before = this.#open.at(-1)?.event.meta;
    const follows = before ? ordinal === before.ordinal + 1 && of === before.of : ordinal === 1;
    return follows && acceptedAt >= this.#end.acceptedAt ? event : this.#fail(position, 'CHAIN_BROKEN');
  }

  #step(record: TopicRecord, event: RecordedEvent): void {
    this.#open.push({ record, event });
    this.#end = {
      position: record.position,
      vector: advance(this.#end.vector, ordinalOf(record.topic), record.position),
      head: record.leaf,
      acceptedAt: event.meta.acceptedAt,
    };
  }

  /** The first flaw counts. */
  #fail(at: number, reason: FlawReason): undefined {
    if (!this.#flaw || at < this.#flaw.at) this.#flaw = { at, reason };
  }
}

function decoded(record: TopicRecord): RecordedEvent | FlawReason {
  try {
    const event = decodeEvent(record);
    return agrees(record, event) ? event : 'UNREADABLE';
  } catch (error) {
    if (!(error instanceof UndecodableEventError)) throw error;
    return error.code === 'SCHEMA_UNKNOWN' ? 'SCHEMA_UNKNOWN' : 'UNREADABLE';
  }
}

function agrees(record: TopicRecord, { topic, meta }: RecordedEvent): boolean {
  return (
    topic === record.topic &&
    meta.lane === record.lane &&
    meta.position === record.position &&
    (meta.leg ?? meta.stream) === record.key &&
    meta.previous.equals(record.previous) &&
    isSame(meta.after, record.after)
  );
}

/** Entry by entry; one that is absent is 0. */
function isSame(one: LaneVector, other: LaneVector): boolean {
  return one.length === other.length && one.every((position, ordinal) => position === other[ordinal]);
}
