import type { Leg } from '#libs/domain';
import type { Journal } from '#libs/journal';
import { DomainError, TransientError } from '#libs/kernel';
import type { Members } from '#libs/membership';
import { type Logger, type Metrics, Turns } from '#libs/platform';
import { evidenceCommand } from './evidence-command.js';
import { ASKED_AT_ONCE, type EvidenceDesk, type KnownLeg, SAID_AT_ONCE } from './evidence-desk.js';
import type { EvidenceSource } from './evidence-door.js';

/** While something comes, and while nothing does: three short questions each time. */
const BUSY_MS = 200;
const IDLE_MS = 1_000;
const AWAY_MS = 2_000;

export interface EvidenceParts {
  readonly desk: EvidenceDesk;
  readonly source: EvidenceSource;
  readonly journal: Journal<Leg>;
  readonly members: Pick<Members, 'directory' | 'rulebook'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Makes evidence of what is known of the way of each leg (features A8): asks who knows, files what they say together with how
 * far it was asked, and says it, until it stands in the log. Any number of processes may do so, and die at any moment: a receipt
 * is given again until it was filed, and what is filed is said again until it was taken.
 */
export class EvidenceWorker {
  readonly #parts: EvidenceParts;
  readonly #turns = new Turns(() => this.#turn());
  readonly #outcomes;
  #sourceIsAway = false;

  constructor(parts: EvidenceParts) {
    this.#parts = parts;
    const { metrics, desk } = parts;
    this.#outcomes = metrics.counter({
      name: 'bus_evidence_total',
      help: 'Evidence of delivery that was to be said, by how far the leg got (1 relayed, 2 available, 3 retrieved) and what became of it: ACCEPTED, UNCHANGED, or the code of what kept it.',
      labels: ['step', 'outcome'],
    });
    metrics.gauge({
      name: 'bus_evidence_waiting',
      help: 'Legs of which more is known than their log says.',
      collect: async (gauge) => gauge.set(await desk.waiting()),
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
      const asked = await this.#ask();
      const legs = await desk.take();
      await this.#say(legs);
      if (asked >= ASKED_AT_ONCE || legs.length >= SAID_AT_ONCE) return 0;
      if (this.#sourceIsAway) return AWAY_MS;
      return asked + legs.length > 0 ? BUSY_MS : IDLE_MS;
    } catch (err) {
      // what was taken stays taken until its lease is over
      logger.warn({ err, part: 'policies-evidence' }, 'evidence of delivery cannot be reached');
      return AWAY_MS;
    }
  }

  /** @returns of how many legs something was asked or told. What is known already is said also while nobody can be asked. */
  async #ask(): Promise<number> {
    const { desk, source, logger } = this.#parts;
    const { legs, after } = await desk.question();
    try {
      const receipts = await source.ask(legs, after);
      await desk.file(receipts);
      this.#sourceIsAway = false;
      return Math.max(legs.length, receipts.retrieved.length);
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      if (!this.#sourceIsAway) logger.warn({ err: error, part: 'policies-evidence' }, 'receipts cannot be asked for');
      this.#sourceIsAway = true;
      return 0;
    }
  }

  async #say(legs: readonly KnownLeg[]): Promise<void> {
    const { desk } = this.#parts;
    const results = await Promise.all(legs.map(async (each) => ({ each, done: await this.#advance(each) })));
    await desk.said(results.flatMap(({ each, done }) => (done ? [each] : [])));
    await desk.postpone(results.flatMap(({ each, done }) => (done ? [] : [each])));
  }

  /** @returns whether there is nothing more to be said of this */
  async #advance(known: KnownLeg): Promise<boolean> {
    const { journal, members, logger } = this.#parts;
    try {
      const { directory, rulebook } = members;
      const command = evidenceCommand(known, { lanes: directory.lanes, rulebook, sealed: journal.sealed });
      const outcome = command === null ? 'NO_REFERRAL' : outcomeOf((await journal.handle(command)).kind);
      this.#outcomes.inc({ step: String(known.known), outcome });
      return true;
    } catch (error) {
      const code = error instanceof DomainError || error instanceof TransientError ? error.code : 'EVIDENCE_FAILED';
      this.#outcomes.inc({ step: String(known.known), outcome: code });
      // a lane that takes nothing any more: its open cases go on in legs of their own
      if (error instanceof DomainError || code === 'LANE_SEALED') return true;
      if (!(error instanceof TransientError))
        logger.error({ err: error, referral: known.leg, code }, 'evidence failed');
      return false;
    }
  }
}

const outcomeOf = (kind: 'recorded' | 'unchanged'): string => (kind === 'recorded' ? 'ACCEPTED' : 'UNCHANGED');
