import pg from 'pg';

/** `load_batch` refuses in a journal that nobody has confirmed since its server started. */
export function isUnconfirmed(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === 'BUS01';
}

/** Somebody else holds a lock for longer than is waited for. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03';
}

/** The database cannot store what a command says: SQLSTATE 22 data, 54 limits. Trying again does not help. */
export function refusesContent(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(22|54)/.test(error.code ?? '');
}

/** What would be written contradicts what is there, SQLSTATE 23: no command's fault, but the lane's or the journal's. */
export function contradictsJournal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^23/.test(error.code ?? '');
}
