import { setTimeout as delay } from 'node:timers/promises';
import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import { type Attack, Tally, type Target } from './attacks/attack.js';
import { MemoryWatch } from './memory.js';
import { type Pair, type Verdict, verdictOn } from './verdict.js';
import type { Lived, Victims } from './victims.js';

export interface Measured {
  readonly attack: Pick<Attack, 'id' | 'row' | 'what'>;
  readonly submitted: Verdict;
  readonly read: Verdict;
  /** The whole way of a referral, routine and urgent. */
  readonly shown: Verdict;
  readonly urgent: Verdict;
  /** The highest of any process, by its own in quiet. */
  readonly growth: number;
  /** How many of the others were not served as they should have been. */
  readonly failures: number;
  readonly line: string;
  /** Others waited longer than they may, or memory grew more than it may, and that is no chance. */
  readonly felt: boolean;
}

/** Bounds of faults Z11 and Z12. */
const MOST = { latency: 1.3, memory: 1.5 };
/** After a window: what is still under way must not count for the next one. */
const SETTLE_MS = 1_000;

interface Plan {
  readonly pairs: number;
  readonly ms: number;
  readonly seed: number;
}

interface Window {
  readonly lived: Lived;
  /** The most memory of each process, in bytes. */
  readonly peaks: ReadonlyMap<string, number>;
}

/** Lets the others live with the attack and without it, in turn and in random order, and compares. */
export async function measureAttack(attack: Attack, target: Target, victims: Victims, plan: Plan): Promise<Measured> {
  const { pairs, ms, seed } = plan;
  const random = new Prng(seed);
  const memory = new MemoryWatch(target.bus.all);
  const tally = new Tally();
  const quiet: Window[] = [];
  const attacked: Window[] = [];
  const windowOf = async (nth: number): Promise<Window> => {
    memory.takePeaks();
    const lived = await victims.live(ms, seed + nth);
    return { lived, peaks: memory.takePeaks() };
  };
  const rest = async (nth: number): Promise<void> => void quiet.push(await windowOf(nth));
  const bear = async (nth: number): Promise<void> => {
    const end = new AbortController();
    const going = attack.run(target, end.signal, tally);
    attacked.push(await windowOf(nth));
    end.abort();
    await going;
  };
  for (let nth = 0; nth < pairs; nth++) {
    const order = random.chance(0.5) ? [rest, bear] : [bear, rest];
    for (const each of order) {
      await each(nth);
      await delay(SETTLE_MS);
    }
  }
  memory.stop();
  return judged(attack, { quiet, attacked }, tally, seed);
}

interface Windows {
  readonly quiet: readonly Window[];
  readonly attacked: readonly Window[];
}

function judged(attack: Attack, windows: Windows, tally: Tally, seed: number): Measured {
  const { id, row, what } = attack;
  const verdictOf = (what: Felt): Verdict => verdictOn(pairsOf(windows, what), seed);
  const [submitted, read, shown, urgent] = (['submitted', 'read', 'shown', 'urgent'] as const).map(verdictOf) as [
    Verdict,
    Verdict,
    Verdict,
    Verdict,
  ];
  const growth = Math.max(...growthOf(windows).values());
  const failures = windows.attacked.flatMap(({ lived }) => lived.failures);
  const felt =
    [submitted, read, shown, urgent].some(({ low }) => low > MOST.latency) ||
    growth > MOST.memory ||
    failures.length > 0;
  const line = [
    `${felt ? 'FELT  ' : 'ok    '} ${row.padEnd(4)} ${id.padEnd(18)}`,
    `submit ${described(submitted)}`,
    `read ${described(read)}`,
    `shown ${described(shown)}`,
    `urgent ${described(urgent)}`,
    `memory × ${growth.toFixed(2)}`,
    `answered: ${tally.toString()}`,
    failures.length > 0
      ? `${failures.length} of the others were not served (${[...new Set(failures)].join(', ')})`
      : '',
    what,
  ];
  return {
    attack,
    submitted,
    read,
    shown,
    urgent,
    growth,
    failures: failures.length,
    line: line.filter(Boolean).join('; '),
    felt,
  };
}

type Felt = Exclude<keyof Lived, 'failures'>;

const pairsOf = ({ quiet, attacked }: Windows, what: Felt): Pair[] =>
  quiet.flatMap(({ lived }, nth) => {
    const other = attacked[nth];
    return other ? [{ quiet: lived[what], attacked: other.lived[what] }] : [];
  });

const described = ({ ratio, low, high, quietMs, attackedMs }: Verdict): string =>
  `× ${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}; ${quietMs.toFixed(0)} → ${attackedMs.toFixed(0)} ms)`;

/** By process: its highest peak under attack by its highest in quiet. */
function growthOf({ quiet, attacked }: Windows): Map<string, number> {
  const highest = (windows: readonly Window[], name: string): number =>
    Math.max(...windows.map(({ peaks }) => peaks.get(name) ?? 0));
  const names = [...(quiet[0]?.peaks.keys() ?? [])];
  return new Map(names.map((name) => [name, highest(attacked, name) / highest(quiet, name)]));
}
