import { parentPort, workerData } from 'node:worker_threads';
import type { Message, WorkerOrders } from './campaign.js';
import { type Ending, interleave } from './interleaving.js';
import { planOf } from './plan/plan.js';
import { patchGlobals } from './world/patched-globals.js';

/** One in so many is run twice: a seed that is not the same twice would be worth nothing. */
const TWICE = 64;

const { first, runs, shared } = workerData as WorkerOrders;
const left = new Int32Array(shared);
const say = (message: Message): void => parentPort?.postMessage(message);

patchGlobals();
Error.stackTraceLimit = 0; // what fails is run again to be told, with its stacks
let [done, steps, ms] = [0, 0, 0];
for (;;) {
  const index = Atomics.add(left, 0, 1);
  if (index >= runs || Atomics.load(left, 1) <= 0) break;
  const seed = first + index;
  const ending = await repeatedly(seed);
  done += 1;
  steps += ending.steps;
  ms += ending.lasted;
  if (!ending.breach) continue;
  Atomics.sub(left, 1, 1);
  say({ kind: 'failure', failure: { seed, breach: ending.breach } });
}
say({ kind: 'end', runs: done, steps, ms });

async function repeatedly(seed: number): Promise<Ending> {
  const ending = await interleave(planOf(seed));
  if (ending.breach || seed % TWICE !== 0) return ending;
  const again = await interleave(planOf(seed));
  const detail = `${ending.steps} steps and ${ending.lasted} ms, then ${again.steps} and ${again.lasted}`;
  const isSame = again.steps === ending.steps && again.lasted === ending.lasted;
  return isSame ? ending : { ...ending, breach: { law: 'NOT_REPEATABLE', detail } };
}
