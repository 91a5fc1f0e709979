import { encodeEvent, leafOfEvent, type BusEvent, type Meta, newestSchema, NO_LEAF, ordinalOf } from '#libs/contracts';
import type { JournalRow } from '#libs/event-log';
import { advance } from '#libs/kernel';

const uuid = (n: number): string => `0198c1f0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Events of one lane as the journal would hold them: gapless positions, `after` and `previous` in a chain. */
export class LaneHistory {
  readonly rows: JournalRow[] = [];
  #after: readonly number[] = [];
  #previous: Buffer = NO_LEAF;

  constructor(readonly lane: number) {}

  /** Appends events; `leg` is the number of the referral that they belong to, null for none. */
  append(events: readonly BusEvent[], leg: number | null = 1): this {
    for (const event of events) this.#appendOne(event, leg);
    return this;
  }

  /** Appends an event whose bytes no schema can read, though its meta can be read from their front. */
  appendSpoilt(event: BusEvent, leg: number | null = 1): this {
    this.#appendOne(event, leg, Buffer.of(0xff));
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

  #appendOne(event: BusEvent, leg: number | null, spoiler: Buffer = Buffer.alloc(0)): void {
    const { topic } = newestSchema(event.type);
    const position = this.rows.length + 1;
    const meta = this.#meta(position, leg);
    const { fingerprint, bytes: sound } = encodeEvent(event, meta);
    const bytes = Buffer.concat([sound, spoiler]);
    this.rows.push({ topic, lane: this.lane, position, key: meta.leg ?? meta.stream, fingerprint, bytes });
    this.#after = advance(this.#after, ordinalOf(topic), position);
    this.#previous = leafOfEvent({ fingerprint, bytes });
  }

  #meta(position: number, leg: number | null): Meta {
    const referral = `PH.${this.lane}.${uuid(leg ?? 0)}`;
    return {
      eventId: uuid(1_000_000 * (this.lane + 1) + position),
      stream: leg === null ? 'access/PH-WCPC' : `referral/${referral}`,
      leg: leg === null ? null : referral,
      lane: this.lane,
      position,
      ordinal: 1,
      of: 1,
      after: [...this.#after],
      previous: this.#previous,
      acceptedAt: 1_790_000_000_000 + position,
      claimedAt: null,
      actor: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', client: 'ph-wcpc', person: null },
      correlation: uuid(2),
      causation: null,
      command: null,
      synthetic: true,
    };
  }
}
