import { join } from 'node:path';
import pg from 'pg';
import { keptSecret, type LocalStack } from '#libs/local-stack';

const ROLES = [
  'bus_owner',
  'bus_writer',
  'bus_relay',
  'bus_views',
  'bus_audit',
  'bus_policies',
  'bus_delivery',
  'bus_operator',
  'bus_repair',
] as const;
export type Role = (typeof ROLES)[number];

const DATABASES = ['journal', 'views', 'audit', 'policies', 'delivery'] as const;
export type Database = (typeof DATABASES)[number];

/** URL of a database as one of the bus's roles. */
export type UrlOf = (database: Database, role: Role) => string;

/** The bus's roles, each with a password of its own that is kept in the data folder, and its databases. Safe to repeat. */
export async function provideDatabases(stack: LocalStack, dataDir: string): Promise<UrlOf> {
  const passwords = new Map(ROLES.map((role) => [role, keptSecret(join(dataDir, `${role}.secret`))]));
  const client = new pg.Client({ connectionString: stack.postgresUrl('postgres') });
  await client.connect();
  try {
    for (const [role, password] of passwords) await ensureRole(client, role, password);
    for (const database of DATABASES) await ensureDatabase(client, database);
  } finally {
    await client.end();
  }
  const { host, port } = stack.postgres;
  return (database, role) =>
    `postgres://${role}:${encodeURIComponent(passwords.get(role) ?? '')}@${host}:${port}/${database}`;
}

async function ensureRole(client: pg.Client, role: Role, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
}

async function ensureDatabase(client: pg.Client, name: Database): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER bus_owner`);
  await client.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${READERS[name].join(', ')}`);
}

/** Read apps reach their own database and never the journal (design 9). */
const READERS: Record<Database, readonly Role[]> = {
  journal: ['bus_writer', 'bus_relay', 'bus_operator', 'bus_repair'],
  views: ['bus_views', 'bus_operator'],
  audit: ['bus_audit', 'bus_operator'],
  policies: ['bus_policies', 'bus_operator'],
  delivery: ['bus_delivery', 'bus_operator'],
};
