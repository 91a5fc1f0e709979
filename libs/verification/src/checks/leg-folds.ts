import { type RecordedEvent, topics } from '#libs/contracts';
import { acceptedOf, leg, type Leg, type Move, type Transition, transitions } from '#libs/domain';
import { type Fold, standsFor, streamFolds } from '#libs/journal';
import { type JournalRow, placeOf } from '../journal-row.js';
import { facetOf, formatFacet } from '../lanes/facet.js';
import type { Report } from '../report.js';
import type { ClockTimes, StoredClock } from './clock-times.js';

/** What the table allows of each event that a command has. */
const MOVES: ReadonlyMap<string, readonly Move[]> = movesByEvent();

function movesByEvent(): Map<string, Move[]> {
  const found = new Map<string, Move[]>();
  for (const move of Object.values<Transition>(transitions).flatMap(({ moves }) => moves))
    for (const event of [move.event, ...(move.with ?? [])]) found.set(event, [...(found.get(event) ?? []), move]);
  return found;
}

/** What the bus said of a leg, against its rules. */
export interface Words {
  /** @param before the leg as the event found it */
  judge(row: JournalRow, event: RecordedEvent, before: Leg): void;
}

/** A state as the journal's database stores it. */
export interface StoredState {
  readonly key: string;
  readonly position: number;
  readonly text: string;
  /** By which what is due of it is done; null where nothing is. */
  readonly clock: StoredClock | null;
}

interface Folded {
  /** Of a leg, or of a stream with a state of its own. */
  readonly state: unknown;
  readonly position: number;
}

/** Every referral of a lane, and every stream with a state, folded anew, against the states that commands are decided on. */
export class LegFolds {
  readonly #folds = new Map<string, Folded>();
  /** Legs with an event that cannot be read or folded: nothing is known of their state. */
  readonly #unknown = new Set<string>();

  constructor(
    private readonly report: Report,
    private readonly clocks: ClockTimes,
    private readonly words: readonly Words[],
  ) {}

  /** Takes the lane's next event in. @returns what agencies are to be shown after it; null for events without a leg */
  add(row: JournalRow, event: RecordedEvent | null): string | null {
    if (!event) this.#unknown.add(row.key);
    if (!event) return null;
    if (event.meta.leg === null) {
      const stream = streamFolds.get(row.key);
      if (stream) this.#fold(stream, row, event);
      return null;
    }
    const before = this.#stateOf(leg, row.key);
    this.#judge(row, event, before);
    if (!this.#unknown.has(row.key)) for (const each of this.words) each.judge(row, event, before);
    return formatFacet(facetOf(this.#fold<Leg>(leg, row, event)));
  }

  /** One stored state; each is asked for once. */
  compare({ key, position, text, clock }: StoredState): void {
    this.report.looked('fold');
    const fold = this.#folds.get(key);
    this.#folds.delete(key);
    if (this.#unknown.has(key)) return;
    if (!fold) this.report.found('fold', 'G1a', key, 'a state without an event');
    else if (fold.position !== position)
      this.report.found('fold', 'other-state', key, `its state is of position ${position}, not ${fold.position}`);
    else if (!standsFor(foldOf(key), text, fold.state))
      this.report.found('fold', 'other-state', key, 'its state is not the fold of its events');
    if (fold && !streamFolds.has(key)) this.clocks.compare(key, fold.state as Leg, clock);
  }

  /** After the last stored state. */
  end(): void {
    for (const key of this.#folds.keys())
      if (!this.#unknown.has(key)) this.report.found('fold', 'lost-write', key, 'events without a state');
  }

  /** Whatever was decided on another state than the fold shows here, even when the result looks the same. */
  #judge(row: JournalRow, event: RecordedEvent, { referral: { status } }: Leg): void {
    // The events that a command has after its first follow from that one, whatever that made of the state.
    if (event.meta.ordinal > 1 || event.topic !== topics.referral) return;
    const moves = MOVES.get(event.type) ?? [];
    const allowed = moves.length === 0 || moves.some(({ from }) => from.includes(status));
    if (!allowed) this.report.found('fold', 'illegal-history', placeOf(row), `${event.type} in state ${status}`);
  }

  #fold<State>(fold: Fold<State>, row: JournalRow, event: RecordedEvent): State {
    const before = this.#stateOf(fold, row.key);
    const after = this.#evolved(fold, row, event, before);
    this.#folds.set(row.key, { state: after, position: row.position });
    return after;
  }

  // Only `#fold` writes what is read here, and with the same fold for the same key.
  #stateOf<State>(fold: Fold<State>, key: string): State {
    return (this.#folds.get(key)?.state as State | undefined) ?? fold.initialState();
  }

  #evolved<State>(fold: Fold<State>, row: JournalRow, event: RecordedEvent, before: State): State {
    try {
      return fold.evolve(before, event, acceptedOf(event.meta));
    } catch {
      this.#unknown.add(row.key); // the domain's own error says no more than which event it was
      this.report.found('fold', 'illegal-history', placeOf(row), `${event.type} cannot follow what is before it`);
      return before;
    }
  }
}

const foldOf = (key: string): Fold<unknown> => streamFolds.get(key) ?? leg;
