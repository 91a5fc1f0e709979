import { setTimeout as delay } from 'node:timers/promises';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { groupOf } from '#libs/projections';
import { agencyViews } from '../../apps/agency-views/src/agency-views.projection.js';
import type { AppProcess, Deployment, OwnServices } from '../deployment/index.js';
import type { Links } from './nemesis/links.js';
import type { Stage } from './stage.js';

/**
 * What a process may hold when all is quiet, for any of them: what its pools and clients have when all are full (the views 33
 * connections to PostgreSQL), and some room. What a leak adds at every reconnect soon passes it.
 */
const MOST = { postgres: 40, kafka: 16, registry: 8, memoryMb: 700, descriptors: 400 } as const;

const FILES = /^(endpoints|credentials|processes)\.json$|^ledger-\d+\.jsonl$|\.(log|secret)$/;

/** K14: what is left open, held or lying about once everything is quiet. */
export async function leaksOf(
  { bus, services, links }: Pick<Stage, 'bus' | 'services' | 'links'>,
  boundMs: number,
): Promise<string[]> {
  return [
    ...bus.all.flatMap((app) => leaksOfProcess(app, services, links)),
    ...(await leaksOfDatabase(bus, services)),
    ...(await leaksOfGroups(bus, boundMs)),
    ...readdirSync(bus.folder)
      .filter((name) => !FILES.test(name))
      .map((name) => `${name} was left in the folder`),
  ];
}

function leaksOfProcess(app: AppProcess, services: OwnServices, links: Links): string[] {
  const counts = connectionsOf(app, services, links);
  const memoryMb = peakMemoryMb(app.pid);
  const descriptors = readdirSync(`/proc/${app.pid}/fd`).length;
  const found = { ...counts, memoryMb, descriptors };
  return (Object.keys(MOST) as (keyof typeof MOST)[])
    .filter((what) => found[what] > MOST[what])
    .map((what) => `${app.name}: ${what} ${found[what]}, more than ${MOST[what]}`);
}

type Counts = Record<'postgres' | 'kafka' | 'registry', number>;

function connectionsOf(app: AppProcess, { stack }: OwnServices, { route }: Links): Counts {
  const portOf = (address: string | undefined, own: number): number[] => [own, Number(address?.split(':')[1] ?? own)];
  const ports = {
    postgres: portOf(route(app.name, 'postgres'), stack.postgres.port),
    kafka: portOf(route(app.name, 'kafka'), Number(stack.kafka[0]?.split(':')[1])),
    registry: portOf(route(app.name, 'registry'), Number(new URL(stack.registry).port)),
  };
  const remote = remotePortsOf(app.pid);
  const count = (wanted: readonly number[]): number => remote.filter((port) => wanted.includes(port)).length;
  return { postgres: count(ports.postgres), kafka: count(ports.kafka), registry: count(ports.registry) };
}

/** The ports at the other end of a process's connections. */
function remotePortsOf(pid: number): number[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return []; // closed meanwhile
      }
    }),
  );
  return readFileSync(`/proc/${pid}/net/tcp`, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => sockets.has(fields[9] ?? ''))
    .map((fields) => Number.parseInt(fields[2]?.split(':')[1] ?? '0', 16))
    .filter((port) => port > 0);
}

function peakMemoryMb(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

async function leaksOfDatabase(bus: Deployment, services: OwnServices): Promise<string[]> {
  const client = new pg.Client({ connectionString: services.postgres });
  await client.connect();
  try {
    const names = Object.values(bus.databases).map(({ name }) => name);
    const idle = await client.query<{ who: string }>(
      `SELECT application_name AS who FROM pg_stat_activity
       WHERE datname = ANY ($1) AND state LIKE 'idle in transaction%' AND state_change < clock_timestamp() - interval '2 s'`,
      [names],
    );
    const locks = await client.query<{ what: string }>(
      `SELECT locktype || ' ' || mode AS what FROM pg_locks l JOIN pg_database d ON d.oid = l.database
       WHERE d.datname = ANY ($1) AND (NOT granted OR locktype = 'advisory')`,
      [names],
    );
    const kept = await client.query<{ what: string }>(
      `SELECT 'replication slot ' || slot_name AS what FROM pg_replication_slots
       UNION ALL SELECT 'prepared transaction ' || gid FROM pg_prepared_xacts`,
    );
    return [
      ...idle.rows.map(({ who }) => `a transaction of ${who} was left open`),
      ...locks.rows.map(({ what }) => `a lock is held or waited for: ${what}`),
      ...kept.rows.map(({ what }) => `left behind: ${what}`),
    ];
  } finally {
    await client.end();
  }
}

/** Every consumer group is whole: as many members as instances, and nobody waits for a dead one. */
async function leaksOfGroups(bus: Deployment, boundMs: number): Promise<string[]> {
  const kafka = new Kafka({ clientId: 'faults', brokers: [...bus.services.kafka], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const wanted = {
      [`${bus.topicPrefix}${groupOf(agencyViews)}`]: bus.instancesOf('agency-views').length,
      [`${bus.topicPrefix}audit_trail.v1`]: bus.instancesOf('audit-trail').length,
    };
    for (const until = Date.now() + boundMs; ; await delay(500)) {
      const { groups } = await admin.describeGroups(Object.keys(wanted));
      const odd = groups.filter(
        ({ groupId, state, members }) => state !== 'Stable' || members.length !== wanted[groupId],
      );
      if (odd.length === 0) return [];
      if (Date.now() > until)
        return odd.map(({ groupId, state, members }) => `group ${groupId} is ${state} with ${members.length} members`);
    }
  } finally {
    await admin.disconnect();
  }
}
