import type { Pool, PoolClient, QueryResultRow } from 'pg';

const PAGE = 2_000;

/** One state of a database, seen until it is closed, however much is written meanwhile. */
export class Snapshot {
  #cursors = 0;

  private constructor(private readonly client: PoolClient) {}

  static async open(pool: Pool): Promise<Snapshot> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query('SELECT 1'); // the first statement takes the snapshot, not BEGIN
      return new Snapshot(client);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async rows<Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, [...values])).rows;
  }

  /** Every row, a page at a time in memory. Do not leave the loop early: its cursor would stay open. */
  async *pages<Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []): AsyncGenerator<Row[]> {
    const name = `page_${(this.#cursors += 1)}`;
    await this.client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, [...values]);
    for (;;) {
      const { rows } = await this.client.query<Row>(`FETCH ${PAGE} FROM ${name}`);
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) break;
    }
    await this.client.query(`CLOSE ${name}`);
  }

  /** Lets the server clean up again. */
  async close(): Promise<void> {
    await this.client.query('ROLLBACK').then(
      () => this.client.release(),
      () => this.client.release(true),
    );
  }
}
