import { saturate } from '../harness/load.js';
import { WAITING } from '../accept/load.js';
import { receiptOf } from '../events/commands.js';
import type { Row } from '../harness/row.js';
import { OldJournal } from './old-journal.js';

const OLD = 1_670_000;
const YOUNG = 60_000;
/** Prime to every number of referrals: each is met once before any is met twice, in no order. */
const STRIDE = 982_451_653;

export const accept: Row = {
  id: 'growth.accept',
  title: 'accept at 5 million journal rows, commands on random old referrals, 256 waiting',
  limit: `the same at ${(3 * YOUNG).toLocaleString('en')} rows`,
  unit: 'commands/s',
  goal: { atLeast: 0.8 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const { seconds } = bench.options;
    const young = await OldJournal.create(YOUNG);
    bench.report('growth.accept: filling the old journal …');
    const old = await OldJournal.create(OLD);
    const [fromYoung, fromOld] = [received(young), received(old)];
    return {
      limit: () => fromYoung(seconds),
      figure: () => fromOld(seconds),
      check: async () => {
        await young.check();
        return old.check();
      },
      close: async () => {
        await young.journal.drop();
        await old.journal.drop();
      },
    };
  },
};

/** Receipts a second, each of a referral that was submitted long ago. */
function received(old: OldJournal): (seconds: number) => Promise<number> {
  let met = 0;
  const next = (): ReturnType<typeof receiptOf> =>
    receiptOf(old.addressOf(Number((BigInt(met++) * BigInt(STRIDE)) % BigInt(old.referrals))));
  return (seconds) =>
    old.journal.whileOpen((journal) =>
      saturate({ waiting: WAITING, seconds, act: async () => void (await journal.handle(next())) }),
    );
}
