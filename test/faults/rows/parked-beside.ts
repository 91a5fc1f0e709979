import { setTimeout as delay } from 'node:timers/promises';
import { Tokens } from '../../abuse/client/tokens.js';
import { type Pair, verdictOn } from '../../abuse/measured/verdict.js';
import { type Lived, Victims } from '../../abuse/measured/victims.js';
import { allowing, redriven, refusing, sendBatch, type Sent } from '../nemesis/unstorable.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';

/** What the slowest hundredth of others may take, by what it takes without. */
const MOST = 1.2;
const PAIRS = 5;
const WINDOW_MS = 4_000;
/** Of submissions, each of which is followed until it is shown. */
const PER_SECOND = 20;
const EVERY_MS = 1_000;
/** What is still under way must not count for the next window. */
const SETTLE_MS = 1_000;

/** Others go about their work in pairs of windows, with and without events that the view cannot store. */
async function beside(scene: Scene): Promise<void> {
  const unstorable = await refusing(scene);
  const others = new Victims(scene.bus, new Tokens(scene.bus.folder), PER_SECOND);
  const bad: Sent[] = [];
  const pairs: Pair[] = [];
  try {
    await others.live(WINDOW_MS, scene.seed); // connections, caches and compiled code are warm
    for (let nth = 0; nth < PAIRS; nth++) pairs.push(await pairOf(scene, others, nth, { unstorable, bad }));
  } finally {
    others.close();
  }
  scene.note(`${bad.length} events could not be stored`);
  judge(scene, pairs);
  await allowing(scene);
  for (const each of bad) await redriven(scene, each);
}

/** In an order that the seed chooses. */
async function pairOf(
  scene: Scene,
  others: Victims,
  nth: number,
  { unstorable, bad }: { readonly unstorable: () => string; readonly bad: Sent[] },
): Promise<Pair> {
  const quiet = (): Promise<number[]> => shownIn(scene, others.live(WINDOW_MS, scene.seed + nth));
  const attacked = async (): Promise<number[]> => {
    const living = shownIn(scene, others.live(WINDOW_MS, scene.seed + nth));
    for (const end = performance.now() + WINDOW_MS; performance.now() < end; await delay(EVERY_MS))
      bad.push(...(await sendBatch(scene, [unstorable()])));
    return living;
  };
  const lived = { quiet: [] as number[], attacked: [] as number[] };
  const order = scene.prng.chance(0.5) ? (['quiet', 'attacked'] as const) : (['attacked', 'quiet'] as const);
  for (const each of order) {
    lived[each] = await (each === 'quiet' ? quiet() : attacked());
    await delay(SETTLE_MS);
  }
  return lived;
}

async function shownIn(scene: Scene, living: Promise<Lived>): Promise<number[]> {
  const { shown, urgent, failures } = await living;
  if (failures.length > 0) scene.fail(`others were answered ${[...new Set(failures)].join(', ')}`);
  return [...shown, ...urgent];
}

/** A ratio that may as well be below the bound as above it, on this machine at this time, says nothing. */
function judge(scene: Scene, pairs: readonly Pair[]): void {
  const { ratio, low, high, quietMs, attackedMs } = verdictOn(pairs, scene.seed);
  const what = `p99 of others × ${ratio.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}), ${quietMs.toFixed(0)} → ${attackedMs.toFixed(0)} ms`;
  scene.note(what);
  if (low > MOST) scene.fail(what);
  else if (high > MOST) scene.miss(`it cannot be told: ${what}`);
}

export const parkedBesideRows: readonly Row[] = [
  {
    id: 'X18.others',
    title: 'an event a second that the view cannot store: what others feel of it',
    setup: { load: { referrals: 60, rate: 30 } },
    inject: beside,
  },
];
