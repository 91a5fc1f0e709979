import { type BusEvent, encodeEvent, type RecordedEvent } from '#libs/contracts';
import { busActors, leg, type Leg, type LegEvent } from '#libs/domain';
import { type JournalRow, placeOf } from '../journal-row.js';
import type { Report } from '../report.js';
import type { ClockRules } from './clock-times.js';
import type { Words } from './leg-folds.js';

const { clock } = busActors;

/** Fields that name who takes part: they follow from what a process knew of the membership and of time zones then, and are not judged. */
const OF_MEMBERS: ReadonlySet<string> = new Set(['responsible', 'to', 'unfilled', 'audience', 'closed']);

/**
 * What the bus's clock said, decided anew from the state before it, its time, and the rules that the leg is judged by: a replay
 * of February under the rules of February gives February's events again, whatever holds now.
 */
export class ClockWords implements Words {
  /** By leg, while the events of one command come in. */
  readonly #again = new Map<string, readonly LegEvent[]>();

  constructor(
    private readonly report: Report,
    private readonly rules: ClockRules,
  ) {}

  /** @param before the leg as the event found it */
  judge(row: JournalRow, event: RecordedEvent, before: Leg): void {
    const { actor, acceptedAt, ordinal, of } = event.meta;
    if (actor.agency !== clock.agency || actor.role !== clock.role) return;
    if (ordinal === 1) this.#decide(row.key, before, acceptedAt);
    const again = this.#again.get(row.key);
    if (ordinal === of) this.#again.delete(row.key);
    if (!again) return;
    this.report.looked('rules');
    const expected = again[ordinal - 1];
    if (again.length !== of) this.found(row, `${event.type}: ${of} events, and its rules give ${again.length}`);
    else if (expected?.type !== event.type) this.found(row, `${event.type}: its rules give ${expected?.type}`);
    else if (!areSame(expected, event)) this.found(row, `${event.type}: its rules give another one`);
  }

  private found(row: JournalRow, what: string): void {
    this.report.found('rules', 'illegal-history', placeOf(row), what);
  }

  #decide(key: string, before: Leg, now: number): void {
    this.#again.delete(key);
    if (!this.rules) return;
    try {
      this.#again.set(
        key,
        leg.decide({ type: 'RunClocks', meta: { actor: clock, now }, data: {} }, before, this.rules),
      );
    } catch {
      // rules of a newer version: nothing is known here of what they say
    }
  }
}

/** Byte for byte, where the same agencies are named. */
function areSame(again: LegEvent, { meta, ...event }: RecordedEvent): boolean {
  const named = Object.entries(event.data).filter(([field]) => OF_MEMBERS.has(field));
  const judged = { ...again, data: { ...again.data, ...Object.fromEntries(named) } } as BusEvent;
  return encodeEvent(judged, meta).bytes.equals(encodeEvent(event, meta).bytes);
}
