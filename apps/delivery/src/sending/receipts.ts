import { type Logger, Turns } from '#libs/platform';
import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { FeedDoor } from '../feed/feed-door.js';

const EVERY_MS = 1_000;
const AWAY_MS = 5_000;
const AT_ONCE = 500;

/** Passes on what webhooks have taken, as evidence of delivery, until it was taken there: it is repeated when anything dies. */
export class Receipts {
  readonly #turns = new Turns(() => this.#turn());

  constructor(
    private readonly pool: Pool,
    private readonly door: Pick<FeedDoor, 'retrieved'>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.#turns.start();
  }

  async stop(): Promise<void> {
    await this.#turns.stop();
  }

  /** @returns how long to wait before the next, in milliseconds */
  async #turn(): Promise<number> {
    try {
      const { rows } = await this.pool.query<{ referral: string }>(
        `SELECT referral FROM ${schema}.receipt LIMIT ${AT_ONCE}`,
      );
      if (rows.length === 0) return EVERY_MS;
      const referrals = rows.map(({ referral }) => referral);
      await this.door.retrieved(referrals);
      await this.pool.query(`DELETE FROM ${schema}.receipt WHERE referral = ANY($1::text[])`, [referrals]);
      return rows.length === AT_ONCE ? 0 : EVERY_MS;
    } catch (err) {
      this.logger.warn({ err, part: 'delivery', code: 'RECEIPTS_AWAY' }, 'receipts of webhooks wait');
      return AWAY_MS;
    }
  }
}
