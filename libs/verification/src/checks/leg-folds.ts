import type { RecordedEvent } from '#libs/contracts';
import { acceptedOf, leg, type Leg, type Move, type Transition, transitions } from '#libs/domain';
import { standsFor } from '#libs/journal';
import { type JournalRow, placeOf } from '../journal-row.js';
import { facetOf, formatFacet } from '../lanes/facet.js';
import type { Report } from '../report.js';

/** What the table allows of each event that a command has first; those that come with it follow from that. */
const MOVES: ReadonlyMap<string, readonly Move[]> = Map.groupBy(
  Object.values<Transition>(transitions).flatMap(({ moves }) => moves),
  ({ event }) => event,
);

/** A state as the journal's database stores it. */
export interface StoredState {
  readonly key: string;
  readonly position: number;
  readonly text: string;
}

interface Fold {
  readonly leg: Leg;
  readonly position: number;
}

/** Every referral of a lane folded anew, against the states that commands are decided on. */
export class LegFolds {
  readonly #folds = new Map<string, Fold>();
  /** Legs with an event that cannot be read or folded: nothing is known of their state. */
  readonly #unknown = new Set<string>();

  constructor(private readonly report: Report) {}

  /** Takes the lane's next event in. @returns what agencies are to be shown after it; null for events without a leg */
  add(row: JournalRow, event: RecordedEvent | null): string | null {
    if (!event) this.#unknown.add(row.key);
    if (!event || event.meta.leg === null) return null;
    const before = this.#folds.get(row.key)?.leg ?? leg.initialState();
    this.#judge(row, event, before);
    const after = this.#evolved(row, event, before);
    this.#folds.set(row.key, { leg: after, position: row.position });
    return formatFacet(facetOf(after));
  }

  /** One stored state; each is asked for once. */
  compare({ key, position, text }: StoredState): void {
    this.report.looked('fold');
    const fold = this.#folds.get(key);
    this.#folds.delete(key);
    if (this.#unknown.has(key)) return;
    if (!fold) this.report.found('fold', 'G1a', key, 'a state without an event');
    else if (fold.position !== position)
      this.report.found('fold', 'other-state', key, `its state is of position ${position}, not ${fold.position}`);
    else if (!standsFor(leg, text, fold.leg))
      this.report.found('fold', 'other-state', key, 'its state is not the fold of its events');
  }

  /** After the last stored state. */
  end(): void {
    for (const key of this.#folds.keys())
      if (!this.#unknown.has(key)) this.report.found('fold', 'lost-write', key, 'events without a state');
  }

  /** Whatever was decided on another state than the fold shows here, even when the result looks the same. */
  #judge(row: JournalRow, event: RecordedEvent, { referral: { status } }: Leg): void {
    const moves = MOVES.get(event.type) ?? [];
    const allowed = moves.length === 0 || moves.some(({ from }) => from.includes(status));
    if (!allowed) this.report.found('fold', 'illegal-history', placeOf(row), `${event.type} in state ${status}`);
  }

  #evolved(row: JournalRow, event: RecordedEvent, before: Leg): Leg {
    try {
      return leg.evolve(before, event, acceptedOf(event.meta));
    } catch {
      this.#unknown.add(row.key); // the domain's own error says no more than which event it was
      this.report.found('fold', 'illegal-history', placeOf(row), `${event.type} cannot follow what is before it`);
      return before;
    }
  }
}
