import type { Leg } from '#libs/domain';
import { type Journal, OTHER_KEYS_KEPT_DAYS, type Outcome } from '#libs/journal';
import { DomainError, TransientError } from '#libs/kernel';
import type { Members } from '#libs/membership';
import { type Logger, type Metrics, Turns } from '#libs/platform';
import type { Duty } from './duty.js';
import { dutyCommand } from './duty-command.js';
import type { DutyDesk } from './duty-desk.js';
import { wordsOf } from './words-of.js';

const IDLE_MS = 100;
const AWAY_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** A key is remembered longer than this, with a day for clocks that differ. */
const CARRIED_WITHIN_MS = (OTHER_KEYS_KEPT_DAYS - 1) * 86_400_000;

export interface DutyParts {
  readonly desk: DutyDesk;
  readonly journal: Journal<Leg>;
  readonly members: Pick<Members, 'directory' | 'rulebook'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Says what the duties ask for, in the order of each target, until it is said or refused for good. Any number of processes may
 * do so: each command is keyed by its event.
 */
export class DutyWorker {
  readonly #parts: DutyParts;
  readonly #turns = new Turns(() => this.#turn());
  readonly #outcomes;

  constructor(parts: DutyParts) {
    this.#parts = parts;
    const { metrics, desk } = parts;
    this.#outcomes = metrics.counter({
      name: 'bus_policy_duties_total',
      help: 'What the bus had to say because of an event, by kind and what became of it: ACCEPTED, UNCHANGED, NOTHING, or the code of the refusal.',
      labels: ['kind', 'outcome'],
    });
    metrics.gauge({
      name: 'bus_policy_duties_waiting',
      help: 'Duties that are not done.',
      collect: async (gauge) => gauge.set((await desk.waiting()).duties),
    });
    metrics.gauge({
      name: 'bus_policy_duties_oldest_seconds',
      help: 'For how long the oldest duty that is not done has waited.',
      collect: async (gauge) => gauge.set((await desk.waiting()).seconds),
    });
  }

  start(): void {
    this.#turns.start();
  }

  /** Ends after the commands in flight. */
  async stop(): Promise<void> {
    await this.#turns.stop();
  }

  /** @returns how long to wait before the next, in milliseconds */
  async #turn(): Promise<number> {
    const { desk, logger } = this.#parts;
    try {
      const duties = await desk.take();
      await Promise.all(duties.map((duty) => this.#fulfil(duty)));
      return duties.length === 0 ? IDLE_MS : 0;
    } catch (err) {
      // the duties stay taken until their lease is over
      logger.warn({ err, part: 'policies' }, 'the duties cannot be reached');
      return AWAY_MS;
    }
  }

  async #fulfil(duty: Duty): Promise<void> {
    const { desk } = this.#parts;
    try {
      const said = await this.#say(duty);
      await desk.done(duty, said.outcome, said.result);
      this.#count(duty, said.outcome);
    } catch (error) {
      if (isFinal(error, duty)) await this.#refused(duty, error);
      else await this.#postponed(duty, error);
    }
  }

  async #say(duty: Duty): Promise<{ outcome: string; result: string | null }> {
    const { desk, journal, members } = this.#parts;
    if (isTooLate(duty)) throw new DomainError('POLICY_TOO_LATE');
    const words = await wordsOf(duty, desk);
    if (!words) return { outcome: 'NOTHING', result: null };
    const outcome = await journal.handle(
      dutyCommand(duty, words, { directory: members.directory, rulebook: members.rulebook, sealed: journal.sealed }),
    );
    return { outcome: outcome.kind === 'recorded' ? 'ACCEPTED' : 'UNCHANGED', result: resultOf(outcome) };
  }

  async #refused(duty: Duty, { code }: DomainError | TransientError): Promise<void> {
    const { desk, logger } = this.#parts;
    if (duty.kind === 'SUBMIT') await desk.returned(duty, code);
    else await desk.done(duty, code, null);
    this.#count(duty, code);
    logger.warn({ ...idsOf(duty), code }, 'what the bus had to say was refused');
  }

  async #postponed(duty: Duty, err: unknown): Promise<void> {
    const { desk, logger } = this.#parts;
    const code = err instanceof TransientError ? err.code : 'POLICY_FAILED';
    await desk.postpone(duty, code, Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(duty.attempts, 10)));
    this.#count(duty, code);
    if (!(err instanceof TransientError)) logger.error({ ...idsOf(duty), err, code }, 'a duty failed');
  }

  #count({ kind }: Duty, outcome: string): void {
    this.#outcomes.inc({ kind, outcome });
  }
}

/** Refused by a rule; or a leg that cannot be opened, since its lane takes nothing any more. */
function isFinal(error: unknown, { kind }: Duty): error is DomainError | TransientError {
  if (error instanceof DomainError) return true;
  return kind === 'SUBMIT' && error instanceof TransientError && error.code === 'LANE_SEALED';
}

/**
 * What is carried is said once because its key is remembered. Events that come again after that time, as when the duties are
 * built anew from the topics, are not said a second time, since nothing under the lane's lock tells that they were; whether the
 * other duties are done the legs themselves tell.
 */
function isTooLate({ kind, event }: Duty): boolean {
  return kind === 'CARRY' && event.meta.acceptedAt < Date.now() - CARRIED_WITHIN_MS;
}

const resultOf = (outcome: Outcome<Leg>): string | null =>
  outcome.kind === 'recorded' ? (outcome.events[0]?.meta.eventId ?? null) : null;

const idsOf = ({ kind, event, target }: Duty): object => ({ kind, event: event.meta.eventId, referral: target });
