import type pg from 'pg';
import { OTHER_KEYS_KEPT_DAYS, partitionDays } from './key-window.js';

const EVERY_MS = 60 * 60_000;

/** Makes tomorrow's key partitions, drops those outside the window, and prunes keys without a time of their own. */
export class KeyUpkeep {
  private timer: NodeJS.Timeout | null = null;

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

  private async run(): Promise<void> {
    const { first, last } = partitionDays(Date.now());
    await this.pool.query('SELECT keep_key_partitions($1::date, $2::date)', [first, last]);
    await this.pool.query(`DELETE FROM command_key_other WHERE claimed_at < now() - make_interval(days => $1)`, [
      OTHER_KEYS_KEPT_DAYS,
    ]);
  }
}
