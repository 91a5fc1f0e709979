import { v7 } from 'uuid';
import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import type { Deployment } from '../../deployment/index.js';
import { type Exchange, Line } from '../client/exchange.js';
import { submissionTo } from '../client/population.js';
import type { Tokens } from '../client/tokens.js';

/** What others lived through in one window, in milliseconds from when they meant to ask. */
export interface Lived {
  readonly submitted: number[];
  readonly read: number[];
  /** What came instead of the expected answers: a status, or the code of an error. */
  readonly failures: (number | string)[];
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
    const lived: Lived = { submitted: [], read: [], failures: [] };
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

  #submit(agency: string, due: number, lived: Lived): Promise<void> {
    return this.#ask(lived, lived.submitted, { due, expected: 201 }, async () =>
      this.#line.ask(`${this.bus.apps.referrals.url}/v1/referrals`, {
        method: 'POST',
        headers: { ...(await this.#bearer(agency)), 'content-type': 'application/json', 'idempotency-key': v7() },
        body: JSON.stringify(submissionTo('PH-WCPC', 1)),
      }),
    );
  }

  #read(agency: string, due: number, lived: Lived): Promise<void> {
    return this.#ask(lived, lived.read, { due, expected: 200 }, async () =>
      this.#line.ask(`${this.bus.apps['agency-views'].url}/v1/inbox?limit=20`, { headers: await this.#bearer(agency) }),
    );
  }

  async #ask(
    lived: Lived,
    times: number[],
    { due, expected }: { due: number; expected: number },
    ask: () => Promise<Exchange>,
  ): Promise<void> {
    const answer = await ask().catch((error: unknown) => codeOf(error));
    times.push(performance.now() - due);
    const got = typeof answer === 'string' ? answer : answer.status;
    if (got !== expected) lived.failures.push(got);
  }

  async #bearer(agency: string): Promise<{ authorization: string }> {
    return { authorization: `Bearer ${await this.tokens.of(agency)}` };
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'no answer';

/** Resolves at the time, or at once when it is past. */
const until = (due: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, due - performance.now()));
  });
