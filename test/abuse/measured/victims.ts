import { v7 } from 'uuid';
import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import type { Deployment } from '../../deployment/index.js';
import { Line } from '../client/exchange.js';
import { submissionTo } from '../client/population.js';
import type { Tokens } from '../client/tokens.js';

/** What others lived through in one window, in milliseconds from when they meant to ask. */
export interface Lived {
  readonly submitted: number[];
  readonly read: number[];
  /** Answers that were not the expected ones. */
  readonly failed: number;
}

const SENDERS = ['US-CLEAR', 'DE-NCP', 'FR-NCP'];
const READERS = ['PH-WCPC', 'GB-NCP'];

/** Agencies that go about their work whatever somebody else does: they ask when it is time to, answered or not. */
export class Victims {
  readonly #line = new Line(64);

  constructor(
    private readonly bus: Deployment,
    private readonly tokens: Tokens,
    /** Of submissions, and of reads. */
    private readonly perSecond: number,
  ) {}

  async live(ms: number, seed: number): Promise<Lived> {
    const lived = { submitted: [] as number[], read: [] as number[], failed: 0 };
    const random = new Prng(seed);
    const open: Promise<void>[] = [];
    const end = performance.now() + ms;
    for (let due = performance.now(); due < end; due += (1000 / this.perSecond) * random.exponential()) {
      await until(due);
      const [sender, reader] = [random.pick(SENDERS), random.pick(READERS)];
      open.push(this.#submit(sender, due, lived), this.#read(reader, due, lived));
    }
    await Promise.all(open);
    return lived;
  }

  close(): void {
    this.#line.close();
  }

  async #submit(agency: string, due: number, lived: { submitted: number[]; failed: number }): Promise<void> {
    const { status } = await this.#line.ask(`${this.bus.apps.referrals.url}/v1/referrals`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await this.tokens.of(agency)}`,
        'content-type': 'application/json',
        'idempotency-key': v7(),
      },
      body: JSON.stringify(submissionTo('PH-WCPC', 1)),
    });
    lived.submitted.push(performance.now() - due);
    if (status !== 201) lived.failed += 1;
  }

  async #read(agency: string, due: number, lived: { read: number[]; failed: number }): Promise<void> {
    const { status } = await this.#line.ask(`${this.bus.apps['agency-views'].url}/v1/inbox?limit=20`, {
      headers: { authorization: `Bearer ${await this.tokens.of(agency)}` },
    });
    lived.read.push(performance.now() - due);
    if (status !== 200) lived.failed += 1;
  }
}

/** Resolves at the time, or at once when it is past. */
const until = (due: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, due - performance.now()));
  });
