import { BoundedClient } from '#libs/postgres';
import pg from 'pg';

/** The one connection over which a process asks a database about membership. @param onError told of a connection that breaks while idle */
export function membershipPool(url: string, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    Client: BoundedClient,
    connectionString: url,
    application_name: 'bus-membership',
    max: 1,
    connectionTimeoutMillis: 3_000,
  });
  pool.on('error', onError);
  return pool;
}
