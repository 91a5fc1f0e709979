import { NO_LEAF, ordinalOf, type RecordedEvent } from '#libs/contracts';
import { advance, type LaneVector } from '#libs/kernel';
import { type JournalRow, type LaneRow, placeOf } from '../journal-row.js';
import type { Report } from '../report.js';

interface Standing {
  readonly position: number;
  readonly vector: LaneVector;
  readonly head: Buffer;
  readonly acceptedAt: number;
  /** Of the command that the last event belongs to. */
  readonly ordinal: number;
  readonly of: number;
}

const START: Standing = { position: 0, vector: [], head: NO_LEAF, acceptedAt: 0, ordinal: 0, of: 0 };

/** One lane of the journal, its rows in order: gapless, each event says where it stands, and commands are whole. */
export class LaneOrder {
  #standing = START;

  constructor(
    private readonly lane: number,
    private readonly report: Report,
  ) {}

  /** @param event null where the row cannot be read: then nothing that it says can be compared */
  add(row: JournalRow, event: RecordedEvent | null, leaf: Buffer): void {
    this.report.looked('order');
    if (row.position !== this.#standing.position + 1)
      this.report.found('order', 'lost-write', placeOf(row), `follows position ${this.#standing.position}`);
    if (event) this.#compare(row, event);
    else this.report.found('order', 'undecodable', placeOf(row), 'no released schema reads it');
    this.#standing = {
      position: row.position,
      vector: advance(this.#standing.vector, row.topic, row.position),
      head: leaf,
      acceptedAt: event?.meta.acceptedAt ?? this.#standing.acceptedAt,
      ordinal: event?.meta.ordinal ?? 0,
      of: event?.meta.of ?? 0,
    };
  }

  /** After the last row. */
  end(stored: LaneRow): void {
    const { position, vector, head, acceptedAt, ordinal, of } = this.#standing;
    const at = `lane ${this.lane}`;
    if (stored.position !== position)
      this.report.found('order', 'lost-write', at, `stands at ${stored.position}, its journal at ${position}`);
    else if (!stored.head.equals(head)) this.report.found('order', 'broken-chain', at, 'its head is not the last leaf');
    else if (stored.vector.join() !== vector.join())
      this.report.found('order', 'broken-chain', at, 'its vector is not that of its journal');
    else if (stored.acceptedAt !== acceptedAt)
      this.report.found('order', 'time-backwards', at, 'its time is not that of the last event');
    if (ordinal !== of) this.report.found('order', 'half-command', at, `ends with event ${ordinal} of ${of}`);
  }

  #compare(row: JournalRow, { meta, topic }: RecordedEvent): void {
    const before = this.#standing;
    const found = (kind: Parameters<Report['found']>[1], what: string): void =>
      this.report.found('order', kind, placeOf(row), what);
    if (meta.lane !== row.lane || meta.position !== row.position || ordinalOf(topic) !== row.topic)
      found('inconsistent-offsets', 'the event says another place');
    if ((meta.leg ?? meta.stream) !== row.key) found('inconsistent-offsets', 'the event says another key');
    if (!meta.previous.equals(before.head)) found('broken-chain', 'previous is not the leaf before');
    if (meta.after.join() !== before.vector.join()) found('broken-chain', 'after is not the vector of the lane');
    if (meta.acceptedAt < before.acceptedAt) found('time-backwards', 'accepted before the event before it');
    const expected = before.ordinal === before.of ? 1 : before.ordinal + 1;
    if (meta.ordinal !== expected || (expected > 1 && meta.of !== before.of))
      found('half-command', `event ${meta.ordinal} of ${meta.of} follows ${before.ordinal} of ${before.of}`);
  }
}
