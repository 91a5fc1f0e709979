import { decodeEvent, type RecordedEvent } from '#libs/contracts';
import pg from 'pg';
import type { Deployment } from '../../deployment/index.js';

/** The journal of a deployment, read as its superuser. */
export class JournalReader {
  readonly #pool: pg.Pool;

  constructor({ databases }: Deployment) {
    this.#pool = new pg.Pool({ connectionString: databases.journal.url(), max: 1 });
  }

  async count(): Promise<number> {
    const { rows } = await this.#pool.query<{ count: string }>('SELECT count(*) FROM journal');
    return Number(rows[0]?.count);
  }

  /** The newest events first. */
  async newest(limit: number): Promise<RecordedEvent[]> {
    const { rows } = await this.#pool.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal ORDER BY xmin::text::bigint DESC, lane, position LIMIT $1',
      [limit],
    );
    return rows.map((row) => decodeEvent(row));
  }

  /** The events of a referral, in the order of their lane. */
  async ofReferral(id: string): Promise<RecordedEvent[]> {
    const { rows } = await this.#pool.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE key = $1 ORDER BY lane, position',
      [id],
    );
    return rows.map((row) => decodeEvent(row));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
