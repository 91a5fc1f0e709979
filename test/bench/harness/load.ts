import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from './statistics.js';

export interface Saturation {
  /** Commands that are always open: each answer is followed by the next command. */
  readonly waiting: number;
  /** Counted time; `warmUpSeconds` before it are not. */
  readonly seconds: number;
  readonly warmUpSeconds?: number | undefined;
  /** One command, answered. `worker`: 0 … waiting - 1. Resolves with how many commands it stood for (1 when nothing is said). */
  readonly act: (worker: number) => Promise<number | void>;
}

/** Answers a second while `waiting` commands are always open: the most that the other side can take. */
export async function saturate({ waiting, seconds, warmUpSeconds = 1, act }: Saturation): Promise<number> {
  let counted = 0;
  const from = performance.now() + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  const work = async (worker: number): Promise<void> => {
    for (;;) {
      const weight = (await act(worker)) ?? 1;
      const now = performance.now();
      if (now >= until) return;
      if (now >= from) counted += weight;
    }
  };
  await Promise.all(Array.from({ length: waiting }, (_, worker) => work(worker)));
  return counted / seconds;
}

export interface OpenLoad {
  readonly perSecond: number;
  readonly seconds: number;
  /** Sends one command, number `index`, whether or not earlier ones were answered. */
  readonly act: (index: number) => Promise<unknown>;
}

/**
 * Offers commands at their intended times and takes each latency from there, in ms: what waits in the sender because the
 * other side stalls counts too (no coordinated omission). Resolves when all are answered. @throws what the first `act` that fails throws
 */
export async function openLoop({ perSecond, seconds, act }: OpenLoad): Promise<Latencies> {
  const count = Math.floor(perSecond * seconds);
  const latencies = new Float64Array(count);
  const open: Promise<void>[] = [];
  const failures: unknown[] = [];
  const start = performance.now();
  for (let sent = 0; sent < count && failures.length === 0;) {
    const due = Math.min(count, Math.floor(((performance.now() - start) / 1000) * perSecond) + 1);
    for (; sent < due; sent++) {
      const [index, intended] = [sent, start + (sent / perSecond) * 1000];
      const answered = (): void => void (latencies[index] = performance.now() - intended);
      open.push(act(index).then(answered, (error: unknown) => void failures.push(error)));
    }
    await delay(1);
  }
  await Promise.all(open);
  if (failures.length > 0) throw failures[0];
  const tookSeconds = (performance.now() - start) / 1000;
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), count, tookSeconds };
}

export interface Latencies {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
  /** From the first intended time to the last answer. */
  readonly tookSeconds: number;
}
