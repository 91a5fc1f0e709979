import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { Outcome } from '../outgoing/outcome.js';
import type { Filing, LegTold } from './filed.js';
import { filingRounds, legRounds } from './filing-rounds.js';
import { type Failure, failedRounds, takenRounds } from './outcome-rounds.js';
import { type Due, dueRounds } from './due-rounds.js';

/** Another process has moved on with the webhook, or its settings were changed: what this one read is not needed. */
export class MovedOn extends Error {}

/** What webhooks of one process ask of their database, those that ask at the same time in one statement. */
export class DeliveryRounds {
  readonly legs;
  readonly filings;
  readonly dues;
  readonly takings;
  readonly failures;

  constructor(readonly pool: Pool) {
    this.legs = legRounds(pool);
    this.filings = filingRounds(pool);
    this.dues = dueRounds(pool);
    this.takings = takenRounds(pool);
    this.failures = failedRounds(pool);
  }
}

/** What is on its way to one webhook. Every step is one transaction: whoever dies between two, the next one finds where it stood. */
export class DeliveryQueue {
  constructor(
    private readonly rounds: DeliveryRounds,
    private readonly webhook: string,
    /** Count of the settings that what is filed was judged by. */
    private readonly settings = 1,
  ) {}

  /** Where it stands in the feed; undefined: before its beginning. */
  async cursor(): Promise<string | undefined> {
    const { rows } = await this.rounds.pool.query<{ cursor: string | null }>(
      `SELECT cursor FROM ${schema}.webhook WHERE id = $1`,
      [this.webhook],
    );
    return rows[0]?.cursor ?? undefined;
  }

  legsOf(referrals: readonly string[]): Promise<Map<string, LegTold>> {
    return this.rounds.legs.answer({ webhook: this.webhook, referrals });
  }

  /** Moves the cursor and files what comes before it, at once. @throws MovedOn */
  async file(from: string | undefined, to: string, filing: Filing): Promise<void> {
    const { webhook, settings } = this;
    if ((await this.rounds.filings.answer({ webhook, from, to, settings, filing })) === 'MOVED_ON') throw new MovedOn();
  }

  /** Says why the feed is not read, for its owner to see. */
  async readingFails(code: string): Promise<void> {
    await this.rounds.pool.query(
      `UPDATE ${schema}.webhook SET reading = $2 WHERE id = $1 AND reading IS DISTINCT FROM $2`,
      [this.webhook, code],
    );
  }

  /**
   * The first of each referral that waits, as far as they are due, what is urgent first. `restMs`: what is not urgent is not
   * due before. `without`: numbers of those that are being sent.
   */
  due(limit: number, restMs: number, without: readonly number[]): Promise<Due> {
    return this.rounds.dues.answer({ webhook: this.webhook, limit, restMs, without });
  }

  /** @returns how many wait */
  async waiting(): Promise<number> {
    const { rows } = await this.rounds.pool.query<{ count: string }>(
      `SELECT count(*) FROM ${schema}.item WHERE webhook = $1 AND taken_at IS NULL`,
      [this.webhook],
    );
    return Number(rows[0]?.count);
  }

  /** What the agency saw by a grant and was not sent until then is sent no more: those grants have ended. @param leftAt ms since 1970, UTC */
  async endGranted(leftAt: number): Promise<void> {
    await this.rounds.pool.query(
      `DELETE FROM ${schema}.item WHERE webhook = $1 AND granted AND taken_at IS NULL AND filed_at <= $2`,
      [this.webhook, new Date(leftAt)],
    );
  }

  /** The receiver has it. */
  async taken(number: number, outcome: Outcome): Promise<void> {
    await this.rounds.takings.answer({ webhook: this.webhook, number, outcome });
  }

  /** It takes again: what waited for that is due at once. */
  async recovered(): Promise<void> {
    await this.rounds.pool.query(
      `WITH well AS (UPDATE ${schema}.webhook SET failures = 0, failing_since = NULL, broken_until = NULL WHERE id = $1 RETURNING id)
       UPDATE ${schema}.item SET due_at = now() FROM well
       WHERE webhook = well.id AND taken_at IS NULL AND due_at > now()`,
      [this.webhook],
    );
  }

  /** @returns for how long it has taken nothing, in milliseconds */
  failed(number: number, outcome: Outcome, failure: Failure): Promise<number> {
    return this.rounds.failures.answer({ webhook: this.webhook, number, outcome, failure });
  }
}
