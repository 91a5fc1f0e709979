import { parentPort, workerData } from 'node:worker_threads';
import type { Message, WorkerOrders } from './campaign.js';
import { interleave } from './interleaving.js';
import { planOf } from './plan.js';
import { patchGlobals } from './world/patched-globals.js';

const { first, runs, shared } = workerData as WorkerOrders;
const left = new Int32Array(shared);
const say = (message: Message): void => parentPort?.postMessage(message);

patchGlobals();
let [done, steps, ms] = [0, 0, 0];
for (;;) {
  const index = Atomics.add(left, 0, 1);
  if (index >= runs || Atomics.load(left, 1) <= 0) break;
  const seed = first + index;
  const ending = await interleave(planOf(seed));
  done += 1;
  steps += ending.steps;
  ms += ending.lasted;
  if (!ending.breach) continue;
  Atomics.sub(left, 1, 1);
  say({ kind: 'failure', failure: { seed, breach: ending.breach } });
}
say({ kind: 'end', runs: done, steps, ms });
