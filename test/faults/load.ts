import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BusCommand, Deployment } from '../deployment/index.js';

export interface LoadOptions {
  readonly referrals: number;
  readonly rate: number;
  readonly seed: number;
}

const FIRST_ANSWER_MS = 120_000;
/** Longer than any fault: how soon agencies must be done again is the harness's bound. */
const PATIENCE_S = 1_800;

/** Agencies at work: `bus simulate` in a process of its own, which writes down every request and answer outside the bus. */
export class Load {
  readonly ledger: string;
  readonly #command: BusCommand;
  #ended = false;

  constructor(bus: Deployment, { referrals, rate, seed }: LoadOptions) {
    this.ledger = join(bus.folder, `ledger-${Date.now()}.jsonl`);
    const size = ['--referrals', String(referrals), '--rate', String(rate), '--largest-batch', '50'];
    const patience = ['--patience', String(PATIENCE_S)];
    this.#command = bus.bus([
      'simulate',
      '--quiet',
      '--seed',
      String(seed),
      '--ledger',
      this.ledger,
      ...size,
      ...patience,
    ]);
    void this.#command.done.finally(() => (this.#ended = true));
  }

  /** Resolves when the first answers are written down. */
  async underWay(): Promise<void> {
    const until = Date.now() + FIRST_ANSWER_MS;
    while (!existsSync(this.ledger) || statSync(this.ledger).size === 0) {
      if (this.#ended) await this.finished(0);
      if (Date.now() > until) throw new Error('agencies were given no answer');
      await delay(20);
    }
  }

  /** Resolves when every agency has its answers and every recipient its referrals. @throws Error with the command's own words */
  async finished(boundMs: number): Promise<void> {
    const done = await Promise.race([this.#command.done, delay(boundMs, null, { ref: false })]);
    if (done === null) {
      await this.end();
      throw new Error(`agencies were not done ${boundMs / 1000} s after the fault`);
    }
    if (done.code !== 0) throw new Error(`agencies ended with ${done.code}: ${oddities(done.stdout)}${done.stderr}`);
  }

  async end(): Promise<void> {
    if (!this.#ended) await this.#command.end();
  }
}

/** What the simulation itself noticed. */
const oddities = (report: string): string =>
  report
    .split('\n')
    .filter((line) => line.includes('NOT AS EXPECTED'))
    .slice(0, 5)
    .join('\n');
