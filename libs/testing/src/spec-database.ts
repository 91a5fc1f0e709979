import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** The roles of the journal database, as a deployment creates them. */
const ROLES = [
  'bus_owner',
  'bus_writer',
  'bus_relay',
  'bus_views',
  'bus_audit',
  'bus_delivery',
  'bus_operator',
  'bus_repair',
] as const;

/** For connections whose end is on its way. */
const LEAVING_MS = 1_000;

export type SpecRole = (typeof ROLES)[number];

export interface SpecDatabase {
  readonly name: string;
  /** URL as the superuser, or as one of the bus's roles. */
  url(role?: SpecRole): string;
  drop(): Promise<void>;
}

/** The throw-away PostgreSQL of this test run. @throws Error when the run brought none up. */
export function specPostgresUrl(): string {
  const url = process.env['BUS_TEST_POSTGRES'];
  if (!url) throw new Error('BUS_TEST_POSTGRES is not set: run through `npm test`');
  return url;
}

/**
 * A database of its own for one spec file, with the bus's roles in the cluster.
 * @param postgresUrl of the cluster, as its superuser
 */
export async function createSpecDatabase(postgresUrl = specPostgresUrl()): Promise<SpecDatabase> {
  const base = new URL(postgresUrl);
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await asSuperuser(base, async (client) => {
    await ensureRoles(client);
    await client.query(`CREATE DATABASE ${name} OWNER bus_owner`);
  });
  return {
    name,
    url: (role) => urlOf(base, name, role),
    drop: () =>
      asSuperuser(base, async (client) => {
        await emptied(client, name);
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

/**
 * A pool says that it has ended before its connections are gone: one that is put out meanwhile fails where nobody listens. Whoever
 * stays on all the same, as a process that was killed, is put out.
 */
async function emptied(client: pg.Client, name: string): Promise<void> {
  for (const end = Date.now() + LEAVING_MS; Date.now() < end;) {
    const { rowCount } = await client.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) return;
    await delay(10);
  }
}

/** Spec files run side by side: whoever comes first creates the roles, under a lock. */
async function ensureRoles(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock(7299)');
  for (const role of ROLES) {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
    else await client.query(`ALTER ROLE ${role} LOGIN PASSWORD '${role}'`);
  }
  await client.query('SELECT pg_advisory_unlock(7299)');
}

async function asSuperuser<Result>(base: URL, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: base.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(base: URL, name: string, role?: SpecRole): string {
  const url = new URL(base);
  url.pathname = `/${name}`;
  if (role) {
    url.username = role;
    url.password = role;
  }
  return url.href;
}
