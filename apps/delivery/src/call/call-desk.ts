import type { CalledBy } from '#libs/domain';
import { prepared } from '#libs/postgres';
import { BUS_NOW } from '#libs/projections';
import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { Call, DueCall, LookedUp } from './call.js';
import type { Tried } from './call-channels.js';

/** Channels of an open call are looked up again after this time: a desk may have said another one. */
const LOOK_SECONDS = 30;
/** Who looks them up for the first time may die at it. */
const FIRST_LOOK_SECONDS = 5;
const LOOKED_AT_ONCE = 100;

export interface LeaseMs {
  readonly webhook: number;
  readonly mail: number;
}

/** Nothing was sent yet, since the desk is closed. */
const DESK_CLOSED = 'DESK_CLOSED';

const CALL = 'c.event, c.agency, c.role, c.referral, c.step, c.cause, c.level, c.synthetic, c.opened_at';
/** A time of the bus in that of this database, by which everything is due. */
const ownTime = (at: string): string => `(${at}::timestamptz - (${BUS_NOW} - now()))`;
const KEY = '(o.event, o.agency, o.role, o.kind, o.address)';
/**
 * The call of $1 to $3, which nobody ends meanwhile: without the lock, a statement that waited for who ended it would go on with
 * what it had read before, and leave something due for ever.
 */
const HELD = `SELECT ended_at FROM ${schema}.call WHERE (event, agency, role) = ($1, $2, $3) FOR SHARE`;

/** The calls in the database: any number of processes may work on them, and die at any moment. */
export class CallDesk {
  constructor(
    private readonly pool: Pool,
    private readonly lease: LeaseMs,
  ) {}

  /** Open calls whose channels are to be looked up. */
  async unlooked(): Promise<LookedUp[]> {
    const { rows } = await this.pool.query<LookedUp>(
      prepared(
        `UPDATE ${schema}.call AS c SET look_at = now() + CASE WHEN EXISTS (
             SELECT FROM ${schema}.call_channel AS o WHERE (o.event, o.agency, o.role) = (c.event, c.agency, c.role))
           THEN interval '${LOOK_SECONDS} s' ELSE interval '${FIRST_LOOK_SECONDS} s' END
         FROM (SELECT event, agency, role FROM ${schema}.call WHERE ended_at IS NULL AND look_at <= now()
               ORDER BY look_at LIMIT ${LOOKED_AT_ONCE} FOR UPDATE SKIP LOCKED) AS due
         WHERE (c.event, c.agency, c.role) = (due.event, due.agency, due.role) RETURNING ${CALL}, ${BUS_NOW} AS now`,
        [],
      ),
    );
    return rows;
  }

  /**
   * By what a call is tried from now on; without any, that there is none is kept as well. While its desk is closed and can be
   * waited for, nothing is sent; what waits is due at once where the desk opens sooner than it was said to.
   */
  async register({ event, agency, role }: Call, { channels, waitsUntil }: CalledBy): Promise<void> {
    const opensAt = waitsUntil === null ? null : new Date(waitsUntil);
    const found = channels.length === 0 ? [{ kind: 'NONE', address: '' }] : channels;
    const [kinds, addresses] = [found.map(({ kind }) => kind), found.map(({ address }) => address)];
    await this.pool.query(
      prepared(
        `INSERT INTO ${schema}.call_channel AS o (event, agency, role, kind, address, outcome, due_at)
         SELECT $1, $2, $3, kind, address, CASE WHEN kind = 'NONE' THEN 'NO_CHANNEL' WHEN ${ownTime('$6')} > now() THEN '${DESK_CLOSED}' END,
           CASE WHEN kind <> 'NONE' THEN greatest(now(), ${ownTime('$6')}) END
         FROM unnest($4::text[], $5::text[]) AS n (kind, address), (${HELD}) AS c WHERE c.ended_at IS NULL
         ON CONFLICT (event, agency, role, kind, address) DO UPDATE
           SET registered = true, version = o.version + 1, due_at = excluded.due_at WHERE NOT o.registered`,
        [event, agency, role, kinds, addresses, opensAt],
      ),
    );
    await this.pool.query(
      prepared(
        `UPDATE ${schema}.call_channel AS o SET registered = false, due_at = NULL, version = version + 1
         WHERE event = $1 AND agency = $2 AND role = $3 AND registered
           AND NOT EXISTS (SELECT FROM unnest($4::text[], $5::text[]) AS n (kind, address)
                           WHERE n.kind = o.kind AND n.address = o.address)`,
        [event, agency, role, kinds, addresses],
      ),
    );
    await this.#wait(event, agency, role, opensAt);
  }

