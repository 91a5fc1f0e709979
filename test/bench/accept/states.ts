import pg from 'pg';
import { decodeEvent } from '#libs/contracts';
import { acceptedOf } from '#libs/domain';
import { type Fold, writeState } from '#libs/journal';
import { CheckFailed } from '../harness/row.js';

/** Every state of these lanes is the fold of its journal. @returns that in words @throws CheckFailed */
export async function checkStates<State>(url: string, of: Fold<State>, lanes: readonly number[]): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const findings: string[] = [];
    for (const lane of lanes) findings.push(...(await checkLane(pool, of, lane)));
    if (findings.length > 0) throw new CheckFailed(findings);
    return 'states = fold';
  } finally {
    await pool.end();
  }
}

async function checkLane<State>(pool: pg.Pool, of: Fold<State>, lane: number): Promise<string[]> {
  const folds = new Map<string, State>();
  const { rows } = await pool.query<{ key: string; fingerprint: Buffer; bytes: Buffer }>(
    'SELECT key, fingerprint, bytes FROM journal WHERE lane = $1 ORDER BY position',
    [lane],
  );
  for (const row of rows) {
    const { meta, ...event } = decodeEvent(row);
    if (meta.leg !== null)
      folds.set(row.key, of.evolve(folds.get(row.key) ?? of.initialState(), event, acceptedOf(meta)));
  }
  const states = await pool.query<{ key: string; state: string }>('SELECT key, state FROM state WHERE lane = $1', [
    lane,
  ]);
  const findings: string[] = [];
  for (const { key, state } of states.rows) {
    const fold = folds.get(key);
    if (!fold || writeState(of, fold) !== state) findings.push(`${key}: its state is not the fold of its journal`);
    folds.delete(key);
  }
  return [...findings, ...[...folds.keys()].map((key) => `${key}: has no state`)];
}
