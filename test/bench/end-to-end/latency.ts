import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { createKafka, ensureTopics } from '#libs/event-log';
import { contents, requests, saturateOver } from '../accept/write-app.js';
import type { Bench } from '../harness/bench.js';
import { HttpConnections } from '../harness/http-connection.js';
import { type Latencies, openLoop } from '../harness/load.js';
import type { Contest, Row } from '../harness/row.js';
import { percentile } from '../harness/statistics.js';
import { WholeBus } from './whole-bus.js';

/** Referrals a second that are followed to their view; the others only make the load. */
const FOLLOWED = 40;
const TRIALS = 300;
/** Half of what processes can take that have just started is far less than half of what they can. */
const WARM_UP_SECONDS = 12;

/** Of one measurement, at the least: a p99 is the ninth of eight hundred that are followed. */
const WINDOW_SECONDS = 20;

export const latency: Row = {
  id: 'end-to-end.p99',
  title: 'p99 from the intended submission to being readable in the view, at half of what goes the whole way',
  limit: '3 × (fdatasync p99 + broker round trip p99), idle',
  unit: 'ms',
  goal: { atMost: 1 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on; Kafka acks=all, one broker',
  prepare: async (bench) => {
    const bus = await WholeBus.start(bench);
    const most = await wholeWay(bus, bench);
    const rate = most / 2;
    const words = `${Math.round(most)} submissions/s went the whole way; ${Math.round(rate)}/s are offered.`;
    bench.report(`end-to-end.p99: ${words}`);
    const seen: string[] = [words, ''];
    const seconds = Math.max(WINDOW_SECONDS, bench.options.seconds);
    const contest: Contest = {
      limit: async () => {
        const [disk, broker] = [diskP99(bench), await brokerP99(bench)];
        seen.push(`fdatasync p99 ${disk.toFixed(2)} ms, broker round trip p99 ${broker.toFixed(2)} ms.`, '');
        return 3 * (disk + broker);
      },
      figure: async () => {
        const { p50, p99, count } = await followed(bus, rate, seconds);
        await bus.settled();
        seen.push(`To the view, of ${count} followed: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms.`, '');
        return p99;
      },
      check: () => bus.check(),
      notes: () => seen,
      profiles: () => bus.profileWhile(() => contest.figure()),
      close: () => bus.stop(),
    };
    return contest;
  },
};

/** Submissions a second from the first request until the last event is in every view, as much being offered as is accepted. */
async function wholeWay(bus: WholeBus, { options }: Bench): Promise<number> {
  const next = requests(bus.tokens, '/v1/referrals');
  const run = async (seconds: number): Promise<number> => {
    let sent = 0;
    const counted = (): string => {
      sent += 1;
      return next();
    };
    const start = performance.now();
    const load = { seconds, warmUpSeconds: 0, status: 201, connections: 64 };
    await saturateOver(bus.urlOf('referrals'), counted, load);
    await bus.settled();
    return sent / ((performance.now() - start) / 1000);
  };
  await run(WARM_UP_SECONDS);
  return run(2 * options.seconds);
}

/** All of the load, of which some are followed to their view. */
async function followed(bus: WholeBus, rate: number, seconds: number): Promise<Latencies> {
  const connections = new HttpConnections(bus.urlOf('referrals'), 256);
  const next = requests(bus.tokens, '/v1/referrals');
  const bodies = contents();
  const submit = async (): Promise<void> => {
    const { status, body } = await connections.ask(next());
    if (status !== 201) throw new Error(`answered ${status}: ${body}`);
  };
  try {
    const [latencies] = await Promise.all([
      openLoop({ perSecond: FOLLOWED, seconds, act: (index) => follow(bus, bodies[index % bodies.length] ?? '') }),
      openLoop({ perSecond: Math.max(1, rate - FOLLOWED), seconds, act: submit }),
    ]);
    return latencies;
  } finally {
    connections.close();
  }
}

/** Submits, and reads its own write in the view. */
async function follow(bus: WholeBus, body: string): Promise<void> {
  const authorization = `Bearer ${bus.tokens[0] ?? ''}`;
  const answer = await fetch(`${bus.urlOf('referrals')}/v1/referrals`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': v7() },
    body,
  });
  const { id } = (await answer.json()) as { id?: string };
  const position = answer.headers.get('bus-position') ?? '';
  const read = await fetch(`${bus.urlOf('agency-views')}/v1/referrals/${id ?? ''}`, {
    headers: { authorization, 'bus-min-position': position },
  });
  if (read.status !== 200) throw new Error(`read ${read.status}: ${await read.text()}`);
  await read.body?.cancel();
}

function diskP99({ dataDir }: Bench): number {
  const path = join(dataDir, 'fdatasync.probe');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(8192, 1);
  const times = Array.from({ length: TRIALS }, () => {
    const start = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  rmSync(path);
  return percentile(times, 0.99);
}

async function brokerP99({ stack }: Bench): Promise<number> {
  const kafka = createKafka({ brokers: stack.kafka, clientId: 'probe', topicPrefix: '' });
  await ensureTopics(kafka, [{ topic: 'bench-probe', partitions: 1, keepMs: 60_000 }]);
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const times: number[] = [];
  for (let trial = 0; trial < TRIALS; trial++) {
    const start = performance.now();
    await producer.send({ topic: 'bench-probe', acks: -1, messages: [{ partition: 0, value: Buffer.alloc(600, 1) }] });
    times.push(performance.now() - start);
  }
  await producer.disconnect();
  return percentile(times.slice(TRIALS / 10), 0.99);
}
