import pg from 'pg';

/** The database refuses these rows for what they contain: SQLSTATE 22 data, 23 integrity, 54 limits. Trying again does not help. */
export function refusesData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(22|23|54)/.test(error.code ?? '');
}
