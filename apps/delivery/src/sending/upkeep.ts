import { type Logger, Turns } from '#libs/platform';
import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';

/** What was taken is shown for so long. */
export const KEPT_DAYS = 7;
/** Calls that are over; what came of them was passed on long before. */
const CALLS_KEPT_DAYS = 90;
const EVERY_MS = 600_000;
const AT_ONCE = 5_000;

/** Removes what was taken long ago, some at a time. */
export class Upkeep {
  readonly #turns = new Turns((stopping) => this.#turn(stopping));

  constructor(
    private readonly pool: Pool,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.#turns.start();
  }

  async stop(): Promise<void> {
    await this.#turns.stop();
  }

  async #turn(stopping: AbortSignal): Promise<number> {
    try {
      while ((await this.#remove()) === AT_ONCE && !stopping.aborted);
    } catch (err) {
      this.logger.warn({ err, part: 'delivery' }, 'what was taken long ago could not be removed');
    }
    return EVERY_MS;
  }

  async #remove(): Promise<number> {
    const { rowCount } = await this.pool.query(
      `DELETE FROM ${schema}.item WHERE (webhook, number) IN (SELECT webhook, number FROM ${schema}.item
         WHERE taken_at < now() - make_interval(days => ${KEPT_DAYS}) LIMIT ${AT_ONCE})`,
    );
    const { rowCount: calls } = await this.pool.query(
      `DELETE FROM ${schema}.call WHERE (event, agency, role) IN (SELECT event, agency, role FROM ${schema}.call
         WHERE ended_at < now() - make_interval(days => ${CALLS_KEPT_DAYS}) LIMIT ${AT_ONCE})`,
    );
    return Math.max(rowCount ?? 0, calls ?? 0);
  }
}
