import pg from 'pg';

/** `load_batch` refuses in a journal that nobody has confirmed since its server started. */
export function isUnconfirmed(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === 'BUS01';
}

/** The database refuses these rows for what they contain: SQLSTATE 22 data, 23 integrity, 54 limits. Trying again does not help. */
export function refusesData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(22|23|54)/.test(error.code ?? '');
}
