import { leg, type Leg, type Rulebook } from '#libs/domain';
import { levelNumber } from '#libs/journal';
import type { Report } from '../report.js';

/** A leg's clock as the journal's database holds it. */
export interface StoredClock {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly level: number;
}

/** What clocks are judged by; null while somebody still has to compare them with the states, as after a refill. */
export type ClockRules = Rulebook | null;

/** The clocks by which what is due is done, against what the folded states say. */
export class ClockTimes {
  constructor(
    private readonly report: Report,
    private readonly rules: ClockRules,
  ) {}

  compare(key: string, state: Leg, clock: StoredClock | null): void {
    const due = this.dueOf(state);
    if (due === undefined) return;
    this.report.looked('clocks');
    const expected = due && { at: due.at, level: levelNumber(due.level) };
    if (expected?.at === clock?.at && expected?.level === clock?.level) return;
    const kind = clock ? 'other-state' : 'lost-write';
    this.report.found('clocks', kind, key, `its clock is ${wordsFor(clock)}, its state says ${wordsFor(expected)}`);
  }

  /** A clock of a key without a state. */
  stray(key: string): void {
    this.report.found('clocks', 'G1a', key, 'a clock without a leg');
  }

  private dueOf(state: Leg): ReturnType<typeof leg.due> | undefined {
    if (!this.rules) return undefined;
    try {
      return leg.due(state, this.rules);
    } catch {
      return undefined; // rules of a newer version: nothing is known here of what they say
    }
  }
}

const wordsFor = (clock: StoredClock | null): string =>
  clock ? `${new Date(clock.at).toISOString()} at level ${clock.level}` : 'none';
