import type { Tx } from '#libs/postgres';
import type { Pool } from 'pg';
import type { ApplyParts } from './apply-batch.js';
import type { Consumer } from './consumer.js';
import { redrive, type Redriven } from './redrive.js';

interface Asked {
  id: string;
  key: string;
}

/** Asks a consumer, wherever it runs, to apply a key's parked events again. The answer comes into the same row. */
export async function askRedrive(
  db: Tx,
  { name, version, key, by }: Pick<Consumer, 'name' | 'version'> & { readonly key: string; readonly by: string },
): Promise<string> {
  const sql = `INSERT INTO bus.redrive (consumer, version, key, asked_by) VALUES ($1, $2, $3, $4) RETURNING id`;
  const { rows } = await db.query<{ id: string }>(sql, [name, version, key, by]);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the request was not recorded');
  return id;
}

/** Null as long as the consumer has not answered. */
export async function findRedriven(db: Tx, id: string): Promise<Redriven | null> {
  const sql = `SELECT applied, remaining, reason FROM bus.redrive WHERE id = $1 AND done_at IS NOT NULL`;
  const { rows } = await db.query<Redriven>(sql, [id]);
  return rows[0] ?? null;
}

/** Carries out what was asked; several processes of a consumer share the work. */
export async function answerRedrives(
  parts: ApplyParts,
  { name, version }: Pick<Consumer, 'name' | 'version'>,
): Promise<void> {
  for (const { id, key } of await open(parts.pool, name, version)) {
    const { applied, remaining, reason } = await redrive(parts, key);
    await parts.pool.query(
      `UPDATE bus.redrive SET applied = $2, remaining = $3, reason = $4, done_at = now() WHERE id = $1 AND done_at IS NULL`,
      [id, applied, remaining, reason],
    );
  }
}

async function open(pool: Pool, name: string, version: number): Promise<Asked[]> {
  const sql = `SELECT id, key FROM bus.redrive WHERE consumer = $1 AND version = $2 AND done_at IS NULL ORDER BY asked_at LIMIT 20`;
  return (await pool.query<Asked>(sql, [name, version])).rows;
}
