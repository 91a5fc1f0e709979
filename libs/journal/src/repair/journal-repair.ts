import { acceptedOf } from '#libs/domain';
import type { Pool, PoolClient } from 'pg';
import { advance } from '#libs/kernel';
import { leafOfEvent, type Meta, ordinalOf } from '#libs/contracts';
import type { Fold } from '../command.js';
import { partitionDays } from '../key-window.js';
import { LaneCursor } from '../lane-cursor.js';
import type { LaneEnd, WalkedEvent } from '../refill/lane-walk.js';
import { claimKeys } from './command-claims.js';
import { lockLane, readLanes, type RepairedLane, sealLane } from './repaired-lane.js';
import { readState, writeState } from '../state-text.js';
import { streamFolds } from '../stream-folds.js';
import { append, commit } from '../statements.js';

/** The lane was moved on, or sealed, by somebody else meanwhile. */
export class LaneMovedError extends Error {
  constructor(readonly lane: number) {
    super(`lane ${lane} was changed by somebody else meanwhile`);
    this.name = 'LaneMovedError';
  }
}

/**
 * Puts back into the journal what its topics still hold. As role bus_repair, which inserts into the journal and never
 * changes what stands there. Safe to be repeated and to be killed: each transaction takes a lane from one sound place to
 * the next, under its lock and only from where the lane stands.
 */
export class JournalRepair<State> {
  constructor(
    private readonly pool: Pool,
    private readonly fold: Fold<State>,
  ) {}

  lanes(): Promise<RepairedLane[]> {
    return readLanes(this.pool);
  }

  /** Leaves of what the journal holds at these positions of a lane. */
  async leaves(lane: number, positions: readonly number[]): Promise<Map<number, Buffer>> {
    const { rows } = await this.pool.query<{ position: string; fingerprint: Buffer; bytes: Buffer }>(
      'SELECT position, fingerprint, bytes FROM journal WHERE lane = $1 AND position = ANY ($2::bigint[])',
      [lane, positions],
    );
    return new Map(rows.map((row) => [Number(row.position), leafOfEvent(row)]));
  }

  /** The states of a lane's legs, by key. */
  async states(lane: number): Promise<Map<string, State>> {
    const { rows } = await this.pool.query<{ key: string; state: string }>(
      'SELECT key, state FROM state WHERE lane = $1 AND NOT key = ANY ($2)',
      [lane, [...streamFolds.keys()]],
    );
    return new Map(rows.map(({ key, state }) => [key, readState(this.fold, state)]));
  }

  /** Makes the partitions for keys, which the journal's writer may not have done since the restore. */
  async prepareKeys(): Promise<void> {
    const { first, last } = partitionDays(Date.now());
    await this.pool.query('SELECT keep_key_partitions($1::date, $2::date)', [first, last]);
  }

  /** Lets nothing be accepted in these lanes until the relay has compared them. */
  async close(lanes: readonly number[]): Promise<void> {
    await this.pool.query(
      `UPDATE lane l SET closed = 'LANE_AHEAD_OF_JOURNAL'
       FROM (SELECT lane FROM lane WHERE lane = ANY ($1) AND closed IS NULL ORDER BY lane FOR UPDATE) c WHERE l.lane = c.lane`,
      [lanes],
    );
  }

  /**
   * Appends these events to their lane: rows, states, the lane's own row, keys. The relay's cursor goes with it where it
   * stood at the lane's end, since all this came from the topics.
   * @param sealing why the lane is sealed in the same breath: what is appended ends inside a command
   * @throws LaneMovedError
   */
  async append(lane: number, events: readonly WalkedEvent[], sealing?: string): Promise<void> {
    await this.transaction(async (client) => {
      const standing = await lockLane(client, lane);
      const [first] = events;
      if (standing.sealed || first?.record.position !== standing.position + 1) throw new LaneMovedError(lane);
      if (!first.record.previous.equals(standing.head)) throw new LaneMovedError(lane);
      const end = await this.appendRows(client, standing, events);
      await claimKeys(
        client,
        events.map(({ event }) => event.meta),
        Date.now(),
      );
      await client.query('UPDATE relay_cursor SET position = $3 WHERE lane = $1 AND position = $2', [
        lane,
        standing.position,
        end,
      ]);
      if (sealing !== undefined) await sealLane(client, lane, sealing);
    });
  }

  /** Claims the keys of commands that the journal will never hold, so that a retry is not accepted once more. */
  async claim(metas: readonly Meta[]): Promise<void> {
    await this.transaction((client) => claimKeys(client, metas, Date.now()));
  }

  /** @returns false when it was sealed already */
  async seal(lane: number, why: string): Promise<boolean> {
    return this.transaction((client) => sealLane(client, lane, why));
  }

  private async appendRows(client: PoolClient, standing: LaneEnd, events: readonly WalkedEvent[]): Promise<number> {
    const last = events.at(-1);
    if (!last) return standing.position;
    const { lane, topic, position, after, leaf } = last.record;
    const vector = advance(after, ordinalOf(topic), position);
    await append(client, {
      rows: events.map(({ record }) => ({ ...record, topic: ordinalOf(record.topic) })),
      states: await this.statesAfter(client, lane, events),
      lanes: [new LaneCursor(lane, position, vector, leaf, last.event.meta.acceptedAt)],
      forget: [],
      standing: [],
    });
    // Only who follows the rules can say when a leg is due: the runners of clocks do, once they see this.
    await client.query('UPDATE clock_upkeep SET wanted = wanted + 1');
    return position;
  }

  private async statesAfter(
    client: PoolClient,
    lane: number,
    events: readonly WalkedEvent[],
  ): Promise<Map<string, { lane: number; position: number; text: string }>> {
    const folded = events.filter(({ event, record }) => event.meta.leg !== null || streamFolds.has(record.key));
    const { rows } = await client.query<{ key: string; state: string }>(
      'SELECT key, state FROM state WHERE key = ANY ($1)',
      [[...new Set(folded.map(({ record }) => record.key))]],
    );
    const texts = new Map(rows.map(({ key, state }) => [key, state]));
    const states = new Map<string, { lane: number; position: number; text: string }>();
    for (const { record, event } of folded) {
      const fold: Fold<unknown> = streamFolds.get(record.key) ?? this.fold;
      const state = fold.evolve(readState(fold, texts.get(record.key)), event, acceptedOf(event.meta));
      const text = writeState(fold, state);
      texts.set(record.key, text);
      states.set(record.key, { lane, position: record.position, text });
    }
    return states;
  }

  private async transaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    const onError = (): void => undefined; // the query under way, or the next one, says so
    client.on('error', onError);
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await commit(client);
      client.off('error', onError);
      client.release();
      return result;
    } catch (error) {
      client.off('error', onError);
      client.release(true);
      throw error;
    }
  }
}
