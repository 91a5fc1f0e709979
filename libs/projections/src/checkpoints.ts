import { LANE_COUNT } from '#libs/contracts';
import { prepared, type Tx } from '#libs/postgres';
import type { Consumer } from './consumer.js';
import type { LaneCheckpoint } from './lane-checkpoint.js';

/** A checkpoint as the database has it. */
export interface StoredCheckpoint extends LaneCheckpoint {
  /** Parked events of the lane. */
  readonly letters: number;
}

/** A checkpoint to be written. */
export interface MovedCheckpoint extends StoredCheckpoint {
  /** Why nothing that follows is applied any more, where the lane was found to stop there. */
  readonly stopped?: string | null;
}

interface Row {
  lane: number;
  position: string;
  vector: string[];
  leaf: Buffer;
  offsets: string[];
  letters: number;
}

const COLUMNS = 'lane, position, vector, leaf, offsets, letters';

/** How far one consumer is, in table `bus.checkpoint` of its own database. */
export class Checkpoints {
  readonly #who: readonly [string, number];

  constructor({ name, version }: Pick<Consumer, 'name' | 'version'>) {
    this.#who = [name, version];
  }

  /** A row for every lane, so that each can be locked. */
  async ensure(db: Tx): Promise<void> {
    await db.query(
      `INSERT INTO bus.checkpoint (consumer, version, lane) SELECT $1, $2, generate_series(0, $3::int - 1) ON CONFLICT DO NOTHING`,
      [...this.#who, LANE_COUNT],
    );
    await db.query(`INSERT INTO bus.live (consumer, version) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [...this.#who]);
  }

  async load(db: Tx, lanes: readonly number[]): Promise<Map<number, StoredCheckpoint>> {
    return this.#select(db, lanes, '');
  }

  /** Locks the lanes' rows, in lane order, until the transaction ends: one writer at a time. */
  async lock(tx: Tx, lanes: readonly number[]): Promise<Map<number, StoredCheckpoint>> {
    return this.#select(tx, lanes, 'FOR UPDATE');
  }

  /** A lane that goes on no longer stands still, unless it says so. @param moved the locked lanes' new checkpoints */
  async move(tx: Tx, moved: readonly MovedCheckpoint[]): Promise<void> {
    await tx.query(
      prepared(
        `UPDATE bus.checkpoint AS c
       SET position = n.position, vector = n.vector::bigint[], leaf = n.leaf, offsets = n.offsets::bigint[], letters = n.letters,
           stopped = CASE WHEN n.position = c.position THEN c.stopped ELSE n.stopped END, applied_at = now()
       FROM unnest($3::int[], $4::bigint[], $5::text[], $6::bytea[], $7::text[], $8::int[], $9::text[])
         AS n (lane, position, vector, leaf, offsets, letters, stopped)
       WHERE c.consumer = $1 AND c.version = $2 AND c.lane = n.lane`,
        [
          ...this.#who,
          moved.map(({ lane }) => lane),
          moved.map(({ position }) => position),
          moved.map(({ vector }) => arrayText(vector)),
          moved.map(({ leaf }) => leaf),
          moved.map(({ offsets }) => arrayText(offsets)),
          moved.map(({ letters }) => letters),
          moved.map(({ stopped }) => stopped ?? null),
        ],
      ),
    );
  }

  /**
   * Says in the row why nothing of the lane is applied any more, for those who look from another process.
   * @param at only if the lane is still there: one that has gone on stands still no longer
   */
  async markStopped(db: Tx, lane: number, reason: string, at: number | null = null): Promise<void> {
    await db.query(
      `UPDATE bus.checkpoint SET stopped = $4
       WHERE consumer = $1 AND version = $2 AND lane = $3 AND ($5::bigint IS NULL OR position = $5)`,
      [...this.#who, lane, reason, at],
    );
  }

  async #select(db: Tx, lanes: readonly number[], lock: '' | 'FOR UPDATE'): Promise<Map<number, StoredCheckpoint>> {
    const { rows } = await db.query<Row>(
      prepared(
        `SELECT ${COLUMNS} FROM bus.checkpoint WHERE consumer = $1 AND version = $2 AND lane = ANY($3::int[]) ORDER BY lane ${lock}`,
        [...this.#who, lanes],
      ),
    );
    return new Map(rows.map((row) => [row.lane, checkpointOf(row)]));
  }
}

function checkpointOf({ lane, position, vector, leaf, offsets, letters }: Row): StoredCheckpoint {
  return { lane, position: Number(position), vector: vector.map(Number), leaf, offsets: offsets.map(Number), letters };
}

// unnest flattens arrays of arrays, so each travels as its text.
const arrayText = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;
