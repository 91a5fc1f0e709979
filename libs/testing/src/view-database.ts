import { hear } from '#libs/postgres';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';

/** A database of its own for one spec file, on the test stack's server. */
export class ViewDatabase {
  private constructor(
    readonly pool: Pool,
    readonly url: string,
    private readonly onServer: (statement: string) => Promise<void>,
    private readonly name: string,
  ) {}

  /** @param statements what is run first in the new database */
  static async create(statements: readonly string[]): Promise<ViewDatabase> {
    const server = serverUrl();
    const name = `spec_${randomUUID().replaceAll('-', '')}`;
    await once(server, `CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = name;
    const pool = new Pool({ connectionString: url.href, max: 12 });
    hear(pool);
    for (const statement of statements) await pool.query(statement);
    return new ViewDatabase(pool, url.href, (statement) => once(server, statement), name);
  }

  /** Ends every connection to the database, as a failing network does. */
  async cutConnections(): Promise<void> {
    await this.onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${this.name}'`);
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.onServer(`DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}

function serverUrl(): string {
  const url = process.env.BUS_TEST_POSTGRES;
  if (!url) throw new Error('BUS_TEST_POSTGRES is not set: run through npm test');
  return url;
}

async function once(url: string, statement: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  await pool.query(statement);
  await pool.end();
}
