import { askRedrive } from '#libs/projections';
import type { Pool } from 'pg';
import type { WatchedConsumer } from '../config.js';

/** A redrive that was asked for, and what became of it. The consumer carries it out and answers in the same row. */
export interface Redrive {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly doneAt: Date | null;
  readonly applied: number | null;
  readonly remaining: number | null;
  /** Why the first of the remaining events still cannot be applied. */
  readonly reason: string | null;
}

/** `pending` until the consumer has answered; `failed` when events remain. */
export function stateOf({ doneAt, remaining }: Redrive): 'pending' | 'applied' | 'failed' {
  if (doneAt === null) return 'pending';
  return (remaining ?? 0) > 0 ? 'failed' : 'applied';
}

/** The latest redrive of a key. */
export async function findRedrive(
  pool: Pool,
  { name, version }: WatchedConsumer,
  key: string,
): Promise<Redrive | undefined> {
  const { rows } = await pool.query<Redrive>(
    `SELECT id, asked_by AS "askedBy", asked_at AS "askedAt", done_at AS "doneAt", applied, remaining, reason
     FROM bus.redrive WHERE consumer = $1 AND version = $2 AND key = $3 ORDER BY asked_at DESC, id DESC LIMIT 1`,
    [name, version, key],
  );
  return rows[0];
}

/** Asks for a redrive, unless one is asked for already: repeating the request does no harm. */
export async function requestRedrive(pool: Pool, consumer: WatchedConsumer, key: string, by: string): Promise<Redrive> {
  const latest = await findRedrive(pool, consumer, key);
  if (latest && stateOf(latest) === 'pending') return latest;
  await askRedrive(pool, { name: consumer.name, version: consumer.version, key, by });
  const asked = await findRedrive(pool, consumer, key);
  if (!asked) throw new Error('the request was not recorded');
  return asked;
}
