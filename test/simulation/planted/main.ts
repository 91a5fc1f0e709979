import { planOf } from '../plan.js';
import { patchGlobals } from '../world/patched-globals.js';
import { interleaveWith, prepareGround } from './plant.js';
import { type PlantedBug, plantedBugs } from './planted-bugs.js';

patchGlobals();
prepareGround();
const [wanted = ''] = process.argv.slice(2);
const chosen = plantedBugs.filter(({ name }) => name.includes(wanted));
let found = 0;
for (const bug of chosen) {
  const seed = await firstSeed(bug);
  if (seed) found += 1;
  const result = seed ? `seed ${seed.seed}: ${seed.law}` : 'NOT FOUND';
  process.stdout.write(`${bug.name}\n    ${result} (within ${bug.within})\n`);
}
process.stdout.write(`${found} of ${chosen.length} planted bugs were found\n`);
process.exitCode = chosen.length > 0 && found === chosen.length ? 0 : 1;

/** The first seed that shows the bug, and the law that it breaks. */
async function firstSeed(bug: PlantedBug): Promise<{ seed: number; law: string } | null> {
  const interleave = await interleaveWith(bug);
  for (let seed = 1; seed <= bug.within; seed++) {
    const { breach } = await interleave(planOf(seed));
    if (breach) return { seed, law: breach.law };
  }
  return null;
}
