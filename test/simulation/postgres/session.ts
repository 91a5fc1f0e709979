import type { World } from '../world/world.js';
import { databaseError, refuseNul, type Result, type ResultRow, type Statements } from './statement.js';
import type { StatementFaults } from './statement-faults.js';
import { type RowLock, type RowLocks, Transaction, type Work } from './store.js';

export interface Query {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export type Answer = Result | Error;

/** What a session needs of its server. */
export interface SessionHost {
  readonly world: World;
  readonly locks: RowLocks;
  readonly faults: StatementFaults;
  readonly statements: Statements;
  readonly clock: number;
  readonly incarnation: string;
  commit(transaction: Transaction): void;
  wake(woken: readonly (() => void)[]): void;
  drop(session: Session): void;
  terminate(session: Session): void;
}

const DEADLOCK_MS = 1_000;
const NOTHING: readonly ResultRow[] = [];

/** A backend: it does one statement after the other, in a transaction that it was told to begin or in one of its own. */
export class Session {
  open = true;
  lockTimeout = 0;
  idleInTransactionTimeout = 0;
  readonly #server: SessionHost;
  readonly #world: World;
  readonly #inbox: Query[] = [];
  readonly #answer: (answers: Answer[]) => void;
  #ready: Answer[] = [];
  #begun: Transaction | null = null;
  #failed = false;
  #working: Transaction | null = null;
  #idleSince = 0;

  /** @param answer takes the answers of what was asked, in order */
  constructor(server: SessionHost, answer: (answers: Answer[]) => void) {
    this.#server = server;
    this.#world = server.world;
    this.#answer = answer;
  }

  get inTransaction(): boolean {
    return this.#begun !== null;
  }

  receive(queries: readonly Query[]): void {
    if (!this.open) return;
    this.#inbox.push(...queries);
    if (!this.#working) this.#next();
  }

  /** Whatever it was doing is undone. What it had not begun is never done. */
  close(): void {
    if (!this.open) return;
    this.open = false;
    this.#inbox.length = 0;
    const undone = new Set([this.#working, this.#begun]);
    this.#working = null;
    this.#begun = null;
    for (const transaction of undone) if (transaction) this.#server.wake(transaction.rollback());
  }

  #next(): void {
    while (this.open && !this.#working) {
      const query = this.#inbox.shift();
      if (!query) break;
      this.#start(query);
    }
    this.#flush();
  }

  #flush(): void {
    if (this.#ready.length === 0) return;
    const answers = this.#ready;
    this.#ready = [];
    this.#answer(answers);
    this.#watchIdleness();
  }

  #start(query: Query): void {
    const word = commandOf(query.text);
    if (word === 'BEGIN') this.#begin();
    else if (word === 'COMMIT') this.#commit();
    else if (word === 'ROLLBACK') this.#rollback(query.text);
    else if (word === 'SET') this.#set(query.text);
    else if (this.#failed) this.#refused(databaseError('25P02', 'current transaction is aborted'));
    else this.#execute(query);
  }

  #begin(): void {
    this.#begun ??= new Transaction(this.#server.locks);
    this.#done('BEGIN', NOTHING);
  }

  #commit(): void {
    const transaction = this.#begun;
    const failed = this.#failed;
    this.#begun = null;
    this.#failed = false;
    if (transaction && failed) this.#server.wake(transaction.rollback());
    else if (transaction) this.#server.commit(transaction);
    if (transaction && !failed && this.#server.faults.isCommitAnswerLost()) return this.#server.drop(this);
    this.#done(failed ? 'ROLLBACK' : 'COMMIT', NOTHING);
  }

  #rollback(text: string): void {
    const transaction = this.#begun;
    const savepoint = /^ROLLBACK TO SAVEPOINT (\w+)/.exec(text)?.[1];
    this.#failed = false;
    if (savepoint !== undefined) transaction?.rollbackTo(savepoint);
    else this.#begun = null;
    if (transaction && savepoint === undefined) this.#server.wake(transaction.rollback());
    this.#done('ROLLBACK', NOTHING);
  }

