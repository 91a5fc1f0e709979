import { parentPort, workerData } from 'node:worker_threads';
import { planOf } from '../plan/plan.js';
import { patchGlobals } from '../world/patched-globals.js';
import { interleaveWith, prepareGround } from './plant.js';
import { type PlantedBug, plantedBugs } from './planted-bugs.js';

/** Which seed showed the bug first, and the law that it broke; null when none did. */
export interface Found {
  readonly name: string;
  readonly first: { readonly seed: number; readonly law: string } | null;
}

const next = new Int32Array(workerData as SharedArrayBuffer);

patchGlobals();
prepareGround();
for (;;) {
  const bug = plantedBugs[Atomics.add(next, 0, 1)];
  if (!bug) break;
  parentPort?.postMessage({ name: bug.name, first: await firstSeed(bug) } satisfies Found);
}

async function firstSeed(bug: PlantedBug): Promise<Found['first']> {
  const interleave = await interleaveWith(bug);
  for (let seed = 1; seed <= bug.within; seed++) {
    const { breach } = await interleave(planOf(seed));
    if (breach) return { seed, law: breach.law };
  }
  return null;
}
