import type { Urgency } from '../events/request.js';
import { BenchChild } from '../harness/child.js';
import { HttpConnections } from '../harness/http-connection.js';
import { type Latencies, openLoop } from '../harness/load.js';
import type { Bench } from '../harness/bench.js';
import { CheckFailed, type Contest, type Row } from '../harness/row.js';
import { type Capacity, capacityBy } from './capacity.js';
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
/** Of one measurement, at the least: at 50 a second a p99 is the eleventh of a thousand. */
const WINDOW_SECONDS = 20;
/** The flood begins before what is measured does, and ends after it. */
const MARGIN_SECONDS = 2;
const OVERLOAD = 1.2;

type Loud = BenchChild<OfferedInput, OfferedOutput>;

export const urgentUnderFlood: Row = {
  ...common,
  id: 'accept.urgent-p99',
  title: `p99 of a referral submitted as urgent (${URGENT_RATE}/s) while routine ones are offered at 120 % of capacity, which are shed with 429`,
  limit: 'max(its p99 when idle, 25 ms)',
  goal: { atMost: 1.5 },
  prepare: async (bench) => {
    const [app, loud] = [await WriteApp.start(), await startLoud()];
    const { perSecond, because } = await capacityOf(app, loud, bench.options.seconds);
    const notes = [`Of ${Math.round(perSecond)} routine ones a second, offered in an open loop, ${because}.`, ''];
    bench.report(`accept.urgent-p99: ${notes[0]}`);
    return beside({ app, loud, notes }, bench, {
      measured: { rate: URGENT_RATE, urgency: 'urgent' },
      flood: { rate: OVERLOAD * perSecond, urgency: 'routine' },
      least: URGENT_LEAST_MS,
      mustShed: true,
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
    beside({ app: await WriteApp.start(), loud: await startLoud(), notes: [] }, bench, {
      measured: { rate: QUIET_RATE, to: 'KE-CHILD' },
      flood: { rate: 10 * QUIET_RATE, to: 'PH-WCPC' },
      least: 0,
      mustShed: false,
    }),
};

const startLoud = (): Promise<Loud> => BenchChild.start<OfferedInput, OfferedOutput>(script);

interface Stream {
  readonly rate: number;
  readonly urgency?: Urgency;
  readonly to?: string;
}

/** A closed loop says from what half to begin; how much is too much only an open one can say. */
async function capacityOf(app: WriteApp, loud: Loud, seconds: number): Promise<Capacity> {
  const { server, tokens } = app;
  const next = requests(tokens, '/v1/referrals', 'routine');
  const answered = await saturateOver(server.url, next, { seconds, warmUpSeconds: WARM_UP_SECONDS, status: 201 });
  return capacityBy((rate) => loud.run({ url: server.url, tokens, rate, seconds, urgency: 'routine' }), answered / 2);
}

interface Scene {
  readonly app: WriteApp;
  readonly loud: Loud;
  readonly notes: string[];
}

interface Beside {
  readonly measured: Stream;
  readonly flood: Stream;
  /** Of the limit, in ms. */
  readonly least: number;
  /** Whether a flood of which nothing is shed is none. */
  readonly mustShed: boolean;
}

/** The latency of one stream of submissions, alone and beside another, which comes from a process of its own. */
function beside(
  { app, loud, notes }: Scene,
  { options }: Bench,
  { measured, flood, least, mustShed }: Beside,
): Promise<Contest> {
  const seconds = Math.max(WINDOW_SECONDS, options.seconds);
  const alone = (): Promise<Latencies> => p99Of(app, measured, seconds);
  const floods: OfferedOutput[] = [];
  const flooded = async (measure: () => Promise<Latencies>): Promise<Latencies> => {
    const { url } = app.server;
    const offer = { url, tokens: app.tokens, seconds: seconds + MARGIN_SECONDS, ...flood };
    const [offered, latencies] = await Promise.all([loud.run(offer), measure()]);
    floods.push(offered);
    notes.push(wordsOf(flood.rate, offered, latencies), '');
    return latencies;
  };
  return Promise.resolve({
    limit: async () => {
      const { p50, p99, count } = await alone();
      notes.push(`Alone, of ${count} measured: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms.`, '');
      return Math.max(least, p99);
    },
    figure: async () => (await flooded(alone)).p99,
    check: async () => {
      const calm = floods.filter(({ answers }) => !answers[429]).length;
      if (mustShed && calm > 0)
        throw new CheckFailed([`nothing was shed in ${calm} of ${floods.length} floods: they were no overload`]);
      return [...(await app.check()), ...(mustShed ? ['429 in every flood'] : [])];
    },
    notes: () => notes,
    profiles: async () => [await app.server.profileWhile(() => flooded(alone))],
    close: async () => {
      await loud.stop();
      await app.stop();
    },
  });
}

function wordsOf(
  rate: number,
  { answers, count, tookSeconds }: OfferedOutput,
  { p50, p99, ...own }: Latencies,
): string {
  const offered = `${Math.round(rate)}/s were offered, ${count} in ${tookSeconds.toFixed(1)} s with their answers`;
  return `Beside it ${offered}: ${JSON.stringify(answers)}; of ${own.count} measured p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms.`;
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
