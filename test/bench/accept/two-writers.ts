import { caseFold } from '../events/case.js';
import { BenchChild } from '../harness/child.js';
import type { Row } from '../harness/row.js';
import { JournalUnderTest } from './journal-under-test.js';
import { WAITING } from './load.js';
import type { WriterInput } from './writer-main.js';

const script = new URL('./writer-main.js', import.meta.url);

/** Both sides in processes of their own, so that the harness costs both the same. */
export const twoWriters: Row = {
  id: 'accept.two-writers',
  title: 'two writer processes over the same 16 lanes, 128 waiting in each',
  limit: 'one process, 256 waiting',
  unit: 'commands/s',
  goal: { atLeast: 0.8 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async ({ options: { seconds } }) => {
    const target = await JournalUnderTest.create(caseFold);
    const writers = [await startWriter(), await startWriter()] as const;
    const run = async (count: number): Promise<number> => {
      const load = {
        writerUrl: target.writerUrl,
        spreading: 'sixteen lanes',
        waiting: WAITING / count,
        seconds,
      } as const;
      const rates = await Promise.all(writers.slice(0, count).map((writer) => writer.run(load)));
      return rates.reduce((sum, rate) => sum + rate, 0);
    };
    return {
      limit: () => run(1),
      figure: () => run(2),
      profiles: async () => [await writers[0].profileWhile('one of the writers', () => run(2))],
      check: () => target.check(),
      close: async () => {
        await Promise.all(writers.map((writer) => writer.stop()));
        await target.drop();
      },
    };
  },
};

const startWriter = (): Promise<BenchChild<WriterInput, number>> => BenchChild.start(script);
