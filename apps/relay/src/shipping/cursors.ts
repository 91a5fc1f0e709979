import { prepared } from '#libs/postgres';
import type { Pool } from 'pg';

export interface LaneCursor {
  readonly lane: number;
  /** Everything up to here is on the topics. */
  readonly position: number;
  /** The lane's last position in the journal. */
  readonly head: number;
}

export interface CursorMove {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
}

/** How far each lane has been shipped. */
export class Cursors {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async all(): Promise<LaneCursor[]> {
    return this.#read('true', []);
  }

  /** The lanes of one loop that have something to ship. */
  async behind(loop: number, loops: number): Promise<LaneCursor[]> {
    return this.#read('l.position > c.position AND c.lane % $2 = $1', [loop, loops]);
  }

  /**
   * Moves cursors on, each only from where it was read and only for the owner of the newest epoch.
   * @returns the lanes that moved; the others were rewound or taken over meanwhile
   */
  async advance(moves: readonly CursorMove[], epoch: number): Promise<Set<number>> {
    // A new owner's epoch may become visible while this runs: it then finds this move done, or its own cursor changed.
    const { rows } = await this.#pool.query<{ lane: number }>(
      prepared(
        `UPDATE relay_cursor c SET position = m.next
       FROM unnest($1::integer[], $2::bigint[], $3::bigint[]) AS m (lane, was, next)
       WHERE c.lane = m.lane AND c.position = m.was AND EXISTS (SELECT 1 FROM relay_owner WHERE id = 1 AND epoch = $4)
       RETURNING c.lane`,
        [moves.map(({ lane }) => lane), moves.map(({ from }) => from), moves.map(({ to }) => to), epoch],
      ),
    );
    return new Set(rows.map(({ lane }) => lane));
  }

  /** Lets everything after `to` be shipped again. Never moves a cursor on. @returns the lanes that went back */
  async rewind(targets: ReadonlyMap<number, number>, epoch: number): Promise<number[]> {
    if (targets.size === 0) return [];
    const { rows } = await this.#pool.query<{ lane: number }>(
      `UPDATE relay_cursor c SET position = t.target
       FROM unnest($1::integer[], $2::bigint[]) AS t (lane, target)
       WHERE c.lane = t.lane AND c.position > t.target AND EXISTS (SELECT 1 FROM relay_owner WHERE id = 1 AND epoch = $3)
       RETURNING c.lane`,
      [[...targets.keys()], [...targets.values()], epoch],
    );
    return rows.map(({ lane }) => lane);
  }

  async #read(condition: string, parameters: readonly unknown[]): Promise<LaneCursor[]> {
    const { rows } = await this.#pool.query<{ lane: number; position: string; head: string }>(
      prepared(
        `SELECT c.lane, c.position, l.position AS head FROM relay_cursor c JOIN lane l USING (lane) WHERE ${condition} ORDER BY c.lane`,
        [...parameters],
      ),
    );
    return rows.map(({ lane, position, head }) => ({ lane, position: Number(position), head: Number(head) }));
  }
}
