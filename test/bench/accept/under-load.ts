import type { Urgency } from '../events/request.js';
import { BenchChild } from '../harness/child.js';
import { HttpConnections } from '../harness/http-connection.js';
import { type Latencies, openLoop } from '../harness/load.js';
import type { Bench } from '../harness/bench.js';
import type { Contest, Row } from '../harness/row.js';
import type { OfferedInput, OfferedOutput } from './offered-load-main.js';
import { requests, saturateOver, WriteApp } from './write-app.js';

const script = new URL('./offered-load-main.js', import.meta.url);
const common = { unit: 'ms', durability: 'PostgreSQL fsync=on, synchronous_commit=on' } as const;

/** Referrals a second that are measured. */
const URGENT_RATE = 50;
/** A fresh process does a third of what it does once its code is compiled: 120 % of that would be no flood. */
const WARM_UP_SECONDS = 6;
/** What counts as idle below this is no difference that anybody feels. */
const URGENT_LEAST_MS = 25;

export const urgentUnderFlood: Row = {
  ...common,
  id: 'accept.urgent-p99',
  title: `p99 of a referral submitted as urgent (${URGENT_RATE}/s) while routine ones are offered at 120 % of capacity`,
  limit: 'max(its p99 when idle, 25 ms)',
  goal: { atMost: 1.5 },
  prepare: async (bench) => {
    const app = await WriteApp.start();
    const capacity = await saturateOver(app.server.url, app.submissions('/v1/referrals'), {
      seconds: bench.options.seconds,
      warmUpSeconds: WARM_UP_SECONDS,
      status: 201,
    });
    bench.report(`accept.urgent-p99: capacity ${Math.round(capacity)} commands/s`);
    return beside(app, bench, {
      measured: { rate: URGENT_RATE, urgency: 'urgent' },
      flood: { rate: 1.2 * capacity, urgency: 'routine' },
      least: URGENT_LEAST_MS,
    });
  },
};

/** A jurisdiction's own rate; its loud neighbour offers ten times as much. */
const QUIET_RATE = 100;

export const quietNeighbour: Row = {
  ...common,
  id: 'accept.quiet-p99',
  title: `p99 of a quiet jurisdiction (${QUIET_RATE}/s) while another is at ten times that`,
  limit: 'its p99 alone',
  goal: { atMost: 1.2 },
  prepare: async (bench) =>
    beside(await WriteApp.start(), bench, {
      measured: { rate: QUIET_RATE, to: 'KE-CHILD' },
      flood: { rate: 10 * QUIET_RATE, to: 'PH-WCPC' },
      least: 0,
    }),
};

interface Stream {
  readonly rate: number;
  readonly urgency?: Urgency;
  readonly to?: string;
}

/** The latency of one stream of submissions, alone and beside another, which comes from a process of its own. */
async function beside(
  app: WriteApp,
  { options }: Bench,
  { measured, flood, least }: { measured: Stream; flood: Stream; least: number },
): Promise<Contest> {
  const seconds = 2 * options.seconds;
  const loud = await BenchChild.start<OfferedInput, OfferedOutput>(script);
  const latencies = (): Promise<Latencies> => p99Of(app, measured, seconds);
  const seen: string[] = [];
  return {
    limit: async () => Math.max(least, (await latencies()).p99),
    figure: async () => {
      const offered = loud.run({ url: app.server.url, tokens: app.tokens, seconds: seconds + 2, ...flood });
      const { p50, p99, count } = await latencies();
      const answers = await offered;
      seen.push(
        `Beside it ${Math.round(flood.rate)}/s were offered: ${JSON.stringify(answers)}; of ${count} measured p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms.`,
      );
      return p99;
    },
    check: () => app.check(),
    notes: () => seen,
    profiles: async () => {
      const offered = loud.run({ url: app.server.url, tokens: app.tokens, seconds: seconds + 2, ...flood });
      const profile = await app.server.profileWhile(latencies);
      await offered;
      return [profile];
    },
    close: async () => {
      await loud.stop();
      await app.stop();
    },
  };
}

async function p99Of(app: WriteApp, { rate, urgency, to }: Stream, seconds: number): Promise<Latencies> {
  const next = requests(app.tokens, '/v1/referrals', urgency, to);
  const connections = new HttpConnections(app.server.url, 256);
  try {
    const act = async (): Promise<void> => {
      const { status, body } = await connections.ask(next());
      if (status !== 201) throw new Error(`answered ${status}: ${body}`);
    };
    await openLoop({ perSecond: rate, seconds: 1, act });
    return await openLoop({ perSecond: rate, seconds, act });
  } finally {
    connections.close();
  }
}
