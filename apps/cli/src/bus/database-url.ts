import type { DatabaseName } from '#libs/verification';
import type { Endpoints } from './data-folder.js';

/** What is delivered is not verified, and told the time all the same. */
export type BusDatabase = DatabaseName | 'delivery';

/** A database of the bus in its cluster, as the role that the endpoints name. */
export function databaseUrl({ postgres, databases }: Endpoints, database: BusDatabase): string {
  const named = new URL(postgres);
  named.pathname = `/${databases?.[database] ?? database}`;
  return named.href;
}
