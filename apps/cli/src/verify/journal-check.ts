import { advance, type LaneVector } from '#libs/kernel';
import { decodeEvent, leafOfEvent, NO_LEAF, ordinalOf, type RecordedEvent } from '#libs/contracts';
import { acceptedOf, leg, type Leg } from '#libs/domain';
import { standsFor } from '#libs/journal';
import { Findings } from './finding.js';

export interface JournalRow {
  readonly lane: number;
  readonly position: number;
  readonly topic: number;
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
}

export interface LaneRow {
  readonly position: number;
  readonly vector: LaneVector;
  readonly head: Buffer;
}

interface Standing extends LaneRow {
  readonly acceptedAt: number;
  /** Of the command that the last event belongs to. */
  readonly ordinal: number;
  readonly of: number;
}

const NOTHING: Standing = { position: 0, vector: [], head: NO_LEAF, acceptedAt: 0, ordinal: 0, of: 0 };

/** One lane of the journal, its rows in order: gapless, chained, complete commands, and every stored state its fold. */
export class LaneCheck {
  readonly findings = new Findings();
  readonly leaves: Buffer[] = [];
  readonly #folds = new Map<string, Leg>();
  readonly #eventIds = new Set<string>();
  #standing = NOTHING;

  constructor(readonly lane: number) {}

  add(row: JournalRow): void {
    const event = decodeEvent(row);
    this.#compare(row, event);
    const { meta, topic } = event;
    const leaf = leafOfEvent(row);
    this.leaves.push(leaf);
    const vector = advance(this.#standing.vector, ordinalOf(topic), row.position);
    this.#standing = {
      position: row.position,
      vector,
      head: leaf,
      acceptedAt: meta.acceptedAt,
      ordinal: meta.ordinal,
      of: meta.of,
    };
    if (this.#eventIds.has(meta.eventId))
      this.findings.add('doubled', `${this.#at(row)}: event ${meta.eventId} stands twice`);
    this.#eventIds.add(meta.eventId);
    if (meta.leg !== null)
      this.#folds.set(row.key, leg.evolve(this.#folds.get(row.key) ?? leg.initialState(), event, acceptedOf(meta)));
  }

  /** After the last row: the lane's own row and the states stored for it. */
  end(stored: LaneRow, states: ReadonlyMap<string, string>): void {
    const { position, vector, head, ordinal, of } = this.#standing;
    if (stored.position !== position)
      this.findings.add('lost', `lane ${this.lane}: its row stands at ${stored.position}, its journal at ${position}`);
    else if (!stored.head.equals(head) || stored.vector.join() !== vector.join())
      this.findings.add('other', `lane ${this.lane}: head or vector differ from its journal`);
    if (ordinal !== of) this.findings.add('lost', `lane ${this.lane}: its last command has ${ordinal} of ${of} events`);
    for (const [key, fold] of this.#folds) {
      if (!standsFor(leg, states.get(key), fold))
        this.findings.add('other', `${key}: its stored state is not the fold of its journal`);
    }
    for (const key of states.keys())
      if (!this.#folds.has(key)) this.findings.add('other', `${key}: a state without a journal`);
  }

  /** Status by referral, for comparison with what agencies are shown. */
  statuses(): Map<string, string> {
    return new Map([...this.#folds].map(([key, { referral }]) => [key, referral.status]));
  }

  #compare(row: JournalRow, { meta, topic }: RecordedEvent): void {
    const before = this.#standing;
    if (row.position !== before.position + 1) this.findings.add('lost', `${this.#at(row)}: follows ${before.position}`);
    if (!meta.previous.equals(before.head))
      this.findings.add('out of order', `${this.#at(row)}: previous is not the leaf before`);
    if (meta.lane !== row.lane || meta.position !== row.position || ordinalOf(topic) !== row.topic)
      this.findings.add('other', `${this.#at(row)}: the event says another place`);
    if (meta.after.join() !== before.vector.join())
      this.findings.add('out of order', `${this.#at(row)}: after is not the lane's vector`);
    if (meta.acceptedAt < before.acceptedAt)
      this.findings.add('out of order', `${this.#at(row)}: accepted before the event before it`);
    const expected = before.ordinal === before.of ? 1 : before.ordinal + 1;
    if (meta.ordinal !== expected || (expected > 1 && meta.of !== before.of))
      this.findings.add(
        'lost',
        `${this.#at(row)}: event ${meta.ordinal} of ${meta.of} follows ${before.ordinal} of ${before.of}`,
      );
  }

  #at({ lane, position }: JournalRow): string {
    return `lane ${lane} position ${position}`;
  }
}
