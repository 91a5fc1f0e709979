import type { Clocks, DueClock } from '#libs/journal';
import type { Metrics } from '#libs/platform';

type DueClocks = Clocks<unknown>['due'];
type Standing = Awaited<ReturnType<DueClocks['standing']>>;

const LATENESS = [0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 60, 600, 3_600];
/** The gauges of one look at the metrics are of one look at the clocks. */
const LOOK_MS = 1_000;
/** Counting all clocks reads an index of all legs. */
const COUNT_EVERY_MS = 60_000;

/** Shows how clocks stand, and what became of those that were run. */
export class ClockMeter {
  readonly #outcomes;
  readonly #lateness;

  constructor(metrics: Metrics, clocks: DueClocks) {
    this.#outcomes = metrics.counter({
      name: 'bus_clock_runs_total',
      help: 'Clocks that were run, by level and what became of it: SAID, NOTHING_DUE, or the code of the fault.',
      labels: ['level', 'outcome'],
    });
    this.#lateness = metrics.histogram({
      name: 'bus_clock_lateness_seconds',
      help: 'From when a clock was due to when what was due had been said, by level.',
      labels: ['level'],
      buckets: LATENESS,
    });
    const standing = atMostEvery(LOOK_MS, () => clocks.standing());
    const gauge = (name: string, help: string, pick: (standing: Standing) => number): void =>
      void metrics.gauge({ name, help, collect: async (shown) => shown.set(pick(await standing())) });
    gauge('bus_clocks_due', 'Clocks that are due and not run; those of sealed lanes are left out.', ({ due }) => due);
    gauge('bus_clocks_stuck', 'Clocks that are due and could not be run again and again.', ({ stuck }) => stuck);
    gauge(
      'bus_clocks_oldest_due_seconds',
      'For how long the oldest clock is due.',
      ({ oldestSeconds }) => oldestSeconds,
    );
    gauge(
      'bus_clock_ahead_seconds',
      'How far the time of the bus is put ahead for a test or training; never other than 0 where real cases are.',
      ({ aheadMs }) => aheadMs / 1_000,
    );
    const open = atMostEvery(COUNT_EVERY_MS, () => clocks.open());
    metrics.gauge({
      name: 'bus_clocks_open',
      help: 'Clocks that run, counted once a minute.',
      collect: async (shown) => shown.set(await open()),
    });
  }

  said({ level }: DueClock, lateMs: number): void {
    this.#lateness.observe({ level: `P${level}` }, lateMs / 1_000);
    this.ended(level, 'SAID');
  }

  ended(level: number, outcome: string): void {
    this.#outcomes.inc({ level: `P${level}`, outcome });
  }
}

/** The same answer for a while; a failure is asked again. */
function atMostEvery<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly at: number; readonly answer: Promise<T> } | null = null;
  return () => {
    if (known && performance.now() - known.at < ms) return known.answer;
    const asked = { at: performance.now(), answer: ask() };
    known = asked;
    asked.answer.catch(() => (known = known === asked ? null : known));
    return asked.answer;
  };
}
