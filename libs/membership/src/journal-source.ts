import { decodeEvent, MEMBERSHIP_LANE, topics } from '#libs/contracts';
import type { Logger } from '#libs/platform';
import type pg from 'pg';
import { membershipPool } from './membership-pool.js';
import type { MembershipSource, Read } from './membership-source.js';

/** Rows a look: a bus is founded with some hundreds. */
const LOOK = 1_000;

/** For apps that reach the journal anyway: a look at the end of one lane costs the database next to nothing. */
export class JournalSource implements MembershipSource {
  readonly everyMs = 250;
  readonly #pool: pg.Pool;
  #position = 0;

  /** @param url as a role that may read the journal */
  static of(url: string): (logger: Logger) => JournalSource {
    return (logger) =>
      new JournalSource(url, (err) => logger.warn({ err, part: 'membership' }, 'journal connection failed'));
  }

  private constructor(url: string, onError: (error: Error) => void) {
    this.#pool = membershipPool(url, onError);
  }

  async read(): Promise<Read> {
    const { rows } = await this.#pool.query<{ position: string; fingerprint: Buffer; bytes: Buffer }>({
      name: 'membership',
      text: 'SELECT position, fingerprint, bytes FROM journal WHERE lane = $1 AND position > $2 ORDER BY position LIMIT $3',
      values: [MEMBERSHIP_LANE, this.#position, LOOK],
    });
    const events = rows.map((row) => decodeEvent(row)).filter(({ topic }) => topic === topics.membership);
    this.#position = Number(rows.at(-1)?.position ?? this.#position);
    return { events, whole: rows.length < LOOK };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
