import { caseFold } from '../events/case.js';
import type { Contest, Row } from '../harness/row.js';
import { clientsOf, type SpreadingName, throughput } from './load.js';
import { JournalUnderTest } from './journal-under-test.js';
import { type EncodedBatch, FloorRows, writeBatches } from './sql-floor.js';

const BATCH = 256;
/** More than the floor writes in the counted time would only cost memory. */
const BATCHES_PER_SECOND = 100;
const WARM_UP_BATCHES = 20;

const common = {
  unit: 'commands/s',
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
} as const;

export const inProcess: Row = {
  ...common,
  id: 'accept.in-process',
  title: 'accept in process: 600-byte events, 1 kB states, 16 lanes, 256 waiting',
  limit: 'the same rows, encoded beforehand, in batches of 256',
  goal: { atLeast: 0.6, aim: 0.75 },
  prepare: async ({ options: { seconds } }) => {
    const target = await JournalUnderTest.create(caseFold);
    let sizes = '';
    return {
      limit: async () => {
        const batches = encoded(BATCHES_PER_SECOND * seconds);
        sizes = sizesOf(batches);
        return floor(batches);
      },
      figure: () => target.whileOpen((journal) => throughput(journal, { spreading: 'sixteen lanes', seconds })),
      check: () => target.check(),
      notes: () => [sizes],
      close: () => target.drop(),
    };
  },
};

export const sixtyFourLanes: Row = {
  ...common,
  id: 'accept.64-lanes',
  title: 'the same over 64 lanes',
  limit: 'over 16 lanes',
  goal: { atLeast: 0.8 },
  prepare: ({ options }) => spread('sixteen lanes', 'sixty-four lanes', options.seconds),
};

export const hotJurisdiction: Row = {
  ...common,
  id: 'accept.hot-jurisdiction',
  title: 'the same with a quarter of the load in one of 231 jurisdictions, all of it in one lane',
  limit: '231 jurisdictions alike',
  goal: { atLeast: 0.9 },
  prepare: ({ options }) => spread('uniform', 'a quarter in one', options.seconds),
};

/** One journal under two loads in turn. */
async function spread(limit: SpreadingName, figure: SpreadingName, seconds: number): Promise<Contest> {
  const target = await JournalUnderTest.create(caseFold);
  const under = (spreading: SpreadingName): Promise<number> =>
    target.whileOpen((journal) => throughput(journal, { spreading, seconds }));
  return {
    limit: () => under(limit),
    figure: () => under(figure),
    check: () => target.check(),
    close: () => target.drop(),
  };
}

function encoded(count: number): EncodedBatch[] {
  const rows = new FloorRows();
  const clients = clientsOf('sixteen lanes', BATCH);
  return Array.from({ length: count }, () => rows.encode(clients.map((next) => next())));
}

/** Commands a second whose rows are written into an empty journal. */
async function floor(batches: readonly EncodedBatch[]): Promise<number> {
  const target = await JournalUnderTest.create(caseFold);
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
