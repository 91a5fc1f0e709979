import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Breach } from './world/world.js';

export interface Orders {
  readonly first: number;
  readonly runs: number;
  /** Ends once so many have failed. */
  readonly failures: number;
  readonly workers?: number;
}

export interface Failure {
  readonly seed: number;
  readonly breach: Breach;
}

export interface Campaign {
  readonly runs: number;
  readonly threads: number;
  readonly steps: number;
  /** Hours that passed in all simulated worlds together. */
  readonly simulatedHours: number;
  readonly seconds: number;
  readonly failures: readonly Failure[];
}

/** What a worker says: of every run that failed, and of all together at its end. */
export type Message =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'end'; readonly runs: number; readonly steps: number; readonly ms: number };

/** Seeds that are left, shared by all workers: index 0 = the next one, counted from the first; 1 = how many may still fail. */
export interface WorkerOrders {
  readonly first: number;
  readonly runs: number;
  readonly shared: SharedArrayBuffer;
}

/** A young generation that a run fits into, since each leaves nothing behind. */
const YOUNG_MB = 96;

/** Runs seeds in as many threads as there are processors. */
export async function runCampaign({
  first,
  runs,
  failures,
  workers = availableParallelism(),
}: Orders): Promise<Campaign> {
  const shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(shared)[1] = failures;
  const began = performance.now();
  const threads = Math.max(1, Math.min(workers, runs));
  const messages = await Promise.all(Array.from({ length: threads }, () => runWorker({ first, runs, shared })));
  const ends = messages.flat().filter((message) => message.kind === 'end');
  const sum = (pick: (end: (typeof ends)[number]) => number): number => ends.reduce((all, end) => all + pick(end), 0);
  return {
    runs: sum((end) => end.runs),
    threads,
    steps: sum((end) => end.steps),
    simulatedHours: sum((end) => end.ms) / 3_600_000,
    seconds: (performance.now() - began) / 1_000,
    failures: messages
      .flat()
      .flatMap((message) => (message.kind === 'failure' ? message.failure : []))
      .sort((a, b) => a.seed - b.seed),
  };
}

function runWorker(workerData: WorkerOrders): Promise<Message[]> {
  return new Promise((resolve, reject) => {
    const messages: Message[] = [];
    const worker = new Worker(new URL('./campaign-worker.js', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', (message: Message) => messages.push(message));
    worker.on('error', reject);
    worker.on('exit', () => resolve(messages));
  });
}
