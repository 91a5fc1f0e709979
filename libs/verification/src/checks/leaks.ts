import type { Report } from '../report.js';

/** What the PostgreSQL servers say of the bus's databases. */
export interface ServerFacts {
  readonly sessions: readonly ServerSession[];
  /** Two-phase transactions; the bus has none. */
  readonly prepared: readonly string[];
  /** The bus reads no slots; one that nobody reads keeps the log of the server for ever. */
  readonly idleSlots: readonly string[];
  /** Taken, of the most that the server gives, by anybody. */
  readonly connections: number;
  readonly maxConnections: number;
}

export interface ServerSession {
  readonly pid: number;
  readonly application: string;
  readonly database: string;
  /** Milliseconds that a transaction has been open without a statement; 0 where none is. */
  readonly idleInTransactionMs: number;
  /** Milliseconds that its statement has been waiting for a lock; 0 where it is not. */
  readonly waitingMs: number;
}

/** Longer than any transaction of the bus waits by itself (5 s for a lock, 30 s without a statement). */
const LONGEST_MS = 30_000;
/** Part of the server's connections beyond which the next restart of an app may fail. */
const CROWDED = 0.9;

/** What a run of the bus, or a crash of one, must not leave behind. */
export function checkServer(
  report: Report,
  { sessions, prepared, idleSlots, connections, maxConnections }: ServerFacts,
): void {
  report.looked('K14', sessions.length);
  const found = (at: string, what: string): void => report.found('K14', 'leak', at, what);
  for (const { pid, application, database, idleInTransactionMs, waitingMs } of sessions) {
    const at = `${database} session ${pid} (${application})`;
    if (idleInTransactionMs > LONGEST_MS)
      found(at, `a transaction without a statement for ${seconds(idleInTransactionMs)}`);
    if (waitingMs > LONGEST_MS) found(at, `waits for a lock for ${seconds(waitingMs)}`);
  }
  for (const gid of prepared) found(`prepared transaction ${gid}`, 'holds its locks until somebody ends it');
  for (const slot of idleSlots)
    found(`replication slot ${slot}`, 'nobody reads it, and the server keeps its log for it');
  if (connections > maxConnections * CROWDED)
    found('server', `${connections} of ${maxConnections} connections are taken`);
}

/** @param schemas scratch schemas while no rebuild is running @param files temporary files of the bus */
export function checkRemains(report: Report, schemas: readonly string[], files: readonly string[]): void {
  for (const schema of schemas) report.found('K14', 'leak', `schema ${schema}`, 'left by a rebuild that did not end');
  for (const file of files) report.found('K14', 'leak', `file ${file}`, 'left by a process that did not end');
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
