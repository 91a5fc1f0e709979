import { decodeEvent, newestSchema, type RecordedEvent } from '#libs/contracts';
import { busActors } from '#libs/domain';
import pg from 'pg';
import type { Deployment } from '../../deployment/index.js';

/** How a referral got to its receiver comes when it comes, and nobody asked for it. */
const { fingerprint: evidence } = newestSchema('EvidenceAdvanced');

/** The journal of a deployment, read as its superuser; what came of requests. */
export class JournalReader {
  readonly #pool: pg.Pool;

  constructor({ databases }: Deployment) {
    this.#pool = new pg.Pool({ connectionString: databases.journal.url(), max: 1 });
  }

  /** Events that agencies said: what the bus says by itself, of a clock that is due, comes in between whatever is asked. */
  async count(): Promise<number> {
    const { rows } = await this.#pool.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE fingerprint <> $1',
      [evidence],
    );
    return rows.filter((row) => decodeEvent(row).meta.actor.agency !== busActors.clock.agency).length;
  }

  /** The newest events first. */
  async newest(limit: number): Promise<RecordedEvent[]> {
    const { rows } = await this.#pool.query<{ fingerprint: Buffer; bytes: Buffer }>(
      `SELECT fingerprint, bytes FROM journal WHERE fingerprint <> $2
       ORDER BY xmin::text::bigint DESC, lane, position LIMIT $1`,
      [limit, evidence],
    );
    return rows.map((row) => decodeEvent(row));
  }

  /** The events of a referral, in the order of their lane. */
  async ofReferral(id: string): Promise<RecordedEvent[]> {
    const { rows } = await this.#pool.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE key = $1 AND fingerprint <> $2 ORDER BY lane, position',
      [id, evidence],
    );
    return rows.map((row) => decodeEvent(row));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
