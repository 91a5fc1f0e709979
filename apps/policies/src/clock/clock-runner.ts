import type { Leg } from '#libs/domain';
import { type Clocks, type DueClock, type Journal, STUCK_AFTER } from '#libs/journal';
import { TransientError } from '#libs/kernel';
import type { Members } from '#libs/membership';
import { type Logger, type Metrics, Turns } from '#libs/platform';
import { clockCommand, ClockUndecided, type Surroundings } from './clock-command.js';
import { ClockMeter } from './clock-meter.js';
import { pauseUntil } from './pause.js';
import { UpkeepDesk } from './upkeep-desk.js';

/** Clocks that are taken at once; twice as many may be under way, so that the journal's loops never wait for the next. */
const AT_ONCE = 512;
const AWAY_MS = 1_000;
/** A runner that took no turn for so long is none. */
const STANDS_STILL_MS = 10_000;

export interface ClockParts {
  readonly clocks: Clocks<Leg>;
  readonly journal: Journal<Leg>;
  readonly members: Pick<Members, 'directory' | 'membership' | 'rulebook' | 'rules'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Says what is due, the urgent first. Any number of processes may do so: a taken clock is its taker's for a while, and whether
 * there is anything to be said the leg's state says, under the lane's lock. What cannot be decided is tried again later and
 * later, and holds up nothing else.
 */
export class ClockRunner {
  readonly #parts: ClockParts;
  readonly #meter: ClockMeter;
  readonly #upkeep: UpkeepDesk;
  readonly #turns = new Turns(() => this.#turn());
  #underWay = 0;
  #settled: (() => void) | null = null;
  #turnedAt = performance.now();

  constructor(parts: ClockParts) {
    const { clocks, metrics } = parts;
    this.#parts = parts;
    this.#meter = new ClockMeter(metrics, clocks.due);
    this.#upkeep = new UpkeepDesk(clocks.upkeep, parts, this.#turns.stopping);
  }

  start(): void {
    this.#turnedAt = performance.now();
    this.#turns.start();
  }

  /** @throws TransientError while nothing that is due is said */
  assertRunning(): void {
    if (performance.now() - this.#turnedAt > STANDS_STILL_MS) throw new TransientError('CLOCKS_STAND_STILL', 503, 5);
  }

  /** Ends after the commands under way. */
  async stop(): Promise<void> {
    await this.#turns.stop();
    await this.#roomFor(0);
    await this.#upkeep.ended();
  }

  /** @returns how long to wait before the next, in milliseconds */
  async #turn(): Promise<number> {
    const { clocks, journal, members, logger } = this.#parts;
    try {
      // first, so that no clock is taken while this process knows no rules
      const { directory, membership, rulebook, rules } = members;
      const surroundings = { lanes: directory.lanes, membership, rulebook, sealed: journal.sealed };
      const { due, now, next, upkeepWanted } = await clocks.due.take(AT_ONCE);
      this.#turnedAt = performance.now();
      this.#upkeep.see(upkeepWanted, rules);
      for (const each of due) void this.#say(each, surroundings, now);
      await this.#roomFor(AT_ONCE);
      return due.length === AT_ONCE ? 0 : pauseUntil(next, now);
    } catch (err) {
      logger.warn({ err, part: 'policies-clocks' }, 'the clocks cannot be reached');
      return AWAY_MS;
    }
  }

  async #say(clock: DueClock, surroundings: Surroundings, takenAt: number): Promise<void> {
    const { journal } = this.#parts;
    const late = takenAt - clock.at;
    const begun = performance.now();
    this.#underWay += 1;
    try {
      const { kind } = await journal.handle(clockCommand(clock, journal.newKey(), surroundings));
      if (kind === 'recorded') this.#meter.said(clock, late + performance.now() - begun);
      else this.#meter.ended(clock.level, 'NOTHING_DUE');
    } catch (error) {
      this.#failed(clock, error);
    } finally {
      this.#underWay -= 1;
      this.#settled?.();
    }
  }

  /** It is taken again once its time with this taker is over. */
  #failed({ key: referral, lane, attempts, level }: DueClock, err: unknown): void {
    const known = err instanceof TransientError || err instanceof ClockUndecided;
    const code = known ? err.code : 'CLOCK_FAILED';
    this.#meter.ended(level, code);
    if (err instanceof TransientError && attempts < STUCK_AFTER) return;
    this.#parts.logger.error(
      { err, code: 'CLOCK_STUCK', reason: code, referral, lane, attempts },
      'a clock is due and cannot be run',
    );
  }

  /** Waits until no more than so many are under way. */
  async #roomFor(most: number): Promise<void> {
    while (this.#underWay > most) await new Promise<void>((resolve) => (this.#settled = resolve));
    this.#settled = null;
  }
}
