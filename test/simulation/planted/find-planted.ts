import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { plantedBugs } from './planted-bugs.js';
import type { Found } from './planted-worker.js';

/** Plants every bug by itself, and looks for it among the seeds that it names. @param tell takes a line for each */
export async function findPlanted(tell: (line: string) => void): Promise<boolean> {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const found: Found[] = [];
  const workers = Array.from({ length: availableParallelism() }, () =>
    runWorker(shared, (each) => {
      found.push(each);
      const within = plantedBugs.find(({ name }) => name === each.name)?.within;
      const how = each.first ? `seed ${each.first.seed}: ${each.first.law}` : 'NOT FOUND';
      tell(`${each.name}\n    ${how} (within ${within})`);
    }),
  );
  await Promise.all(workers);
  const count = found.filter(({ first }) => first !== null).length;
  tell(`${count} of ${plantedBugs.length} planted bugs were found`);
  return count === plantedBugs.length;
}

function runWorker(workerData: SharedArrayBuffer, onFound: (found: Found) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./planted-worker.js', import.meta.url), { workerData });
    worker.on('message', onFound);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}
