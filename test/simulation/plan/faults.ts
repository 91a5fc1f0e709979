import { type Topic, TOPICS_IN_USE } from '#libs/contracts';
import type { ProduceFault } from '../kafka/broker.js';
import type { Members } from './members.js';
import type { Chance } from '../world/chance.js';

export type Database = 'journal' | 'views';

interface Partition {
  readonly topic: Topic;
  readonly lane: number;
}

/** What goes wrong. */
export type FaultStep =
  | { readonly do: 'crash' | 'restart'; readonly who: string }
  | { readonly do: 'freeze'; readonly who: string; readonly ms: number }
  /** Milliseconds that a clock is ahead from now on. */
  | { readonly do: 'clock'; readonly who: string; readonly ms: number }
  | { readonly do: 'stop'; readonly what: Database | 'kafka'; readonly ms: number }
  | { readonly do: 'cut' | 'lose commit answer'; readonly database: Database }
  | { readonly do: 'fail statement'; readonly database: Database; readonly statement: string; readonly code: string }
  | { readonly do: 'produce'; readonly who: string; readonly fault: ProduceFault }
  | ({ readonly do: 'hide'; readonly who: string; readonly ms: number } & Partition)
  | ({ readonly do: 'cut tail' | 'cut head' | 'repeat' | 'bury'; readonly count: number } & Partition)
  | ({ readonly do: 'empty' } & Partition)
  /** Every topic of the lane loses its end, each another number of records: index = place among the topics in use. */
  | { readonly do: 'cut lane'; readonly lane: number; readonly counts: readonly number[] }
  /** The machine of everything stops: what the broker had not written to its disk of this lane is gone. */
  | {
      readonly do: 'lose power';
      readonly lane: number;
      readonly counts: readonly number[];
      readonly ms: number;
    }
  | { readonly do: 'lose everything' | 'rebalance' };

type Maker = (run: Run) => FaultStep;

interface Run {
  readonly chance: Chance;
  readonly members: Members;
  readonly lanes: number;
}

/** @param span milliseconds that they fall into */
export function faultsOf(run: Run, count: number, span: number): (FaultStep & { readonly at: number })[] {
  const { chance } = run;
  // Often of few kinds, so that they meet each other.
  const kinds = chance.happens(0.6) ? [chance.one(KINDS), chance.one(KINDS)] : KINDS;
  return Array.from({ length: count }, () => {
    const kind = chance.one(kinds);
    // What is lost must have been written before.
    return { ...chance.one(kind)(run), at: chance.between(kind === losses ? span / 3 : 0, span) };
  });
}

const anybody = ({ chance, members }: Run): string => chance.one(Object.values(members).flat());
const database = ({ chance }: Run): Database => chance.one(['journal', 'views']);
const partition = ({ chance, lanes }: Run): Partition => ({
  topic: chance.one(TOPICS_IN_USE),
  lane: chance.below(lanes),
});

const HOUR_MS = 3_600_000;

const tails = (chance: Chance): number[] => TOPICS_IN_USE.map(() => chance.below(4));

const processes: readonly Maker[] = [
  (run) => ({ do: 'crash', who: anybody(run) }),
  (run) => ({ do: 'crash', who: anybody(run) }),
  (run) => ({ do: 'restart', who: anybody(run) }),
  (run) => ({ do: 'freeze', who: anybody(run), ms: run.chance.between(500, 12_000) }),
  (run) => ({ do: 'freeze', who: run.chance.one(run.members.shippers), ms: run.chance.between(2_000, 9_000) }),
  (run) => ({
    do: 'clock',
    who: run.chance.one([anybody(run), 'journal', 'journal', 'views']),
    ms: run.chance.between(-1, 1) * run.chance.one([90_000, 90_000, HOUR_MS]),
  }),
];

const databases: readonly Maker[] = [
  (run) => ({ do: 'cut', database: database(run) }),
  (run) => ({ do: 'lose commit answer', database: database(run) }),
  (run) => ({
    do: 'fail statement',
    database: database(run),
    statement: run.chance.one(['load', 'append', 'checkpoint', 'relay_cursor', 'INSERT']),
    code: run.chance.one(['55P03', '57014', '40001']),
  }),
  (run) => ({
    do: 'stop',
    what: run.chance.one([database(run), 'kafka'] as const),
    ms: run.chance.between(100, 4_000),
  }),
];

const requests: readonly Maker[] = [
  (run) => ({
    do: 'produce',
    who: run.chance.one(run.members.shippers),
    fault: run.chance.one(['ANSWER_LOST', 'PARTIAL', 'PARTIAL', 'LATE', 'REFUSED'] as const),
  }),
  (run) => ({ do: 'hide', who: anybody(run), ...partition(run), ms: run.chance.between(500, 5_000) }),
  () => ({ do: 'rebalance' }),
];

const losses: readonly Maker[] = [
  (run) => ({ do: 'cut tail', ...partition(run), count: 1 + run.chance.below(3) }),
  (run) => ({ do: 'cut head', ...partition(run), count: 1 + run.chance.below(3) }),
  (run) => ({ do: 'repeat', ...partition(run), count: 1 + run.chance.below(4) }),
  (run) => ({ do: 'bury', ...partition(run), count: 1 + run.chance.below(3) }),
  (run) => ({ do: 'empty', ...partition(run) }),
  ({ chance, lanes }) => ({ do: 'cut lane', lane: chance.below(lanes), counts: tails(chance) }),
  ({ chance, lanes }) => ({
    do: 'lose power',
    lane: chance.below(lanes),
    counts: tails(chance),
    ms: chance.between(50, 2_000),
  }),
  () => ({ do: 'lose everything' }),
];

const KINDS: readonly (readonly Maker[])[] = [processes, databases, requests, losses];
