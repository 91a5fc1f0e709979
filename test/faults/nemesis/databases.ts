import pg from 'pg';
import type { Deployment, OwnServices } from '../../deployment/index.js';

/** Runs statements as superuser in one of a deployment's databases. */
export async function inDatabase<T>(
  bus: Deployment,
  database: 'journal' | 'views' | 'audit' | 'delivery',
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return connected(bus.databases[database].url(), work);
}

/** The backends of PostgreSQL that serve a deployment's apps whose application name begins so. */
export async function backendsOf(services: OwnServices, bus: Deployment, named: string): Promise<number[]> {
  return connected(services.postgres, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = ANY ($1) AND application_name LIKE $2',
      [Object.values(bus.databases).map(({ name }) => name), `${named}%`],
    );
    return rows.map(({ pid }) => pid);
  });
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the rejected query says so too
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
