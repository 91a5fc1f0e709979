import type { Pool } from 'pg';
import type { HeldKey } from '../checks/held-keys.js';
import type { StoredState } from '../checks/leg-folds.js';
import type { JournalRow, LaneRow } from '../journal-row.js';
import { Snapshot } from './snapshot.js';

interface Lane {
  lane: number;
  position: string;
  vector: string[];
  head: Buffer;
  accepted_at: string;
}

const LANES = 'SELECT lane, position, vector, head, accepted_at FROM lane ORDER BY lane';

const laneRow = ({ lane, position, vector, head, accepted_at }: Lane): LaneRow => ({
  lane,
  position: Number(position),
  vector: vector.map(Number),
  head,
  acceptedAt: Number(accepted_at),
});

/** Where each lane stands now. */
export async function readLanes(pool: Pool): Promise<LaneRow[]> {
  return (await pool.query<Lane>(LANES)).rows.map(laneRow);
}

/** Lanes whose history here and on the topics cannot be made one: what there is to say of them was said when they were sealed. */
export async function readSealed(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ lane: number }>('SELECT lane FROM lane WHERE sealed ORDER BY lane');
  return rows.map(({ lane }) => lane);
}

/** How far the relay says that each lane is on the topics. */
export async function readCursors(pool: Pool): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ lane: number; position: string }>('SELECT lane, position FROM relay_cursor');
  return new Map(rows.map(({ lane, position }) => [lane, Number(position)]));
}

/** The journal's database at one moment. Its role must be able to read every table of it. */
export class JournalReader {
  private constructor(
    private readonly snapshot: Snapshot,
    /** Milliseconds since 1970, by the database's clock. */
    readonly now: number,
    readonly lanes: readonly LaneRow[],
  ) {}

  static async open(pool: Pool): Promise<JournalReader> {
    const snapshot = await Snapshot.open(pool);
    const [clock] = await snapshot.rows<{ now: string }>(
      'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now',
    );
    const lanes = await snapshot.rows<Lane>(LANES);
    return new JournalReader(snapshot, Number(clock?.now), lanes.map(laneRow));
  }

  /** In the order of lanes and positions. */
  async *rows(lanes: readonly number[]): AsyncGenerator<JournalRow> {
    const pages = this.snapshot.pages<Omit<JournalRow, 'position'> & { position: string }>(
      'SELECT lane, position, topic, key, fingerprint, bytes FROM journal WHERE lane = ANY($1::int[]) ORDER BY lane, position',
      [lanes],
    );
    for await (const page of pages) for (const row of page) yield { ...row, position: Number(row.position) };
  }

  async *states(lanes: readonly number[]): AsyncGenerator<StoredState & { readonly lane: number }> {
    const pages = this.snapshot.pages<{ lane: number; key: string; position: string; state: string }>(
      'SELECT lane, key, position, state FROM state WHERE lane = ANY($1::int[])',
      [lanes],
    );
    for await (const page of pages)
      for (const { lane, key, position, state } of page) yield { lane, key, position: Number(position), text: state };
  }

  async *keys(lanes: readonly number[]): AsyncGenerator<HeldKey> {
    const columns = 'digest, lane, base, standing IS NOT NULL AS standing';
    const pages = this.snapshot.pages<{ digest: Buffer; lane: number; base: string; standing: boolean }>(
      `SELECT ${columns} FROM command_key WHERE lane = ANY($1::int[])
       UNION ALL SELECT ${columns} FROM command_key_other WHERE lane = ANY($1::int[])`,
      [lanes],
    );
    for await (const page of pages) for (const row of page) yield { ...row, base: Number(row.base) };
  }

  close(): Promise<void> {
    return this.snapshot.close();
  }
}
