import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { decodeMeta, type Meta } from '#libs/contracts';
import {
  firstRulebook,
  leg,
  type Leg,
  type LegCommand,
  membership,
  plainSubmission,
  rules,
  type Submission,
} from '#libs/domain';
import { Clocks, type Journal, levelNumber, writeState } from '#libs/journal';
import { createLogger, Metrics } from '#libs/platform';
import { ClockRunner } from '../../../apps/policies/src/clock/clock-runner.js';
import { directory } from '../../deployment/index.js';
import { JournalUnderTest } from '../accept/journal-under-test.js';

/** Legs that wait for their receiver, each with its clock. */
export const OPEN = 1_000_000;
const LANES = 32;
const FIRST_LANE = 1;
const SPREAD_MS = 13 * 86_400_000;
/** Stands in the sample's text for the time of the last act. */
const ACTED = 1_111_111_111_111;

/** A leg that falls due. */
export interface Due {
  readonly key: string;
  readonly at: number;
  readonly level: number;
}

/** A journal with very many open clocks, none of which is due for an hour, and a runner. */
export class OpenClocks {
  readonly #owner: pg.Pool;
  readonly #over = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #used = 0;

  private constructor(private readonly journal: JournalUnderTest<Leg>) {
    this.#owner = new pg.Pool({ connectionString: journal.url, max: 2 });
  }

  static async create(): Promise<OpenClocks> {
    const open = new OpenClocks(await JournalUnderTest.create<Leg>(leg));
    await open.fill();
    await open.start();
    return open;
  }

  /** Runs the clocks as the policies do, and resolves once all of them were compared with the states. */
  private async start(): Promise<void> {
    const started = new AbortController();
    this.#running = this.journal.whileOpen(async (journal) => {
      const clocks = new Clocks({ connectionString: this.journal.writerUrl }, leg, () => undefined);
      const metrics = new Metrics();
      const runner = runnerOf(journal, clocks, metrics);
      runner.start();
      const compared = (): Promise<string> => metrics.registry.getSingleMetricAsString('bus_clocks_compared');
      while (!(await compared()).endsWith(' 1')) await delay(100);
      started.abort();
      await once(this.#over.signal, 'abort');
      await runner.stop();
      await clocks.close();
    });
    await Promise.race([once(started.signal, 'abort'), this.#running]);
  }

  /** Lets so many legs fall due, from a time on, this far apart in ms. Levels by turns. @returns their ids */
  async fallDue(count: number, { from, apartMs }: { readonly from: number; readonly apartMs: number }): Promise<Due[]> {
    const first = this.#used;
    this.#used += count;
    const { rows } = await this.#owner.query<{ key: string; at: string; level: number }>(
      `WITH due AS (
         SELECT ${KEY} AS key, $3::bigint + floor(n * $4::float8)::bigint AS at, 3 + n % 2 AS level
         FROM (SELECT g AS n, g + $1::int AS nth FROM generate_series(0, $2::int - 1) g) d
       ), states AS (
         UPDATE state s SET state = CASE due.level WHEN 3 THEN ${stateDueAt('$5', '$7')} ELSE ${stateDueAt('$6', '$8')} END
         FROM due WHERE s.key = due.key
       )
       UPDATE clock c SET at = due.at, look_at = due.at, level = due.level, attempts = 0 FROM due WHERE c.key = due.key
       RETURNING c.key, c.at, c.level`,
      [first, count, from, apartMs, P3.text, P4.text, P3.waits, P4.waits],
    );
    return rows.map(({ key, at, level }) => ({ key, at: Number(at), level }));
  }

