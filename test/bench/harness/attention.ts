import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bench } from './bench.js';
import { cpuSecondsOfTrees, TICKS } from './process-tree.js';

/** A pause that no load of a row explains. */
const PAUSE_MS = 500;
const TICK_MS = 50;
/** Of the machine's CPU, what may go to others. */
const OTHERS = 0.15;
const TRIES = 2;
/** What others do is mostly over soon: waited for, up to a bound. */
const CALM = { lookMs: 1_000, looks: 10 };

export interface Measured<Result> {
  readonly result: Result;
  /** What part of the machine's CPU went to others nevertheless, where that was much. */
  readonly others: number;
}

/**
 * Measures again where the machine turned to something else in the meantime: this process was not run for half a second
 * although it had work, or others' processes took a part of the CPU. Such a figure says nothing of the program.
 */
export async function undisturbed<Result>(bench: Bench, measure: () => Promise<Result>): Promise<Measured<Result>> {
  for (let left = TRIES; ; left--) {
    await calm(bench);
    const pauses = new PauseWatch();
    const others = new OthersWatch(bench);
    try {
      const result = await measure();
      const share = others.share();
      if (pauses.longestMs < PAUSE_MS && share < OTHERS) return { result, others: 0 };
      const seen = `paused for ${Math.round(pauses.longestMs)} ms, gave ${(100 * share).toFixed(0)} % of its CPU to others`;
      bench.report(`the machine ${seen}: ${left === 1 ? 'measured often enough' : 'measured again'}`);
      if (left === 1) return { result, others: share };
    } finally {
      pauses.stop();
    }
  }
}

async function calm(bench: Bench): Promise<void> {
  for (let looks = 0; looks < CALM.looks; looks++) {
    const others = new OthersWatch(bench);
    await delay(CALM.lookMs);
    if (others.share() < OTHERS) return;
  }
}

/** Notices when the event loop comes late and the time in between was not this process's own. */
class PauseWatch {
  longestMs = 0;
  private at = performance.now();
  private used = process.cpuUsage();
  private readonly timer = setInterval(() => this.look(), TICK_MS);

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { user, system } = process.cpuUsage(this.used);
    const paused = performance.now() - this.at - TICK_MS - (user + system) / 1000;
    this.longestMs = Math.max(this.longestMs, paused);
    [this.at, this.used] = [performance.now(), process.cpuUsage()];
  }
}

/** Notices what processes use that are neither of this run nor of its services. */
class OthersWatch {
  private readonly at = performance.now();
  private readonly foreign: number;

  constructor(private readonly bench: Bench) {
    this.foreign = this.foreignSeconds();
  }

  share(): number {
    const seconds = (performance.now() - this.at) / 1000;
    return (this.foreignSeconds() - this.foreign) / (seconds * availableParallelism());
  }

  private foreignSeconds(): number {
    const { stack } = this.bench;
    const services = (['kafka', 'registry', 'postgres'] as const).flatMap((part) => stack.processOf(part)?.pid ?? []);
    return busySeconds() - cpuSecondsOfTrees([process.pid, ...services]);
  }
}

/** CPU seconds that the whole machine has used: in user, nice, kernel and interrupts, and what its host withheld. */
function busySeconds(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, stolen = 0] = readFileSync('/proc/stat', 'latin1')
    .split('\n', 1)
    .flatMap((line) => line.split(/\s+/).map(Number));
  return (user + nice + system + irq + softIrq + stolen) / TICKS;
}
