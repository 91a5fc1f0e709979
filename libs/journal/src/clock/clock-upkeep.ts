import type { Pool } from 'pg';
import type { Due } from '#libs/domain';
import { bigintArray } from '../binary-array.js';
import type { Fold } from '../command.js';
import { readState } from '../state-text.js';
import { streamFolds } from '../stream-folds.js';
import { clockColumns, levelNumber, type SetClock } from './set-clocks.js';

const PAGE = 1_000;

interface Page {
  readonly key: string;
  readonly lane: number;
  readonly position: string;
  readonly state: string;
  readonly at: string | null;
  readonly level: number | null;
}

interface Difference extends SetClock {
  readonly key: string;
  readonly position: number;
}

export interface Upkept {
  readonly legs: number;
  readonly mended: number;
  /** Legs of which this process cannot say when they are due: rules or states of a newer version. */
  readonly unknown: number;
}

/**
 * Gives every leg the clock that its state asks for: in a journal that is older than clocks, that was refilled from its topics,
 * or whose rules have changed. Reads without locks, a page at a time; what differs is written under the locks of its lanes, and
 * only where the state still stands where it was seen. As role bus_writer.
 */
export class ClockUpkeep<State> {
  constructor(
    private readonly pool: Pool,
    private readonly fold: Fold<State>,
  ) {}

  /** @param wanted as it was said before the first state is read @throws AbortError between pages */
  async run(wanted: number, signal: AbortSignal): Promise<Upkept> {
    let [legs, mended, unknown] = [0, 0, 0];
    for (let after = ''; ;) {
      signal.throwIfAborted();
      const page = await this.page(after);
      const compared = page.map((row) => this.difference(row));
      legs += page.length;
      unknown += compared.filter((each) => each === 'unknown').length;
      mended += await this.mend(compared.filter((each) => typeof each === 'object'));
      if (page.length < PAGE) break;
      after = page.at(-1)?.key ?? '';
    }
    mended += await this.removeStrays();
    if (unknown === 0) await this.pool.query('UPDATE clock_upkeep SET done = greatest(done, $1)', [wanted]);
    return { legs, mended, unknown };
  }

  private async page(after: string): Promise<Page[]> {
    // each clock by its key: a merge of both tables would walk through all clocks before the page
    const { rows } = await this.pool.query<Page>(
      `SELECT s.key, s.lane, s.position, s.state, c.at, c.level FROM state s
       LEFT JOIN LATERAL (SELECT at, level FROM clock WHERE key = s.key LIMIT 1) c ON true
       WHERE s.key > $1 AND NOT s.key = ANY ($2) ORDER BY s.key LIMIT $3`,
      [after, [...streamFolds.keys()], PAGE],
    );
    return rows;
  }

  private difference({ key, lane, position, state, at, level }: Page): Difference | 'unknown' | 'same' {
    let due: Due | null;
    try {
      due = this.fold.due?.(readState(this.fold, state)) ?? null;
    } catch {
      return 'unknown'; // whoever decides on this leg says why
    }
    const wanted = due && { at: String(due.at), level: levelNumber(due.level) };
    if ((wanted?.at ?? null) === at && (wanted?.level ?? null) === level) return 'same';
    return { key, lane, position: Number(position), due };
  }

  private async mend(differences: readonly Difference[]): Promise<number> {
    if (differences.length === 0) return 0;
    const [keys, lanes, times, levels] = clockColumns(differences.map((each) => [each.key, each]));
    const { rows } = await this.pool.query<{ mended: number }>(
      'SELECT mend_clocks($1::text[], $2::integer[], $3::bigint[], $4::bigint[], $5::smallint[]) AS mended',
      [keys, lanes, bigintArray(differences.map(({ position }) => position)), times, levels],
    );
    return rows[0]?.mended ?? 0;
  }

  /** A state and its clock are written together, so a clock alone is left over from a state that is gone. */
  private async removeStrays(): Promise<number> {
    const { rowCount } = await this.pool.query(
      'DELETE FROM clock c WHERE NOT EXISTS (SELECT FROM state s WHERE s.key = c.key)',
    );
    return rowCount ?? 0;
  }
}
