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
  /** Until what was submitted is shown to its sender, the whole way through the bus: routine, and urgent (P1). */
  readonly shown: number[];
  readonly urgent: number[];
  /** What came instead of the expected answers: a status, or the code of an error. */
  readonly failures: (number | string)[];
}

const SENDERS = ['US-CLEAR', 'DE-NCP', 'FR-NCP'];
const READERS = ['PH-WCPC', 'GB-NCP'];
/** One submission in so many is urgent. */
const URGENT_ONE_IN = 4;
const [URGENT, ROUTINE] = [0, 1];
/** A view that is behind so long is as good as gone. */
const SHOWN_MS = 30_000;

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
    const lived: Lived = { submitted: [], read: [], shown: [], urgent: [], failures: [] };
    const random = new Prng(seed);
    const open: Promise<void>[] = [];
    const end = performance.now() + ms;
    for (let due = performance.now(); due < end; due += (1000 / this.perSecond) * random.exponential()) {
      await until(due);
      const [sender, reader] = [random.pick(SENDERS), random.pick(READERS)];
      const isUrgent = random.chance(1 / URGENT_ONE_IN);
      open.push(this.#submit(sender, { due, isUrgent }, lived), this.#read(reader, due, lived));
    }
    await Promise.all(open);
    return lived;
  }

  close(): void {
    this.#line.close();
  }

  async #submit(agency: string, { due, isUrgent }: { due: number; isUrgent: boolean }, lived: Lived): Promise<void> {
    const answer = await this.#ask(lived, lived.submitted, { due, expected: 201 }, async () =>
      this.#line.ask(`${this.bus.apps.referrals.url}/v1/referrals`, {
        method: 'POST',
        headers: { ...(await this.#bearer(agency)), 'content-type': 'application/json', 'idempotency-key': v7() },
        body: JSON.stringify(submissionTo('PH-WCPC', isUrgent ? URGENT : ROUTINE)),
      }),
    );
    if (answer) await this.#shown(agency, answer, due, isUrgent ? lived.urgent : lived.shown, lived);
  }

  /** The whole way: what is accepted comes back through the topics into the view of whoever sent it. */
  async #shown(agency: string, { headers, body }: Exchange, due: number, times: number[], lived: Lived): Promise<void> {
    const { id } = JSON.parse(body) as { readonly id: string };
    const url = `${this.bus.apps['agency-views'].url}/v1/referrals/${id}`;
    const asked = { headers: { ...(await this.#bearer(agency)), 'bus-min-position': headers['bus-position'] ?? '' } };
    for (;;) {
      const got = await this.#line.ask(url, asked).then(({ status }) => status, codeOf);
      const waited = performance.now() - due;
      if (got === 425 && waited < SHOWN_MS) continue;
      times.push(waited);
      if (got !== 200) lived.failures.push(got);
      return;
    }
  }

  async #read(agency: string, due: number, lived: Lived): Promise<void> {
    await this.#ask(lived, lived.read, { due, expected: 200 }, async () =>
      this.#line.ask(`${this.bus.apps['agency-views'].url}/v1/inbox?limit=20`, { headers: await this.#bearer(agency) }),
    );
  }

  async #ask(
    lived: Lived,
    times: number[],
    { due, expected }: { due: number; expected: number },
    ask: () => Promise<Exchange>,
  ): Promise<Exchange | null> {
    const answer = await ask().catch((error: unknown) => codeOf(error));
    times.push(performance.now() - due);
    const got = typeof answer === 'string' ? answer : answer.status;
    if (got !== expected) lived.failures.push(got);
    return typeof answer === 'string' || answer.status !== expected ? null : answer;
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