  /** What was said of these, one after the other in each lane. */
  async said(keys: readonly string[]): Promise<Meta[]> {
    const { rows } = await this.#owner.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE key = ANY ($1) ORDER BY lane, position',
      [keys],
    );
    return rows.map(decodeMeta).filter(({ ordinal }) => ordinal === 1);
  }

  async now(): Promise<number> {
    return Number((await this.rows<{ now: string }>('SELECT bus_now() AS now'))[0]?.now);
  }

  async due(): Promise<number> {
    const [row] = await this.rows<{ count: string }>(
      `SELECT count(*) FROM clock WHERE level = ANY ('{1,2,3,4}') AND look_at <= bus_now() + 600000 AND at <= bus_now()`,
    );
    return Number(row?.count);
  }

  /** By the server's own count: how often clocks were taken, and what that took altogether, in ms. */
  async takes(): Promise<{ readonly calls: number; readonly ms: number }> {
    await this.#owner.query('SELECT pg_stat_clear_snapshot()');
    const [row] = await this.rows<{ calls: string; total_time: number }>(
      `SELECT calls, total_time FROM pg_stat_user_functions WHERE funcname = 'take_clocks'`,
    );
    return { calls: Number(row?.calls ?? 0), ms: row?.total_time ?? 0 };
  }

  private async rows<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
    return (await this.#owner.query<Row>(sql)).rows;
  }

  async drop(): Promise<void> {
    this.#over.abort();
    await this.#running;
    await this.#owner.end();
    await this.journal.drop();
  }

  private async fill(): Promise<void> {
    const client = await this.#owner.connect();
    await client.query('SET synchronous_commit = off');
    await client.query('SELECT keep_key_partitions(current_date - 1, current_date + 1)');
    // due between an hour and two weeks from now
    await client.query(
      `WITH legs AS (SELECT ${KEY} AS key, ${LANE} AS lane, bus_now() + 3600000 + (random() * ${SPREAD_MS})::bigint AS at FROM generate_series(0, $1::int - 1) AS nth),
       states AS (INSERT INTO state SELECT key, lane, 1, ${stateDueAt('$2', '$3', 'at')} FROM legs)
       INSERT INTO clock SELECT key, lane, at, ${levelNumber('P3')}, at FROM legs`,
      [OPEN, P3.text, P3.waits],
    );
    await client.query('ANALYZE');
    await client.query('CHECKPOINT');
    const [{ name = '' } = {}] = await this.rows<{ name: string }>('SELECT current_database() AS name');
    await client.query(`ALTER DATABASE ${name} SET track_functions = 'pl'`);
    client.release(true);
  }
}

const LANE = `${FIRST_LANE} + nth % ${LANES}`;
const KEY = `format('PH.%s.0198c1f0-0000-7000-8000-%s', ${LANE}, lpad(to_hex(nth), 12, '0'))`;

function runnerOf(journal: Journal<Leg>, clocks: Clocks<Leg>, metrics: Metrics): ClockRunner {
  const nobody = membership.initialState();
  const members = { directory, membership: nobody, rulebook: firstRulebook, rules: rules.initialState() };
  const logger = createLogger({ app: 'bench', level: 'fatal' });
  return new ClockRunner({ clocks, journal, members, logger, metrics });
}

/** A leg's state as a text with a place for the time of the last act, and how long after it the leg is due, in ms. */
interface Sample {
  readonly text: string;
  readonly waits: number;
}

/** SQL: the sample's text for a leg that is due then. */
const stateDueAt = (text: string, waits: string, at = 'due.at'): string =>
  `replace(${text}::text, '${ACTED}', (${at} - ${waits}::bigint)::text)`;

/** Submitted and never received. */
function sample(level: 'P3' | 'P4'): Sample {
  const accepted = { at: ACTED, eventId: '0198c1f0-0000-7000-8000-000000000000', person: null, synthetic: true };
  const from = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' };
  const data: Submission = {
    ...plainSubmission,
    ...{ from, to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' }, reference: null, reporter: null },
    incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: null, zone: null },
    ...{ files: [], nexus: [], subjects: [] },
  };
  const command: LegCommand = {
    type: 'SubmitReferral',
    meta: { actor: { ...from, client: 'c', person: null }, now: ACTED },
    data,
    priority: { level, reasons: ['IDENTIFIED_SUSPECT'] },
  };
  const state = leg
    .decide(command, leg.initialState())
    .reduce((before: Leg, event) => leg.evolve(before, event, accepted), leg.initialState());
  const due = leg.due(state);
  if (!due) throw new RangeError('nothing of the sample is ever due');
  return { text: writeState(leg, state), waits: due.at - ACTED };
}

const [P3, P4] = [sample('P3'), sample('P4')];
