/** A statement at work. It yields the row that another transaction has locked, and goes on once it holds that lock itself. */
export type Work<T> = Generator<RowLock, T, void>;

interface Named {
  readonly name: string;
}

/** The rows of one table that are committed, by their key. */
export class Table<Row> {
  readonly rows = new Map<string, Row>();

  /** @param routine changes of it are no news: nobody waits for them */
  constructor(
    readonly name: string,
    readonly routine = false,
  ) {}
}

interface Waiter {
  readonly transaction: Transaction;
  readonly go: () => void;
}

/** The lock of one row, held to the end of a transaction. */
export class RowLock {
  holder: Transaction | null = null;
  readonly waiting: Waiter[] = [];

  constructor(readonly name: string) {}
}

/** What a committed transaction changed: table by table, the rows by key; null for one that is gone. */
export type Changes = ReadonlyMap<Table<unknown>, ReadonlyMap<string, unknown>>;

/** The row locks of one database. */
export class RowLocks {
  readonly #locks = new Map<string, RowLock>();

  of(table: Named, key: string): RowLock {
    const name = `${table.name}/${key}`;
    const lock = this.#locks.get(name) ?? new RowLock(name);
    this.#locks.set(name, lock);
    return lock;
  }

  forget(lock: RowLock): void {
    this.#locks.delete(lock.name);
  }
}

/**
 * A transaction at READ COMMITTED, as far as the bus needs one: each read sees what is committed by then and its own writes;
 * each row written is locked to the end.
 */
export class Transaction {
  readonly #locks: RowLocks;
  readonly #held = new Set<RowLock>();
  #writes = new Map<Table<unknown>, Map<string, unknown>>();
  #savepoints = new Map<string, Map<Table<unknown>, Map<string, unknown>>>();
  waitsFor: RowLock | null = null;

  constructor(locks: RowLocks) {
    this.#locks = locks;
  }

  get<Row>(table: Table<Row>, key: string): Row | undefined {
    const own = this.#writes.get(table);
    if (own?.has(key)) return (own.get(key) ?? undefined) as Row | undefined;
    return table.rows.get(key);
  }

  /** Every row that this transaction sees. */
  all<Row>(table: Table<Row>): Row[] {
    const own = this.#writes.get(table);
    if (!own) return [...table.rows.values()];
    return [...new Map([...table.rows, ...own]).values()].filter((row) => row !== null) as Row[];
  }

  /** Locks the row, whether it exists or not. */
  *lock(table: Named, key: string): Work<void> {
    const lock = this.#locks.of(table, key);
    if (lock.holder === this) return;
    if (lock.holder !== null) {
      yield lock;
      return; // whoever let it go has made this transaction its holder
    }
    this.hold(lock);
  }

  /** FOR UPDATE SKIP LOCKED. */
  tryLock(table: Named, key: string): boolean {
    const lock = this.#locks.of(table, key);
    if (lock.holder !== null && lock.holder !== this) return false;
    this.hold(lock);
    return true;
  }

  hold(lock: RowLock): void {
    lock.holder = this;
    this.#held.add(lock);
  }

  /** ON CONFLICT DO NOTHING: waits for whoever is inserting the same key. @returns whether the row is this transaction's */
  *insertOnce<Row>(table: Table<Row>, key: string, row: Row): Work<boolean> {
    if (this.get(table, key) !== undefined) return false;
    yield* this.lock(table, key);
    if (this.get(table, key) !== undefined) return false;
    this.put(table, key, row);
    return true;
  }

  /** The row must be locked by this transaction. */
  put<Row>(table: Table<Row>, key: string, row: Row): void {
    this.#write(table, key, row);
  }

  remove<Row>(table: Table<Row>, key: string): void {
    this.#write(table, key, null);
  }

  #write(table: Table<unknown>, key: string, row: unknown): void {
    const rows = this.#writes.get(table) ?? new Map<string, unknown>();
    this.#writes.set(table, rows);
    rows.set(key, row);
  }

  savepoint(name: string): void {
    this.#savepoints.set(name, copyOf(this.#writes));
  }

  rollbackTo(name: string): void {
    this.#writes = copyOf(this.#savepoints.get(name) ?? new Map());
  }

  /** Everybody sees its rows from here on. @returns what changed, and who may go on now */
  commit(): { readonly changes: Changes; readonly woken: readonly (() => void)[] } {
    for (const [table, rows] of this.#writes) {
      for (const [key, row] of rows) {
        if (row === null) table.rows.delete(key);
        else table.rows.set(key, row);
      }
    }
    return { changes: this.#writes, woken: this.#release() };
  }

  rollback(): readonly (() => void)[] {
    this.#writes = new Map();
    return this.#release();
  }

  /** The statement that waited is given up. */
  stopWaiting(): void {
    if (!this.waitsFor) return;
    const { waiting } = this.waitsFor;
    const place = waiting.findIndex(({ transaction }) => transaction === this);
    if (place >= 0) waiting.splice(place, 1);
    this.waitsFor = null;
  }

  #release(): (() => void)[] {
    this.stopWaiting();
    const woken: (() => void)[] = [];
    for (const lock of this.#held) {
      const next = lock.waiting.shift();
      lock.holder = null;
      if (!next) {
        this.#locks.forget(lock);
        continue;
      }
      next.transaction.waitsFor = null;
      next.transaction.hold(lock);
      woken.push(next.go);
    }
    this.#held.clear();
    return woken;
  }
}

function copyOf(writes: ReadonlyMap<Table<unknown>, Map<string, unknown>>): Map<Table<unknown>, Map<string, unknown>> {
  return new Map([...writes].map(([table, rows]) => [table, new Map(rows)]));
}
