import { leafOf, ordinalOf, topicAt } from '#libs/contracts';
import { prepared, type Tx } from '#libs/postgres';
import type { LogRecord } from '#libs/event-log';
import type { Consumer } from './consumer.js';

/** `BEHIND`: nothing is wrong with the event itself, an earlier one of its referral is parked. */
export interface Letter {
  readonly record: LogRecord;
  readonly reason: string;
}

interface Row {
  lane: number;
  position: string;
  topic: number;
  key: string;
  after: string[];
  previous: Buffer;
  fingerprint: Buffer;
  bytes: Buffer;
  reason: string;
}

/** Events that one consumer set aside, with their bytes untouched, in table `bus.parked`. */
export class Parking {
  readonly #who: readonly [string, number];

  constructor({ name, version }: Pick<Consumer, 'name' | 'version'>) {
    this.#who = [name, version];
  }

  /** Which of the keys are parked. */
  async parkedOf(db: Tx, keys: readonly string[]): Promise<Set<string>> {
    const { rows } = await db.query<{ key: string }>(
      prepared(`SELECT DISTINCT key FROM bus.parked WHERE consumer = $1 AND version = $2 AND key = ANY($3::text[])`, [
        ...this.#who,
        keys,
      ]),
    );
    return new Set(rows.map(({ key }) => key));
  }

  async put(tx: Tx, letters: readonly Letter[]): Promise<void> {
    if (letters.length === 0) return;
    const records = letters.map(({ record }) => record);
    await tx.query(
      `INSERT INTO bus.parked (consumer, version, lane, position, topic, key, after, previous, fingerprint, bytes, reason)
       SELECT $1, $2, lane, position, topic, key, after::bigint[], previous, fingerprint, bytes, reason
       FROM unnest($3::int[], $4::bigint[], $5::smallint[], $6::text[], $7::text[], $8::bytea[], $9::bytea[], $10::bytea[], $11::text[])
         AS n (lane, position, topic, key, after, previous, fingerprint, bytes, reason)`,
      [
        ...this.#who,
        records.map(({ lane }) => lane),
        records.map(({ position }) => position),
        records.map(({ topic }) => ordinalOf(topic)),
        records.map(({ key }) => key),
        records.map(({ after }) => `{${after.join(',')}}`),
        records.map(({ previous }) => previous),
        records.map(({ fingerprint }) => fingerprint),
        records.map(({ bytes }) => bytes),
        letters.map(({ reason }) => reason),
      ],
    );
  }

  /** The key's letters, in the order of their events. */
  async lettersOf(db: Tx, key: string): Promise<Letter[]> {
    const { rows } = await db.query<Row>(
      `SELECT lane, position, topic, key, after, previous, fingerprint, bytes, reason FROM bus.parked
       WHERE consumer = $1 AND version = $2 AND key = $3 ORDER BY lane, position`,
      [...this.#who, key],
    );
    return rows.map(letterOf);
  }

  /** Takes letters out that have been applied. */
  async take(tx: Tx, lane: number, positions: readonly number[]): Promise<void> {
    await tx.query(
      `DELETE FROM bus.parked WHERE consumer = $1 AND version = $2 AND lane = $3 AND position = ANY($4::bigint[])`,
      [...this.#who, lane, positions],
    );
  }

  async restate(tx: Tx, { record: { lane, position }, reason }: Letter): Promise<void> {
    await tx.query(
      `UPDATE bus.parked SET reason = $5 WHERE consumer = $1 AND version = $2 AND lane = $3 AND position = $4`,
      [...this.#who, lane, position, reason],
    );
  }
}

function letterOf({ lane, position, topic, key, after, previous, fingerprint, bytes, reason }: Row): Letter {
  const place = { topic: topicAt(topic), lane, offset: -1, key, position: Number(position), after: after.map(Number) };
  return { reason, record: { ...place, previous, fingerprint, bytes, leaf: leafOf(fingerprint, bytes) } };
}
