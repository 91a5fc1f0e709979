import type { RecordedEvent } from '#libs/contracts';
import { KEY_WINDOW, OTHER_KEYS_KEPT_DAYS } from '#libs/journal';
import { IdTable } from '../id-table.js';
import { type JournalRow, placeOf } from '../journal-row.js';
import type { Report } from '../report.js';

/** An idempotency key as the journal's database holds it. */
export interface HeldKey {
  /** HMAC of agency and key. */
  readonly digest: Buffer;
  readonly lane: number;
  /** Its command's events follow this position. */
  readonly base: number;
  /** Whether it holds the answer of a command that changed nothing. */
  readonly standing: boolean;
}

const DAY_MS = 86_400_000;
/** A partition may go while the check runs. */
const MARGIN_MS = 60 * 60_000;

interface Command {
  readonly lane: number;
  readonly position: number;
  /** Young enough that its key must still be held. */
  readonly young: boolean;
  held: boolean;
}

/** The keys that make a command count once, against the commands that the journal remembers them by. */
export class HeldKeys {
  readonly #ids = new IdTable();
  #places = new Float64Array(1 << 10);
  #lanes = new Uint16Array(1 << 10);
  #marks = new Uint8Array(1 << 10);

  /** @param now milliseconds since 1970, by the database's clock */
  constructor(
    private readonly report: Report,
    private readonly now: number,
  ) {}

  /** Takes in an event of the journal; the first of its command names the key. */
  add(row: JournalRow, { meta: { command, ordinal, acceptedAt } }: RecordedEvent): void {
    if (!command || ordinal !== 1) return;
    const { row: number, fresh } = this.#ids.add(command.key);
    const young =
      command.keyTime === null
        ? acceptedAt > this.now - OTHER_KEYS_KEPT_DAYS * DAY_MS + MARGIN_MS
        : command.keyTime > this.now - KEY_WINDOW.pastMs + MARGIN_MS;
    // A key may be used again once it is forgotten: only where both uses are young did it count twice.
    if (!fresh && young && this.#commandAt(number).young)
      this.report.found('K2', 'duplicate', placeOf(row), 'a second command under the key of an earlier one');
    this.#store(number, { lane: row.lane, position: row.position, young, held: false });
  }

  compare({ digest, lane, base, standing }: HeldKey): void {
    this.report.looked('keys');
    const number = this.#ids.rowOf(digest);
    const at = `key ${digest.toString('hex', 0, 8)} of lane ${lane}`;
    if (number < 0) {
      if (!standing) this.report.found('keys', 'lost-write', at, `held after position ${base}, and has no command`);
      return;
    }
    const command = this.#commandAt(number);
    if (command.lane !== lane || command.position <= base)
      this.report.found(
        'keys',
        'inconsistent-offsets',
        at,
        `names ${lane}/${base}, its command is at ${placeOf(command)}`,
      );
    this.#store(number, { ...command, held: true });
  }

  /** After the last key. */
  end(): void {
    for (let number = 0; number < this.#ids.size; number++) {
      const command = this.#commandAt(number);
      if (command.young && !command.held)
        this.report.found('keys', 'lost-write', placeOf(command), 'the key of this command is not held');
    }
  }

  #commandAt(number: number): Command {
    const marks = this.#marks[number] ?? 0;
    const [lane, position] = [this.#lanes[number] ?? 0, this.#places[number] ?? 0];
    return { lane, position, young: (marks & 1) !== 0, held: (marks & 2) !== 0 };
  }

  #store(number: number, { lane, position, young, held }: Command): void {
    if (number >= this.#places.length) this.#grow();
    this.#lanes[number] = lane;
    this.#places[number] = position;
    this.#marks[number] = (young ? 1 : 0) | (held ? 2 : 0);
  }

  #grow(): void {
    const [places, lanes, marks] = [this.#places, this.#lanes, this.#marks];
    this.#places = new Float64Array(places.length * 2);
    this.#lanes = new Uint16Array(places.length * 2);
    this.#marks = new Uint8Array(places.length * 2);
    this.#places.set(places);
    this.#lanes.set(lanes);
    this.#marks.set(marks);
  }
}
