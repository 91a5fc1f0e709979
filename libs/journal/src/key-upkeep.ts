import type pg from 'pg';
import { OTHER_KEYS_KEPT_DAYS, partitionDays } from './key-window.js';

const EVERY_MS = 60 * 60_000;
/** Beyond this, one of two clocks is wrong, and nothing is forgotten by either. */
const CLOCKS_APART_MS = 24 * 60 * 60_000;

/**
 * Makes tomorrow's key partitions, drops those outside the window, and prunes keys without a time of their own. All by the
 * database's clock, as is the window: a writer whose own is days ahead would drop partitions that others still need. Where
 * the two are days apart it may be the database's that is wrong, and what is forgotten would be accepted once more.
 */
export class KeyUpkeep {
  private timer: NodeJS.Timeout | null = null;
  /** The database's time at the zero of `performance.now()`. */
  private origin: number = performance.timeOrigin;

  constructor(
    private readonly pool: pg.Pool,
    private readonly onError: (error: Error) => void,
  ) {}

  /** @throws when it cannot be done now: without partitions no command could be accepted. */
  async start(): Promise<void> {
    await this.run();
    this.timer = setInterval(() => void this.run().catch(this.onError), EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** The database's time, as counted on since it was last asked. */
  now(): number {
    return this.origin + performance.now();
  }

  private async run(): Promise<void> {
    const now = await this.askTime();
    this.origin = now - performance.now();
    const { first, last } = partitionDays(now);
    if (Math.abs(now - Date.now()) > CLOCKS_APART_MS) {
      await this.pool.query('SELECT make_key_partitions($1::date, $2::date)', [first, last]);
      this.onError(new Error('the clocks of the database and of this process are more than a day apart'));
      return;
    }
    await this.pool.query('SELECT keep_key_partitions($1::date, $2::date)', [first, last]);
    await this.pool.query(
      `DELETE FROM command_key_other
       WHERE claimed_at < least(now(), (SELECT to_timestamp(max(accepted_at) / 1000.0) FROM lane)) - make_interval(days => $1)`,
      [OTHER_KEYS_KEPT_DAYS],
    );
  }

  private async askTime(): Promise<number> {
    const { rows } = await this.pool.query<{ now: string }>(
      'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now',
    );
    return Number(rows[0]?.now);
  }
}
