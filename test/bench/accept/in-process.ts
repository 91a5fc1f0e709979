import type { Row } from '../harness/row.js';
import { clientsOf, SIXTEEN_LANES, throughput } from './load.js';
import { JournalUnderTest } from './journal-under-test.js';
import { FloorRows, type EncodedBatch, writeBatches } from './sql-floor.js';

const BATCH = 256;
/** More than the floor writes in the counted time would only cost memory. */
const BATCHES_PER_SECOND = 100;
const WARM_UP_BATCHES = 20;

export const inProcess: Row = {
  id: 'accept.in-process',
  title: 'accept in process: 600-byte events, 1 kB states, 16 lanes, 256 waiting',
  limit: 'the same rows, encoded beforehand, in batches of 256',
  unit: 'commands/s',
  goal: { atLeast: 0.6, aim: 0.75 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async ({ options: { seconds } }) => {
    const target = await JournalUnderTest.create();
    let sizes = '';
    return {
      limit: async () => {
        const batches = encoded(BATCHES_PER_SECOND * seconds);
        sizes = sizesOf(batches);
        return floor(batches);
      },
      figure: () => target.whileOpen({}, (journal) => throughput(journal, SIXTEEN_LANES, seconds)),
      check: () => target.check(),
      notes: () => [sizes],
      close: () => target.drop(),
    };
  },
};

function encoded(count: number): EncodedBatch[] {
  const rows = new FloorRows();
  const clients = clientsOf(SIXTEEN_LANES, BATCH);
  return Array.from({ length: count }, () => rows.encode(clients.map((next) => next())));
}

/** Commands a second whose rows are written into an empty journal. */
async function floor(batches: readonly EncodedBatch[]): Promise<number> {
  const target = await JournalUnderTest.create();
  try {
    const counted = batches.slice(WARM_UP_BATCHES);
    await writeBatches(target.url, batches.slice(0, WARM_UP_BATCHES));
    const start = performance.now();
    await writeBatches(target.url, counted);
    return (BATCH * counted.length) / ((performance.now() - start) / 1000);
  } finally {
    await target.drop();
  }
}

function sizesOf(batches: readonly EncodedBatch[]): string {
  const sum = (of: 'events' | 'bytes'): number => batches.reduce((total, batch) => total + batch[of], 0);
  const commands = BATCH * batches.length;
  return `A command has ${(sum('events') / commands).toFixed(2)} events of ${Math.round(sum('bytes') / sum('events'))} bytes on average.`;
}
