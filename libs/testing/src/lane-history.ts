import { createHash } from 'node:crypto';
import {
  decodeMeta,
  encodeEvent,
  leafOfEvent,
  type BusEvent,
  type Meta,
  newestSchema,
  NO_LEAF,
  ordinalOf,
} from '#libs/contracts';
import type { JournalRow } from '#libs/event-log';
import { advance } from '#libs/kernel';

const uuid = (n: number): string => `0198c1f0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

type Said = Pick<Meta, 'ordinal' | 'of' | 'command'>;

/** An event that no command is remembered by. */
const ALONE: Said = { ordinal: 1, of: 1, command: null };

/** Events of one lane as the journal would hold them: gapless positions, `after` and `previous` in a chain. */
export class LaneHistory {
  readonly rows: JournalRow[] = [];
  #after: readonly number[] = [];
  #previous: Buffer = NO_LEAF;

  /** @param begun when the lane began, in ms: each event is accepted a millisecond after the one before it */
  constructor(
    readonly lane: number,
    private readonly begun = 1_790_000_000_000,
  ) {}

  /** Appends events; `leg` is the number of the referral that they belong to, null for none. */
  append(events: readonly BusEvent[], leg: number | null = 1): this {
    for (const event of events) this.#appendOne(event, leg);
    return this;
  }

  /** Appends the events of one command, which is remembered by `key`. */
  appendCommand(events: readonly BusEvent[], key: string, leg: number | null = 1): this {
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    const command = { digestKey: 'd1', key: digest(key), request: digest(`request of ${key}`), keyTime: null };
    events.forEach((event, index) => this.#appendOne(event, leg, { ordinal: index + 1, of: events.length, command }));
    return this;
  }

  /** The same lane up to a position, with a future of its own. */
  fork(position: number): LaneHistory {
    const other = new LaneHistory(this.lane, this.begun);
    other.rows.push(...this.rows.slice(0, position));
    const last = other.rows.at(-1);
    if (last) {
      other.#after = advance(decodeMeta(last).after, ordinalOf(last.topic), last.position);
      other.#previous = leafOfEvent(last);
    }
    return other;
  }

  /** Appends an event whose bytes no schema can read, though its meta can be read from their front. */
  appendSpoilt(event: BusEvent, leg: number | null = 1): this {
    this.#appendOne(event, leg, ALONE, Buffer.of(0xff));
    return this;
  }

  /** The lane's vector after its last event. */
  get vector(): readonly number[] {
    return this.#after;
  }

  /** Leaf of the last event. */
  get head(): Buffer {
    return this.#previous;
  }

  /** Of the last event, in ms; 0 before the first. */
  get acceptedAt(): number {
    return this.rows.length === 0 ? 0 : this.begun + this.rows.length;
  }

  #appendOne(event: BusEvent, leg: number | null, said: Said = ALONE, spoiler: Buffer = Buffer.alloc(0)): void {
    const { topic } = newestSchema(event.type);
    const position = this.rows.length + 1;
    const meta = { ...this.#meta(position, leg), ...said };
    const { fingerprint, bytes: sound } = encodeEvent(event, meta);
    const bytes = Buffer.concat([sound, spoiler]);
    this.rows.push({ topic, lane: this.lane, position, key: meta.leg ?? meta.stream, fingerprint, bytes });
    this.#after = advance(this.#after, ordinalOf(topic), position);
    this.#previous = leafOfEvent({ fingerprint, bytes });
  }

  #meta(position: number, leg: number | null): Omit<Meta, keyof Said> {
    const referral = `PH.${this.lane}.${uuid(leg ?? 0)}`;
    return {
      eventId: uuid(1_000_000 * (this.lane + 1) + position),
      stream: leg === null ? 'access/PH-WCPC' : `referral/${referral}`,
      leg: leg === null ? null : referral,
      lane: this.lane,
      position,
      after: [...this.#after],
      previous: this.#previous,
      acceptedAt: this.begun + position,
      claimedAt: null,
      actor: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', client: 'ph-wcpc', person: null },
      correlation: uuid(2),
      causation: null,
      synthetic: true,
    };
  }
}
