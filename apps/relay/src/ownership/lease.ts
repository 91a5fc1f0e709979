import type { Pool } from 'pg';

/** Long enough for a pause of the process, short enough that a dead relay is soon replaced. */
export const LEASE_MS = 3_000;

/** What the row said when it was last looked at, and since when it has been saying that: milliseconds of this process. */
interface Watched {
  readonly epoch: string;
  readonly expires: string;
  readonly since: number;
}

/**
 * One relay ships at a time. That is for order's comfort only: two by mistake send duplicates, which consumers skip, and
 * the cursor moves for the owner of the newest epoch alone. A lease ends by the database's clock, or, since that can be set
 * back and would then keep a dead owner's lease alive, when nobody has renewed it for two lease times of whoever waits.
 */
export class Lease {
  readonly #pool: Pool;
  readonly #owner: string;
  #epoch: number | undefined;
  #until = 0;
  #watched: Watched | undefined;

  constructor(pool: Pool, owner: string) {
    this.#pool = pool;
    this.#owner = owner;
  }

  /** The epoch that this relay owns; undefined while it owns none, or can no longer be sure. */
  get epoch(): number | undefined {
    return performance.now() < this.#until ? this.#epoch : undefined;
  }

  /** Renews the lease, or takes it when it is free. To be called every third of its time. */
  async keep(): Promise<void> {
    const asked = performance.now();
    const epoch = (await this.#renew()) ?? (await this.#take());
    this.#epoch = epoch;
    this.#until = epoch === undefined ? 0 : asked + LEASE_MS;
  }

  /** Lets the next relay begin at once. */
  async release(): Promise<void> {
    const epoch = this.#epoch;
    this.#epoch = undefined;
    if (epoch === undefined) return;
    await this.#pool.query(`UPDATE relay_owner SET expires_at = 'epoch' WHERE id = 1 AND epoch = $1 AND owner = $2`, [
      epoch,
      this.#owner,
    ]);
  }

  async #renew(): Promise<number | undefined> {
    if (this.#epoch === undefined) return undefined;
    const { rows } = await this.#pool.query<{ epoch: string }>(
      `UPDATE relay_owner SET expires_at = clock_timestamp() + $3 * interval '1 ms' WHERE id = 1 AND epoch = $1 AND owner = $2 RETURNING epoch`,
      [this.#epoch, this.#owner, LEASE_MS],
    );
    return epochOf(rows);
  }

  async #take(): Promise<number | undefined> {
    const silent = this.#silent();
    const { rows } = await this.#pool.query<{ epoch: string }>(
      `UPDATE relay_owner SET epoch = epoch + 1, owner = $1, expires_at = clock_timestamp() + $2 * interval '1 ms'
       WHERE id = 1 AND (expires_at < clock_timestamp() OR (epoch = $3 AND expires_at = $4::timestamptz)) RETURNING epoch`,
      [this.#owner, LEASE_MS, silent?.epoch ?? null, silent?.expires ?? null],
    );
    const epoch = epochOf(rows);
    if (epoch === undefined) await this.#watch();
    return epoch;
  }

  /** The lease of an owner that has not renewed it for so long that it cannot believe in it any more. */
  #silent(): Watched | undefined {
    return this.#watched && performance.now() - this.#watched.since >= 2 * LEASE_MS ? this.#watched : undefined;
  }

  async #watch(): Promise<void> {
    const { rows } = await this.#pool.query<{ epoch: string; expires: string }>(
      'SELECT epoch, expires_at::text AS expires FROM relay_owner WHERE id = 1',
    );
    const [row] = rows;
    const { epoch, expires } = this.#watched ?? {};
    if (row && (row.epoch !== epoch || row.expires !== expires)) this.#watched = { ...row, since: performance.now() };
  }
}

const epochOf = ([row]: readonly { epoch: string }[]): number | undefined => (row ? Number(row.epoch) : undefined);
