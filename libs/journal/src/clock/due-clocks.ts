import type { Pool } from 'pg';

/** How long a clock is its taker's, the first time. When the taker dies it is taken again; when it is only slow, the state says so. */
const LEASE_MS = 5_000;
/** From so many attempts on, somebody should look why a leg cannot be decided. */
export const STUCK_AFTER = 4;

export interface DueClock {
  /** The leg. */
  readonly key: string;
  readonly lane: number;
  /** When it was due, in ms since 1970. */
  readonly at: number;
  /** 1 to 4. */
  readonly level: number;
  /** This one included, since the clock was set. */
  readonly attempts: number;
}

export interface Taken {
  /** The urgent first, then by time. */
  readonly due: readonly DueClock[];
  /** The time of the bus, in ms since 1970. */
  readonly now: number;
  /** When the next clock is due; null while none runs. */
  readonly next: number | null;
  /** How often it was said that clocks lack what states say. */
  readonly upkeepWanted: number;
}

interface TakenRow {
  readonly kind: 'now' | 'due' | 'next';
  readonly o_key: string;
  readonly o_lane: number;
  readonly o_time: string | null;
  readonly o_level: number;
  readonly o_count: string;
}

/** Clocks by how they stand. Those of sealed lanes are nobody's any more. */
export interface ClockStanding {
  readonly due: number;
  readonly stuck: number;
  /** For how long the oldest is due, in seconds. */
  readonly oldestSeconds: number;
  /** How far the time of the bus is put ahead, in ms. */
  readonly aheadMs: number;
}

/** The clocks in the journal's database, for those who run them. As role bus_writer. */
export class DueClocks {
  constructor(private readonly pool: Pool) {}

  /** One query, which reads its index only: cheap enough to be asked every second. */
  async take(limit: number): Promise<Taken> {
    const { rows } = await this.pool.query<TakenRow>({
      name: 'take-clocks',
      text: 'SELECT * FROM take_clocks($1, $2)',
      values: [limit, LEASE_MS],
    });
    const [said] = rows.filter(({ kind }) => kind === 'now');
    if (!said) throw new RangeError('the journal has no bookkeeping of clocks');
    const next = rows.find(({ kind }) => kind === 'next')?.o_time ?? null;
    return {
      due: rows
        .filter(({ kind }) => kind === 'due')
        .map(dueOf)
        .toSorted(inOrder),
      now: Number(said.o_time),
      next: next === null ? null : Number(next),
      upkeepWanted: Number(said.o_count),
    };
  }

  async standing(): Promise<ClockStanding> {
    const { rows } = await this.pool.query<{ due: string; stuck: string; oldest: string | null; ahead: string }>(
      `SELECT count(*) AS due, count(*) FILTER (WHERE c.attempts >= $1) AS stuck, max(t.now - c.at) / 1000.0 AS oldest,
              (SELECT ahead_ms FROM bus_clock) AS ahead
       FROM (SELECT bus_now() AS now) t
       JOIN clock c ON c.level = ANY ('{1,2,3,4}') AND c.look_at <= t.now + $2 AND c.at <= t.now
       JOIN lane l ON l.lane = c.lane AND NOT l.sealed`,
      [STUCK_AFTER, LEASE_MS * 64],
    );
    const [row] = rows;
    return {
      due: Number(row?.due ?? 0),
      stuck: Number(row?.stuck ?? 0),
      oldestSeconds: Number(row?.oldest ?? 0),
      aheadMs: Number(row?.ahead ?? 0),
    };
  }

  /** Reads the whole index. */
  async open(): Promise<number> {
    const { rows } = await this.pool.query<{ open: string }>('SELECT count(*) AS open FROM clock');
    return Number(rows[0]?.open);
  }
}

const dueOf = ({ o_key, o_lane, o_time, o_level, o_count }: TakenRow): DueClock => ({
  key: o_key,
  lane: o_lane,
  at: Number(o_time),
  level: o_level,
  attempts: Number(o_count),
});

const inOrder = (one: DueClock, other: DueClock): number => one.level - other.level || one.at - other.at;