  async #wait(event: string, agency: string, role: string, opensAt: Date | null): Promise<void> {
    const opens = ownTime('$4');
    const waits = `${opens} > now() AND due_at < ${opens}`;
    const waitsNoMore = `outcome = '${DESK_CLOSED}' AND due_at > greatest(now(), ${opens})`;
    await this.pool.query(
      prepared(
        `UPDATE ${schema}.call_channel SET due_at = greatest(now(), ${opens}), version = version + 1,
           outcome = CASE WHEN tried_at IS NULL THEN '${DESK_CLOSED}' ELSE outcome END
         WHERE (event, agency, role) = ($1, $2, $3) AND registered AND (${waits} OR ${waitsNoMore})`,
        [event, agency, role, opensAt],
      ),
    );
  }

  /** What is to be tried now, the most urgent first. Whoever dies with it leaves it to others once its lease is over. */
  async take(limit: number): Promise<DueCall[]> {
    const { rows } = await this.pool.query<DueCall>(
      prepared(
        `UPDATE ${schema}.call_channel AS o
         SET due_at = now() + make_interval(secs => CASE o.kind WHEN 'SMTP' THEN $2 ELSE $3 END::float8)
         FROM (SELECT d.event, d.agency, d.role, d.kind, d.address FROM ${schema}.call_channel AS d
               JOIN ${schema}.call AS open USING (event, agency, role)
               WHERE d.due_at <= now() AND open.ended_at IS NULL
               ORDER BY open.level, d.due_at LIMIT $1 FOR UPDATE OF d SKIP LOCKED) AS due, ${schema}.call AS c
         WHERE ${KEY} = (due.event, due.agency, due.role, due.kind, due.address)
           AND (c.event, c.agency, c.role) = (o.event, o.agency, o.role)
         RETURNING ${CALL}, o.kind, o.address, o.messages, o.failures`,
        [limit, this.lease.mail / 1_000, this.lease.webhook / 1_000],
      ),
    );
    return rows;
  }

  /** It was taken: the next message is another one, after this time. */
  taken(call: DueCall, tried: Tried, nextMs: number): Promise<void> {
    return this.#settle(call, tried, nextMs, 'messages = o.messages + 1, failures = 0, taken_at = now()');
  }

  failed(call: DueCall, tried: Tried, nextMs: number): Promise<void> {
    return this.#settle(call, tried, nextMs, 'failures = o.failures + 1');
  }

  /** Only as the message that it was: what another process settled meanwhile stands. */
  async #settle(call: DueCall, { code, status }: Tried, nextMs: number, changes: string): Promise<void> {
    const { event, agency, role, kind, address, messages } = call;
    await this.pool.query(
      prepared(
        `UPDATE ${schema}.call_channel AS o SET ${changes}, outcome = $7, status = $8, tried_at = now(), version = o.version + 1,
           due_at = CASE WHEN o.registered AND c.ended_at IS NULL THEN now() + make_interval(secs => $9::float8) END
         FROM (${HELD}) AS c WHERE ${KEY} = ($1, $2, $3, $4, $5) AND o.messages = $6`,
        [event, agency, role, kind, address, messages, code, status, nextMs / 1_000],
      ),
    );
  }

  /** Open calls of real work, and for how many seconds the oldest of them that waits for no desk has had no channel that took anything. */
  async standing(): Promise<{ readonly open: number; readonly unreachedSeconds: number }> {
    const { rows } = await this.pool.query<{ open: string; seconds: string | null }>(
      `SELECT count(*) AS open, extract(epoch FROM ${BUS_NOW} - min(c.opened_at) FILTER (WHERE NOT EXISTS (
         SELECT FROM ${schema}.call_channel AS o
         WHERE (o.event, o.agency, o.role) = (c.event, c.agency, c.role)
           AND (o.taken_at IS NOT NULL OR (o.outcome = '${DESK_CLOSED}' AND o.due_at > now()))))) AS seconds
       FROM ${schema}.call AS c WHERE c.ended_at IS NULL AND NOT c.synthetic`,
    );
    return { open: Number(rows[0]?.open), unreachedSeconds: Math.max(0, Number(rows[0]?.seconds ?? 0)) };
  }
}
