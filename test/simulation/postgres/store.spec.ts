import { beforeEach, describe, expect, it } from '@jest/globals';
import { RowLocks, Table, Transaction, type Work } from './store.js';

let locks: RowLocks;
let table: Table<string>;

beforeEach(() => {
  locks = new RowLocks();
  table = new Table<string>('table');
});

const begin = (): Transaction => new Transaction(locks);

/** Runs a statement up to its end or to the lock that it waits for, as a session does. */
function start<T>(transaction: Transaction, work: Work<T>): { result?: T } {
  const outcome: { result?: T } = {};
  const proceed = (): void => {
    const step = work.next();
    if (step.done) outcome.result = step.value;
    else {
      transaction.waitsFor = step.value;
      step.value.waiting.push({ transaction, go: proceed });
    }
  };
  proceed();
  return outcome;
}

const end = (woken: readonly (() => void)[]): void => woken.forEach((go) => go());

describe('rows of a transaction', () => {
  it('are its own until it commits', () => {
    const [writer, reader] = [begin(), begin()];
    writer.put(table, 'a', 'new');
    expect([writer.get(table, 'a'), reader.get(table, 'a')]).toEqual(['new', undefined]);
    end(writer.commit().woken);
    expect(reader.get(table, 'a')).toBe('new');
  });

  it('are gone when it rolls back, or back at its savepoint', () => {
    const writer = begin();
    writer.put(table, 'a', 'kept');
    writer.savepoint('s');
    writer.put(table, 'b', 'undone');
    writer.rollbackTo('s');
    expect([writer.get(table, 'a'), writer.get(table, 'b')]).toEqual(['kept', undefined]);
    end(writer.rollback());
    expect(table.rows.size).toBe(0);
  });
});

describe('the lock of a row', () => {
  it('is waited for until its holder ends, in the order of asking', () => {
    const [first, second, third] = [begin(), begin(), begin()];
    start(first, first.lock(table, 'a'));
    const waits = [start(second, second.insertOnce(table, 'a', '2')), start(third, third.insertOnce(table, 'a', '3'))];
    expect(waits).toEqual([{}, {}]);
    end(first.rollback());
    expect(waits).toEqual([{ result: true }, {}]);
    end(second.commit().woken);
    expect(waits).toEqual([{ result: true }, { result: false }]);
  });

  it('is passed over where it is held by another', () => {
    const [first, second] = [begin(), begin()];
    expect(first.tryLock(table, 'a')).toBe(true);
    expect([first.tryLock(table, 'a'), second.tryLock(table, 'a')]).toEqual([true, false]);
    end(first.commit().woken);
    expect(second.tryLock(table, 'a')).toBe(true);
  });

  it('is not waited for by a transaction that was ended meanwhile', () => {
    const [first, second, third] = [begin(), begin(), begin()];
    start(first, first.lock(table, 'a'));
    start(second, second.lock(table, 'a'));
    const waits = start(third, third.insertOnce(table, 'a', '3'));
    end(second.rollback());
    end(first.rollback());
    expect(waits).toEqual({ result: true });
  });
});
