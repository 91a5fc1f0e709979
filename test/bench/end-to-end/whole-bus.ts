import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { trail } from '../../../apps/audit-trail/src/trail.js';
import { policies } from '../../../apps/policies/src/policies.js';
import { type AppName, Deployment } from '../../deployment/index.js';
import { SENDERS } from '../events/request.js';
import { ordinalOf } from '#libs/contracts';
import type { Consumer } from '#libs/projections';
import { AppProfile } from '../harness/app-profile.js';
import type { Bench } from '../harness/bench.js';
import { cpuSecondsOfTrees } from '../harness/process-tree.js';
import { busVerify } from '../harness/bus-verify.js';
import type { NamedProfile } from '../harness/row.js';
import { type DiskUse, tablesOf, topicBytes } from './disk-use.js';

const LOOK_MS = 20;
const UNBOUNDED = {
  AGENCY_COMMANDS_PER_SECOND: '1000000',
  AGENCY_COMMANDS_BURST: '1000000',
  AGENCY_COMMANDS_OPEN: '1000000',
  AGENCY_REQUESTS_PER_SECOND: '1000000',
  AGENCY_REQUESTS_BURST: '1000000',
  AGENCY_REQUESTS_OPEN: '1000000',
};

/** Where events get to, one after the other. */
export type Stage = 'accepted' | 'relayed' | ReadStage;
type ReadStage = 'in the views' | 'in the trail' | 'in the policies';

const READERS: Readonly<Record<ReadStage, Consumer>> = {
  'in the views': agencyViews,
  'in the trail': trail,
  'in the policies': policies,
};
const POOLS = ['journal', 'views', 'audit', 'policies'] as const;
type PoolName = (typeof POOLS)[number];

/** The whole bus on the run's services, every app in a process of its own. */
export class WholeBus {
  private constructor(
    readonly deployment: Deployment,
    private readonly bench: Bench,
    private readonly pools: Readonly<Record<PoolName, pg.Pool>>,
    readonly tokens: readonly string[],
    private readonly profilers: Readonly<Partial<Record<AppName, AppProfile>>>,
  ) {}

  static async start(bench: Bench): Promise<WholeBus> {
    const { stack } = bench;
    const services = { kafka: stack.kafka, registry: stack.registry, postgres: stack.postgresUrl('postgres') };
    const profilers = {
      referrals: new AppProfile(),
      relay: new AppProfile(),
      'agency-views': new AppProfile(),
      'audit-trail': new AppProfile(),
    };
    const env = {
      referrals: { ...UNBOUNDED, ...profilers.referrals.env },
      relay: profilers.relay.env,
      'agency-views': { ...UNBOUNDED, ...profilers['agency-views'].env },
      'audit-trail': profilers['audit-trail'].env,
    };
    const deployment = await Deployment.start({ services, env });
    const poolOf = (name: PoolName): pg.Pool =>
      new pg.Pool({ connectionString: deployment.databases[name].url(), max: 1 });
    const pools = Object.fromEntries(POOLS.map((name) => [name, poolOf(name)])) as Record<PoolName, pg.Pool>;
    const tokens = await Promise.all(SENDERS.map((agency) => deployment.tokenOf(agency)));
    return new WholeBus(deployment, bench, pools, tokens, profilers);
  }

  urlOf(app: AppName): string {
    return this.deployment.apps[app].url;
  }

  /** How many events have got to a stage. */
  async count(stage: Stage): Promise<number> {
    const { pool, sql } = this.questionOf(stage);
    const { rows } = await pool.query<{ events: string | null }>(sql);
    return Number(rows[0]?.events ?? 0);
  }

  /** Until everything that was accepted is everywhere. */
  async settled(): Promise<void> {
    for (const stage of ['relayed', 'in the views', 'in the trail', 'in the policies'] as const) {
      while ((await this.count(stage)) < (await this.wanted(stage))) await delay(LOOK_MS);
    }
  }

  /** What a stage must count when it is done: a reader stands at the last event of its topics. */
  async wanted(stage: Stage): Promise<number> {
    if (stage === 'accepted' || stage === 'relayed') return this.count('accepted');
    const ends = READERS[stage].topics.map((topic) => `coalesce(vector[${ordinalOf(topic) + 1}], 0)`);
    const { rows } = await this.pools.journal.query<{ events: string | null }>(
      `SELECT sum(greatest(${ends.join(', ')})) AS events FROM lane`,
    );
    return Number(rows[0]?.events ?? 0);
  }

  /** CPU seconds so far of everything: apps, services, and this process that is their client. */
  cpuSeconds(): number {
    return Object.values(this.cpuByPart()).reduce((sum, seconds) => sum + seconds, 0);
  }

  /** The same by app and service. */
  cpuByPart(): Readonly<Record<string, number>> {
    const { stack } = this.bench;
    const parts = new Map<string, number>();
    for (const [name, app] of Object.entries(this.deployment.apps))
      parts.set(name, app.isRunning() ? cpuSecondsOfTrees([app.pid]) : 0);
    for (const service of ['kafka', 'registry', 'postgres'] as const)
      parts.set(service, cpuSecondsOfTrees([stack.processOf(service)?.pid ?? []].flat()));
    const { user, system } = process.cpuUsage();
    parts.set('client', (user + system) / 1e6);
    return Object.fromEntries(parts);
  }

  get cores(): number {
    return availableParallelism();
  }

  /** Bytes on disk of databases and topics, and of the events that they hold. */
  async diskUse(): Promise<DiskUse> {
    const tables = await Promise.all(Object.values(this.pools).map(tablesOf));
    const topics = topicBytes(this.bench.dataDir, this.deployment.topicPrefix);
    let bytes = topics;
    for (const pool of Object.values(this.pools)) {
      const { rows } = await pool.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size');
      bytes += Number(rows[0]?.size);
    }
    const { rows } = await this.pools.journal.query<{ payload: string }>(
      'SELECT sum(octet_length(bytes)) AS payload FROM journal',
    );
    return { bytes, payload: Number(rows[0]?.payload ?? 0), parts: new Map([['topics', topics], ...tables.flat()]) };
  }

  /** What operators run. @throws CheckFailed */
  check(): Promise<readonly string[]> {
    return busVerify(this.deployment);
  }

  /** Of the apps that the path goes through, while `work` runs. */
  async profileWhile(work: () => Promise<unknown>): Promise<NamedProfile[]> {
    const running = work();
    const profiles = Object.entries(this.profilers).map(async ([app, profiler]) => {
      const { pid } = this.deployment.apps[app as AppName];
      return { of: app, profile: await profiler.while(pid, () => running) };
    });
    return Promise.all(profiles);
  }

  async stop(): Promise<void> {
    await Promise.all(Object.values(this.pools).map((pool) => pool.end()));
    await this.deployment.stop();
    for (const profiler of Object.values(this.profilers)) profiler.remove();
  }

  private questionOf(stage: Stage): { pool: pg.Pool; sql: string } {
    const { journal, views, audit, policies } = this.pools;
    if (stage === 'accepted') return { pool: journal, sql: 'SELECT sum(position) AS events FROM lane' };
    if (stage === 'relayed') return { pool: journal, sql: 'SELECT sum(position) AS events FROM relay_cursor' };
    const { name, version } = READERS[stage];
    const pool = { 'in the views': views, 'in the trail': audit, 'in the policies': policies }[stage];
    return {
      pool,
      sql: `SELECT sum(position) AS events FROM bus.checkpoint WHERE consumer = '${name}' AND version = ${version}`,
    };
  }
}
