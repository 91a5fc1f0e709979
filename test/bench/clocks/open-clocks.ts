import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { firstRulebook, leg, type Leg, plainSubmission, rules } from '#libs/domain';
import { Clocks, type Journal, levelNumber, writeState } from '#libs/journal';
import { createLogger, Metrics } from '#libs/platform';
import { ClockRunner } from '../../../apps/policies/src/clock/clock-runner.js';
import { directory } from '../../deployment/index.js';
import { JournalUnderTest } from '../accept/journal-under-test.js';

/** Legs that wait for their receiver, each with its clock. */
export const OPEN = 1_000_000;
const LANES = 32;
const FIRST_LANE = 1;
const DAY = 86_400_000;
/** Stands in the sample's text for the time of the last act. */
const ACTED = 1_111_111_111_111;

type Level = 'P3' | 'P4';

/** A journal with very many open clocks, none of which is due for an hour. */
export class OpenClocks {
  readonly #owner: pg.Pool;
  #used = 0;

  private constructor(private readonly journal: JournalUnderTest<Leg>) {
    this.#owner = new pg.Pool({ connectionString: journal.url, max: 2 });
  }

  static async create(): Promise<OpenClocks> {
    const open = new OpenClocks(await JournalUnderTest.create<Leg>(leg));
    await open.fill();
    return open;
  }

  /** Runs the clocks as the policies do while `work` is under way, which begins once all clocks were compared with the states. */
  whileRunning<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.journal.whileOpen(async (journal) => {
      const clocks = new Clocks({ connectionString: this.journal.writerUrl }, leg, () => undefined);
      const metrics = new Metrics();
      const runner = runnerOf(journal, clocks, metrics);
      runner.start();
      try {
        while (!(await metrics.registry.getSingleMetricAsString('bus_clocks_compared')).endsWith(' 1'))
          await delay(100);
        return await work();
      } finally {
        await runner.stop();
        await clocks.close();
      }
    });
  }

  /** Lets so many legs fall due, from a time on, this far apart in ms. Levels by turns. @returns their ids */
  async fallDue(
    count: number,
    { from, apartMs }: { readonly from: number; readonly apartMs: number },
  ): Promise<string[]> {
    const first = this.#used;
    this.#used += count;
    const { rows } = await this.#owner.query<{ key: string }>(
      `WITH due AS (
         SELECT ${KEY} AS key, $3::bigint + floor(n * $4::float8)::bigint AS at, 3 + n % 2 AS level
         FROM (SELECT g AS n, g + $1::int AS nth FROM generate_series(0, $2::int - 1) g) d
       ), states AS (
         UPDATE state s SET state = replace(CASE due.level WHEN 3 THEN $5 ELSE $6 END, '${ACTED}', (due.at - ${DAY} * CASE due.level WHEN 3 THEN 14 ELSE 30 END)::text)
         FROM due WHERE s.key = due.key
       )
       UPDATE clock c SET at = due.at, look_at = due.at, level = due.level, attempts = 0 FROM due WHERE c.key = due.key RETURNING c.key`,
      [first, count, from, apartMs, sample('P3'), sample('P4')],
    );
    return rows.map(({ key }) => key);
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

  async rows<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#owner.query<Row>(sql, values)).rows;
  }

  async drop(): Promise<void> {
    await this.#owner.end();
    await this.journal.drop();
  }

  private async fill(): Promise<void> {
    const client = await this.#owner.connect();
    const text = sample('P3');
    await client.query('SET synchronous_commit = off');
    await client.query('SELECT keep_key_partitions(current_date - 1, current_date + 1)');
    // due between an hour and two weeks from now
    await client.query(
      `WITH legs AS (SELECT ${KEY} AS key, ${FIRST_LANE} + nth % ${LANES} AS lane, bus_now() + 3600000 + (random() * 13 * ${DAY})::bigint AS at FROM generate_series(0, $1::int - 1) AS nth),
       states AS (INSERT INTO state SELECT key, lane, 1, replace($2, '${ACTED}', (at - 14 * ${DAY})::text) FROM legs)
       INSERT INTO clock SELECT key, lane, at, ${levelNumber('P3')}, at FROM legs`,
      [OPEN, text],
    );
    await client.query('ANALYZE');
    await client.query('CHECKPOINT');
    const [{ name = '' } = {}] = await this.rows<{ name: string }>('SELECT current_database() AS name');
    await client.query(`ALTER DATABASE ${name} SET track_functions = 'pl'`);
    client.release(true);
  }
}

const KEY = `format('PH.%s.0198c1f0-0000-7000-8000-%s', ${FIRST_LANE} + nth % ${LANES}, lpad(to_hex(nth), 12, '0'))`;

function runnerOf(journal: Journal<Leg>, clocks: Clocks<Leg>, metrics: Metrics): ClockRunner {
  const members = { directory, rulebook: firstRulebook, rules: rules.initialState() };
  const logger = createLogger({ app: 'bench', level: 'fatal' });
  return new ClockRunner({ clocks, journal, members, logger, metrics });
}

/** What the state of a leg says that was submitted and never received. */
function sample(level: Level): string {
  const accepted = { at: ACTED, eventId: '0198c1f0-0000-7000-8000-000000000000', person: null, synthetic: true };
  const from = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' };
  const submitted = leg.evolve(
    leg.initialState(),
    {
      type: 'ReferralSubmitted',
      data: {
        ...plainSubmission,
        ...{ from, to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' }, reference: null, reporter: null },
        incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: null, zone: null },
        ...{ files: [], nexus: [], subjects: [], rules: null },
      },
    },
    accepted,
  );
  const graded = leg.evolve(
    submitted,
    {
      type: 'PrioritySet',
      data: { side: 'SENDER', by: 'US-CLEAR', level, reasons: ['IDENTIFIED_SUSPECT'], rules: 'priority/1' },
    },
    accepted,
  );
  return writeState(leg, graded);
}