  #set(text: string): void {
    const [, setting, seconds] = /SET (\w+) = '(\d+)s'/.exec(text) ?? [];
    if (setting === 'lock_timeout') this.lockTimeout = Number(seconds) * 1_000;
    if (setting === 'idle_in_transaction_session_timeout') this.idleInTransactionTimeout = Number(seconds) * 1_000;
    this.#done('SET', NOTHING);
  }

  #execute({ name, text, values }: Query): void {
    const transaction = this.#begun ?? new Transaction(this.#server.locks);
    this.#working = transaction;
    try {
      refuseNul(values);
      this.#server.faults.atStatement(name ?? text);
      const run = this.#server.statements.find(name, text);
      const work = run({ transaction, now: this.#server.clock, incarnation: this.#server.incarnation }, values);
      if (Symbol.iterator in work && 'next' in work) this.#proceed(transaction, work, text);
      else this.#finish(transaction, text, work);
    } catch (error) {
      this.#fail(transaction, error);
    }
  }

  #proceed(transaction: Transaction, work: Work<readonly ResultRow[]>, text: string): void {
    const step = work.next();
    if (step.done) this.#finish(transaction, text, step.value);
    else this.#waitFor(step.value, transaction, work, text);
  }

  #waitFor(lock: RowLock, transaction: Transaction, work: Work<readonly ResultRow[]>, text: string): void {
    const waited = { over: false };
    transaction.waitsFor = lock;
    const go = (): void => {
      if (waited.over || this.#working !== transaction) return;
      waited.over = true;
      this.#attempt(transaction, () => this.#proceed(transaction, work, text));
      this.#next();
    };
    lock.waiting.push({ transaction, go });
    this.#giveUpAfter(this.lockTimeout, waited, transaction, () => databaseError('55P03', 'lock timeout'));
    this.#giveUpAfter(DEADLOCK_MS, waited, transaction, () =>
      waitsForItself(transaction) ? databaseError('40P01', 'deadlock detected') : null,
    );
  }

  #giveUpAfter(ms: number, waited: { over: boolean }, transaction: Transaction, ask: () => Error | null): void {
    if (ms <= 0) return;
    this.#world.after(ms, null, () => {
      if (waited.over || this.#working !== transaction) return;
      const error = ask();
      if (!error) return;
      waited.over = true;
      this.#fail(transaction, error);
      this.#next();
    });
  }

  #attempt(transaction: Transaction, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#fail(transaction, error);
    }
  }

  #finish(transaction: Transaction, text: string, rows: readonly ResultRow[]): void {
    this.#working = null;
    if (transaction !== this.#begun) this.#server.commit(transaction);
    this.#done(commandOf(text), rows);
  }

  #done(command: string, rows: readonly ResultRow[]): void {
    this.#ready.push({ command, rows, rowCount: rows.length });
  }

  #fail(transaction: Transaction, error: unknown): void {
    this.#working = null;
    if (transaction === this.#begun) {
      this.#failed = true;
      transaction.stopWaiting();
    } else this.#server.wake(transaction.rollback());
    this.#refused(error);
  }

  #refused(error: unknown): void {
    this.#ready.push(error instanceof Error ? error : new Error(String(error)));
  }

  #watchIdleness(): void {
    this.#idleSince = this.#world.now;
    const since = this.#idleSince;
    if (this.idleInTransactionTimeout === 0 || !this.#begun) return;
    this.#world.after(this.idleInTransactionTimeout, null, () => {
      if (this.open && this.#begun && !this.#working && this.#idleSince === since) this.#server.terminate(this);
    });
  }
}

const commandOf = (text: string): string => /\w+/.exec(text)?.[0].toUpperCase() ?? '';

function waitsForItself(transaction: Transaction): boolean {
  const seen = new Set<Transaction>();
  for (let next = transaction.waitsFor?.holder; next && !seen.has(next); next = next.waitsFor?.holder) {
    if (next === transaction) return true;
    seen.add(next);
  }
  return false;
}
