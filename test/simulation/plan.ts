import { type Topic, TOPICS_IN_USE } from '#libs/contracts';
import { type Said, UNSTORABLE } from './bus/commands.js';
import { UNSHOWABLE } from './bus/reader.js';
import type { ProduceFault } from './kafka/broker.js';
import { Chance } from './world/chance.js';
import type { Weather } from './world/world.js';

/** What an agency does. */
export interface CommandStep {
  readonly do: 'say';
  readonly what: Said['what'];
  /** Which referral of the run. */
  readonly leg: number;
  readonly lane: number;
  /** Number of the idempotency key: two steps with one number say the same again. */
  readonly key: number;
  /** Another request under the same key. */
  readonly otherRequest: boolean;
  readonly reference: string | null;
}

/** What goes wrong. */
export type FaultStep =
  | { readonly do: 'crash' | 'restart'; readonly who: string }
  | { readonly do: 'freeze'; readonly who: string; readonly ms: number }
  | { readonly do: 'cut'; readonly database: Database }
  | { readonly do: 'lose commit answer'; readonly database: Database }
  | { readonly do: 'fail statement'; readonly database: Database; readonly statement: string; readonly code: string }
  | { readonly do: 'stop'; readonly what: Database | 'kafka'; readonly ms: number }
  | { readonly do: 'produce'; readonly who: string; readonly fault: ProduceFault }
  | { readonly do: 'hide'; readonly who: string; readonly topic: Topic; readonly lane: number; readonly ms: number }
  | {
      readonly do: 'cut tail' | 'cut head' | 'repeat';
      readonly topic: Topic;
      readonly lane: number;
      readonly count: number;
    }
  | { readonly do: 'empty'; readonly topic: Topic; readonly lane: number }
  | { readonly do: 'rebalance' }
  | { readonly do: 'clock'; readonly who: string; readonly ms: number };

export type Database = 'journal' | 'views';

export type Step = (CommandStep | FaultStep) & {
  /** Its number in the whole plan, by which `--only` names it. */
  readonly id: number;
  /** Milliseconds after the beginning. */
  readonly at: number;
};

/** Everything about a run that is decided before it. */
export interface Plan {
  readonly seed: number;
  readonly lanes: number;
  readonly members: Members;
  readonly weather: Weather;
  readonly routineLoops: number;
  readonly relayLoops: number;
  /** Events that a consumer applies in one transaction at the most. */
  readonly batch: number;
  readonly steps: readonly Step[];
  /** When the last fault is over. */
  readonly calmAt: number;
}

/** Names of the processes by what they are; a run has some of each kind that it has at all. */
const MEMBERS = {
  writers: ['writer-a', 'writer-b'],
  shippers: ['relay-a', 'relay-b'],
  views: ['views-a', 'views-b'],
  trail: ['trail-a', 'trail-b'],
  escalations: ['escal-a', 'escal-b'],
} as const;

type Kind = keyof typeof MEMBERS;
export type Members = Readonly<Record<Kind, readonly string[]>>;

const READERS: readonly Kind[] = ['views', 'trail', 'escalations'];

function membersOf(chance: Chance): Members {
  const some = (kind: Kind, count: number): string[] => MEMBERS[kind].slice(0, count);
  const always = chance.one(READERS);
  const reader = (kind: Kind): string[] =>
    kind === always || chance.happens(0.3) ? some(kind, 1 + chance.below(2)) : [];
  return {
    writers: some('writers', 1 + chance.below(2)),
    shippers: some('shippers', 1 + chance.below(2)),
    views: reader('views'),
    trail: reader('trail'),
    escalations: reader('escalations'),
  };
}

export function planOf(seed: number): Plan {
  const chance = new Chance(seed, 'plan');
  const lanes = 1 + chance.below(3);
  const members = membersOf(chance);
  const span = chance.between(500, 4_000);
  const commands = commandsOf(chance, lanes, span);
  const faults = faultsOf(chance, members, lanes, span);
  const steps = [...commands, ...faults].sort((a, b) => a.at - b.at).map((step, id) => ({ ...step, id }));
  return {
    seed,
    lanes,
    members,
    weather: {
      mean: chance.one([1, 5, 20]),
      slow: chance.one([100, 500, 2_000]),
      slowShare: chance.one([0, 0.02, 0.1]),
    },
    routineLoops: 1 + chance.below(2),
    relayLoops: 1 + chance.below(2),
    batch: chance.one([1, 3, 1_000]),
    steps,
    calmAt: span + 500,
  };
}

