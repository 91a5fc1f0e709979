import pg from 'pg';
import { CliFault, EXIT, wordsOf } from '../terminal/fault.js';
import type { Endpoints } from './data-folder.js';

export type DatabaseName = 'journal' | 'views' | 'audit';
type Cluster = Pick<Endpoints, 'postgres' | 'databases'>;

/** A database of the bus in its cluster, as the role that the endpoints name. */
export function databaseUrl({ postgres, databases }: Cluster, database: DatabaseName): string {
  const named = new URL(postgres);
  named.pathname = `/${databases?.[database] ?? database}`;
  return named.href;
}

/** Connections that cannot write, whatever their role may. */
export function readingPool(cluster: Cluster, database: DatabaseName): pg.Pool {
  return poolOf(databaseUrl(cluster, database), '-c default_transaction_read_only=on');
}

/** Connections for the scratch schema of a rebuild. */
export function scratchPool(cluster: Cluster, database: DatabaseName): pg.Pool {
  return poolOf(databaseUrl(cluster, database));
}

function poolOf(connectionString: string, options?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'bus-cli',
    max: 3,
    connectionTimeoutMillis: 5_000,
    ...(options !== undefined && { options }),
  });
  // A broken idle connection is replaced at the next query, which then says what is wrong.
  pool.on('error', () => undefined);
  return pool;
}

/** @throws CliFault when the database does not answer */
export async function assertReachable(pool: pg.Pool, database: DatabaseName): Promise<void> {
  await pool.query('SELECT 1').catch((cause: unknown) => {
    throw new CliFault(
      EXIT.unreachable,
      `database ${database} cannot be reached (${wordsOf(cause)})`,
      'start the bus with npm start',
      { cause },
    );
  });
}

/** Runs `work` in one snapshot. */
export async function inSnapshot<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

export interface PagedQuery {
  /** Of the cursor: unlike any other that is open in the snapshot. */
  readonly name: string;
  readonly sql: string;
  readonly values?: readonly unknown[];
}

const PAGE = 2_000;

/** The rows of a query, page by page, through a cursor of the snapshot. */
export async function* pages<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { name, sql, values = [] }: PagedQuery,
): AsyncGenerator<Row[]> {
  await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, [...values]);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${PAGE} FROM ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) break;
  }
  await client.query(`CLOSE ${name}`);
}
