import { interleave } from './interleaving.js';
import { planOf } from './plan.js';
import { patchGlobals, realNow } from './world/patched-globals.js';

patchGlobals();
const [first = '1', count = '1', verbose] = process.argv.slice(2);
const began = realNow();
let steps = 0;
let failed = 0;
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const story: string[] | null = verbose ? [] : null;
  const ending = await interleave(planOf(seed), story);
  steps += ending.steps;
  if (ending.breach) {
    failed++;
    process.stdout.write(
      `${seed}: ${ending.breach.law} ${ending.breach.detail} (${ending.steps} steps, ${Math.round(ending.lasted)} ms)\n`,
    );
  }
  if (story) process.stdout.write(story.join('\n') + `\n` + JSON.stringify(planOf(seed), null, 1) + '\n');
}
const ms = realNow() - began;
process.stdout.write(
  `${count} runs, ${failed} failed, ${(ms / Number(count)).toFixed(2)} ms each (${(process.cpuUsage().user / 1000 / Number(count)).toFixed(2)} CPU), ${Math.round(steps / Number(count))} steps each\n`,
);
