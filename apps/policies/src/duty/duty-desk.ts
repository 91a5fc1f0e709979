import { decodeEvent, type EncodedEvent } from '#libs/contracts';
import { isPassedOn, type PassedOn } from '#libs/domain';
import { prepared } from '#libs/postgres';
import type { Pool } from 'pg';
import { POLICIES_SCHEMA as schema } from '../policies.js';
import type { Duty, DutyKind } from './duty.js';

/** How long a duty is its taker's. When the taker dies it is taken again; when it is only slow, the key makes both one. */
const LEASE_MS = 5_000;
const AT_ONCE = 64;

interface DutyRow extends EncodedEvent {
  readonly kind: DutyKind;
  readonly leg: string;
  readonly target: string;
  readonly attempts: number;
}

/** The duties in the consumer's database. Those of one target come in the order of their events, one at a time. */
export class DutyDesk {
  constructor(private readonly pool: Pool) {}

  async take(): Promise<Duty[]> {
    const { rows } = await this.pool.query<DutyRow>(
      prepared(
        `UPDATE ${schema}.duty AS d SET due_at = now() + make_interval(secs => $1), attempts = d.attempts + 1
       FROM (
         SELECT event, kind FROM ${schema}.duty AS first
         WHERE done_at IS NULL AND due_at <= now() AND NOT EXISTS (
           SELECT FROM ${schema}.duty AS earlier
           WHERE earlier.done_at IS NULL AND earlier.target = first.target
             AND (earlier.lane, earlier.position) < (first.lane, first.position))
         ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
       ) AS taken
       WHERE d.event = taken.event AND d.kind = taken.kind
       RETURNING d.kind, d.leg, d.target, d.attempts, d.fingerprint, d.bytes`,
        [LEASE_MS / 1_000, AT_ONCE],
      ),
    );
    return rows.map(({ fingerprint, bytes, ...duty }) => ({ ...duty, event: decodeEvent({ fingerprint, bytes }) }));
  }

  /** @param result the event that came of it, if one did */
  async done({ event, kind }: Duty, outcome: string, result: string | null): Promise<void> {
    await this.pool.query(
      `UPDATE ${schema}.duty SET done_at = now(), outcome = $3, result = $4 WHERE event = $1 AND kind = $2 AND done_at IS NULL`,
      [event.meta.eventId, kind, outcome, result],
    );
  }

  /** An onward leg that cannot be submitted goes back to its parent instead: the one is done and the other filed at once. */
  async returned(duty: Duty, outcome: string): Promise<void> {
    const { eventId } = duty.event.meta;
    await this.pool.query(
      `WITH undeliverable AS (
         UPDATE ${schema}.duty SET done_at = now(), outcome = $2 WHERE event = $1 AND kind = 'SUBMIT' AND done_at IS NULL
         RETURNING event, leg, lane, position, fingerprint, bytes
       )
       INSERT INTO ${schema}.duty (event, kind, leg, target, lane, position, fingerprint, bytes)
       SELECT event, 'RETURN', leg, leg, lane, position, fingerprint, bytes FROM undeliverable ON CONFLICT DO NOTHING`,
      [eventId, outcome],
    );
  }

  async postpone({ event, kind }: Duty, reason: string, delayMs: number): Promise<void> {
    await this.pool.query(
      `UPDATE ${schema}.duty SET due_at = now() + make_interval(secs => $3), outcome = $4
       WHERE event = $1 AND kind = $2 AND done_at IS NULL`,
      [event.meta.eventId, kind, delayMs / 1_000, reason],
    );
  }

  /** What was said of a leg that is passed on, in order, up to and with a position. */
  async saidOf(leg: string, upTo: number): Promise<PassedOn[]> {
    const { rows } = await this.pool.query<EncodedEvent>(
      `SELECT fingerprint, bytes FROM ${schema}.statement WHERE leg = $1 AND position <= $2 ORDER BY position`,
      [leg, upTo],
    );
    return rows.map(decodeEvent).filter(isPassedOn);
  }

  /** Where in its parent's lane an onward leg was opened. @throws TypeError for a leg that was not */
  async openingOf(leg: string): Promise<number> {
    const { rows } = await this.pool.query<{ opened: string }>(`SELECT opened FROM ${schema}.onward WHERE leg = $1`, [
      leg,
    ]);
    const [row] = rows;
    if (!row) throw new TypeError(`no leg went on as ${leg}`);
    return Number(row.opened);
  }

  /** The agency that an onward leg was sent to. @throws TypeError for a leg that is none */
  async receiverOf(leg: string): Promise<string> {
    const { rows } = await this.pool.query<{ receiver: string }>(
      `SELECT receiver FROM ${schema}.child WHERE leg = $1`,
      [leg],
    );
    const [row] = rows;
    if (!row) throw new TypeError(`${leg} continues no leg`);
    return row.receiver;
  }

  /**
   * Ids on an onward leg of what was carried there, by the id of the statement before: as that leg says itself, and where it
   * was not read so far, as it was noted when it was said.
   */
  async carriedTo(target: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ event: string; result: string }>(
      `SELECT event, result FROM ${schema}.duty WHERE target = $1 AND kind = 'CARRY' AND result IS NOT NULL`,
      [target],
    );
    const there = await this.saidOf(target, Number.MAX_SAFE_INTEGER);
    return new Map([
      ...rows.map(({ event, result }) => [event, result] as const),
      ...there.flatMap(({ data, meta }) =>
        'carried' in data && data.carried ? [[data.carried.event, meta.eventId] as const] : [],
      ),
    ]);
  }

  /** Duties that wait, and since when the oldest does, in seconds. */
  async waiting(): Promise<{ readonly duties: number; readonly seconds: number }> {
    const { rows } = await this.pool.query<{ duties: string; seconds: string | null }>(
      `SELECT count(*) AS duties, extract(epoch FROM now() - min(filed_at)) AS seconds
       FROM ${schema}.duty WHERE done_at IS NULL`,
    );
    return { duties: Number(rows[0]?.duties ?? 0), seconds: Number(rows[0]?.seconds ?? 0) };
  }
}
