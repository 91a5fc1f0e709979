import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { beginRebuild, type Built, completeRebuild, type RebuildTarget } from '#libs/projections';
import { type LanesToRebuild, rebuildPart } from './rebuild-part.js';

/** Fewer are soon done here; a thread takes a quarter of a second to start. */
const EVENTS_A_THREAD = 20_000;

/**
 * Builds a view anew on all cores: lanes are independent, so each thread reads, folds and copies lanes of its own. The schema
 * is made here, and dropped by the caller. What is little is done by this thread alone.
 * @param env the app's own environment, from which each thread opens its connections
 * @param upTo position by lane
 */
export async function rebuildViews(
  target: RebuildTarget,
  env: NodeJS.ProcessEnv,
  upTo: ReadonlyMap<number, number>,
): Promise<Built> {
  await beginRebuild(target);
  const parts = dealt(upTo).map((positions) => ({ view: target.projection.name, schema: target.schema, positions }));
  const built = await (parts.length > 1
    ? onThreads(parts, env)
    : Promise.all(parts.map((part) => rebuildPart(part, env))));
  await completeRebuild(target);
  return {
    positions: new Map(built.flatMap(({ positions }) => [...positions])),
    parked: built.flatMap(({ parked }) => parked).sort(),
  };
}

async function onThreads(parts: readonly LanesToRebuild[], env: NodeJS.ProcessEnv): Promise<Built[]> {
  const threads = parts.map((part) => startThread(env, part));
  try {
    return await Promise.all(threads.map(answerOf));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** The lanes on as many threads as there is work for, about as many events on each. */
function dealt(upTo: ReadonlyMap<number, number>): Map<number, number>[] {
  const lanes = [...upTo].filter(([, position]) => position > 0).sort(([, a], [, b]) => b - a);
  const events = lanes.reduce((sum, [, position]) => sum + position, 0);
  const threads = Math.min(availableParallelism(), Math.max(1, Math.floor(events / EVENTS_A_THREAD)));
  const parts = Array.from({ length: threads }, () => ({ events: 0, positions: new Map<number, number>() }));
  for (const [lane, position] of lanes) {
    const part = parts.reduce((least, each) => (each.events < least.events ? each : least));
    part.positions.set(lane, position);
    part.events += position;
  }
  return parts.map(({ positions }) => positions);
}

function startThread(env: NodeJS.ProcessEnv, workerData: LanesToRebuild): Worker {
  return new Worker(new URL('./rebuild-lanes-main.js', import.meta.url), { env, workerData });
}

/** @throws what the thread throws, or Error when it ends without an answer */
async function answerOf(thread: Worker): Promise<Built> {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    const exit = once(thread, 'exit', { signal }).then(() =>
      Promise.reject(new Error('a rebuild ended without a word')),
    );
    const [built] = await Promise.race([once(thread, 'message', { signal }) as Promise<[Built]>, exit]);
    return built;
  } finally {
    ended.abort();
  }
}
