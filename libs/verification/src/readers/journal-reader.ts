import { decodeEvent, MEMBERSHIP_LANE, UndecodableEventError } from '#libs/contracts';
import { acceptedOf, referralRulebook, rules, RULES_STREAM, type Rules } from '#libs/domain';
import { UnknownEventError } from '#libs/kernel';
import type { Pool } from 'pg';
import type { ClockRules } from '../checks/clock-times.js';
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

interface Stored {
  readonly lane: number;
  readonly key: string;
  readonly position: string;
  readonly state: string;
  readonly at: string | null;
  readonly level: number | null;
}

/** Null where the rules cannot be read: which event that is, other checks say. */
function rulesAfter(said: readonly { readonly fingerprint: Buffer; readonly bytes: Buffer }[]): Rules | null {
  try {
    const fold = (state: Rules, row: (typeof said)[number]): Rules => {
      const event = decodeEvent(row);
      return rules.evolve(state, event, acceptedOf(event.meta));
    };
    return said.reduce(fold, rules.initialState());
  } catch (error) {
    if (error instanceof UndecodableEventError || error instanceof UnknownEventError) return null;
    throw error;
  }
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
    /** By that of the bus, which a test may have put ahead. */
    readonly busNow: number,
    readonly lanes: readonly LaneRow[],
  ) {}

  static async open(pool: Pool): Promise<JournalReader> {
    const snapshot = await Snapshot.open(pool);
    const [clock] = await snapshot.rows<{ now: string; ahead: string }>(
      'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now, ahead_ms AS ahead FROM bus_clock',
    );
    const now = Number(clock?.now);
    const lanes = await snapshot.rows<Lane>(LANES);
    return new JournalReader(snapshot, now, now + Number(clock?.ahead), lanes.map(laneRow));
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
    const pages = this.snapshot.pages<Stored>(
      `SELECT s.lane, s.key, s.position, s.state, c.at, c.level FROM state s LEFT JOIN clock c ON c.key = s.key
       WHERE s.lane = ANY($1::int[])`,
      [lanes],
    );
    for await (const page of pages)
      for (const { lane, key, position, state, at, level } of page) {
        const clock = at === null || level === null ? null : { at: Number(at), level };
        yield { lane, key, position: Number(position), text: state, clock };
      }
  }

  /** Keys of clocks that no state has. */
  async strayClocks(lanes: readonly number[]): Promise<string[]> {
    const found = await this.snapshot.rows<{ key: string }>(
      'SELECT key FROM clock c WHERE lane = ANY($1::int[]) AND NOT EXISTS (SELECT FROM state s WHERE s.key = c.key)',
      [lanes],
    );
    return found.map(({ key }) => key);
  }

  /** What clocks are judged by at this moment, with these rules. */
  async clockRules(published: Rules | null): Promise<ClockRules> {
    const [upkeep] = await this.snapshot.rows<{ whole: boolean }>('SELECT done >= wanted AS whole FROM clock_upkeep');
    return upkeep?.whole && published ? referralRulebook(published) : null;
  }

  /** Every version that was published; null where that is not known here. */
  async publishedRules(): Promise<Rules | null> {
    const said = await this.snapshot.rows<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE lane = $1 AND key = $2 ORDER BY position',
      [MEMBERSHIP_LANE, RULES_STREAM],
    );
    return rulesAfter(said);
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
