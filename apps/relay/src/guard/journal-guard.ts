import type { Pool, PoolClient } from 'pg';
import type { LaneVerdict } from '../tails/judge-lane.js';
import type { TailComparison } from '../tails/tail-comparison.js';

/** Who said that the journal, since its server started, may accept; undefined while nobody has. */
export type Confirmation = { readonly by: string; readonly reason: string } | undefined;

/**
 * What keeps a restored journal from using positions twice: commands are refused until the journal has been compared with
 * the topics once since its server started, and in each lane that was found behind them until it is no more.
 */
export class JournalGuard {
  readonly #pool: Pool;
  readonly #comparison: TailComparison;

  constructor(pool: Pool, comparison: TailComparison) {
    this.#pool = pool;
    this.#comparison = comparison;
  }

  async confirmation(): Promise<Confirmation> {
    const { rows } = await this.#pool.query<{ confirmed_by: string; reason: string }>(
      'SELECT confirmed_by, reason FROM journal_confirmation WHERE incarnation = journal_incarnation()',
    );
    const [row] = rows;
    return row && { by: row.confirmed_by, reason: row.reason };
  }

  /**
   * Compares every lane with the topics, closes those that hold more than the journal or something else, opens those that
   * are sound, and confirms. All on one connection, which cannot outlive its server.
   */
  async compare(): Promise<Map<number, LaneVerdict>> {
    return withClient(this.#pool, async (client) => {
      const { rows } = await client.query<{ incarnation: string; confirmed: boolean }>(
        'SELECT journal_incarnation() AS incarnation, journal_confirmed() AS confirmed',
      );
      const [begun] = rows;
      if (!begun) throw new Error('the journal does not say which it is');
      const verdicts = await this.#comparison.judge(client, !begun.confirmed);
      // Nothing is settled when somebody else has confirmed meanwhile: what was accepted since would look like a lane that is ahead.
      const settled = await client.query<{ settled: boolean }>('SELECT settle_journal($1, $2, $3, $4) AS settled', [
        begun.incarnation,
        begun.confirmed,
        [...verdicts.keys()],
        [...verdicts.values()].map(({ hold }) => hold ?? null),
      ]);
      if (!settled.rows[0]?.settled) throw new Error('the journal was confirmed by another meanwhile');
      return verdicts;
    });
  }
}

/** A connection for itself. It may break while no query is under way, which then is the next query's failure. */
async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  const onError = (): void => void (broken = true);
  client.on('error', onError);
  try {
    return await work(client);
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