/** The plan with some of its steps only. */
export const planWith = (plan: Plan, ids: ReadonlySet<number>): Plan => ({
  ...plan,
  steps: plan.steps.filter(({ id }) => ids.has(id)),
});

type Timed<S> = S & { readonly at: number };

function commandsOf(chance: Chance, lanes: number, span: number): Timed<CommandStep>[] {
  const steps: Timed<CommandStep>[] = [];
  const legs = 1 + chance.below(6);
  const said: CommandStep[] = [];
  for (let leg = 0; leg < legs; leg++) {
    const lane = chance.below(lanes);
    const begins = chance.between(0, span * 0.7);
    const moves = Array.from({ length: chance.below(4) }, () =>
      chance.one(['receive', 'acknowledge', 'accept', 'reject', 'receive', 'acknowledge'] as const),
    );
    const words = ['submit' as const, ...moves];
    words.forEach((what, index) => {
      const reference = what === 'submit' ? chance.one([null, null, null, UNSHOWABLE, UNSTORABLE]) : null;
      const step = { do: 'say', what, leg, lane, key: said.length, otherRequest: false, reference } as const;
      said.push(step);
      steps.push({ ...step, at: begins + index * chance.between(0, span / 8) });
    });
  }
  for (let again = chance.below(5); again > 0; again--) {
    const step = chance.one(said);
    steps.push({ ...step, otherRequest: chance.happens(0.2), at: chance.between(0, span) });
  }
  return steps;
}

function faultsOf(chance: Chance, members: Members, lanes: number, span: number): Timed<FaultStep>[] {
  const count = chance.one([0, 1, 2, 3, 4, 6, 9]);
  return Array.from({ length: count }, () => ({ ...faultOf(chance, members, lanes), at: chance.between(0, span) }));
}

function faultOf(chance: Chance, members: Members, lanes: number): FaultStep {
  const everybody = Object.values(members).flat();
  const who = chance.one(everybody);
  const database = chance.one(['journal', 'views'] as const);
  const partition = { topic: chance.one(TOPICS_IN_USE), lane: chance.below(lanes) };
  const shipper = chance.one(members.shippers);
  const makers: (() => FaultStep)[] = [
    () => ({ do: 'crash', who }),
    () => ({ do: 'crash', who }),
    () => ({ do: 'restart', who }),
    () => ({ do: 'freeze', who, ms: chance.between(500, 12_000) }),
    () => ({ do: 'freeze', who: shipper, ms: chance.between(2_000, 9_000) }),
    () => ({ do: 'cut', database }),
    () => ({ do: 'lose commit answer', database }),
    () => ({
      do: 'fail statement',
      database,
      statement: chance.one(['load', 'append', 'checkpoint', 'relay_cursor', 'INSERT']),
      code: chance.one(['55P03', '57014', '40001']),
    }),
    () => ({ do: 'stop', what: chance.one(['journal', 'views', 'kafka'] as const), ms: chance.between(100, 4_000) }),
    () => ({
      do: 'produce',
      who: shipper,
      fault: chance.one(['ANSWER_LOST', 'PARTIAL', 'PARTIAL', 'LATE', 'REFUSED'] as const),
    }),
    () => ({
      do: 'produce',
      who: shipper,
      fault: chance.one(['ANSWER_LOST', 'PARTIAL', 'PARTIAL', 'LATE', 'REFUSED'] as const),
    }),
    () => ({ do: 'hide', who, ...partition, ms: chance.between(500, 5_000) }),
    () => ({ do: 'cut tail', ...partition, count: 1 + chance.below(3) }),
    () => ({ do: 'cut head', ...partition, count: 1 + chance.below(3) }),
    () => ({ do: 'repeat', ...partition, count: 1 + chance.below(4) }),
    () => ({ do: 'empty', ...partition }),
    () => ({ do: 'rebalance' }),
    () => ({ do: 'clock', who: chance.one([...everybody, 'journal', 'views']), ms: chance.between(-90_000, 90_000) }),
  ];
  return chance.one(makers)();
}
