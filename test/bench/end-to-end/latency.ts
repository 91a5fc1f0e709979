import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { createKafka, ensureTopics } from '#libs/event-log';
import { contents, requests, saturateOver } from '../accept/write-app.js';
import type { Bench } from '../harness/bench.js';
import { HttpConnections } from '../harness/http-connection.js';
import { openLoop } from '../harness/load.js';
import type { Contest, Row } from '../harness/row.js';
import { percentile } from '../harness/statistics.js';
import { WholeBus } from './whole-bus.js';

/** Referrals a second that are followed to their view; the others only make the load. */
const FOLLOWED = 40;
const TRIALS = 300;
/** Half of what processes can take that have just started is far less than half of what they can. */
const WARM_UP_SECONDS = 12;

export const latency: Row = {
  id: 'end-to-end.p99',
  title: 'p99 from the intended submission to being readable in the view, at half of the load that saturates',
  limit: '3 × (fdatasync p99 + broker round trip p99), idle',
  unit: 'ms',
  goal: { atMost: 1 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on; Kafka acks=all, one broker',
  prepare: async (bench) => {
    const bus = await WholeBus.start(bench);
    const url = bus.urlOf('referrals');
    const next = requests(bus.tokens, '/v1/referrals');
    const over = { seconds: bench.options.seconds, warmUpSeconds: WARM_UP_SECONDS, status: 201, connections: 64 };
    const saturated = await saturateOver(url, next, over);
    await bus.settled();
    const rate = saturated / 2;
    const seen: string[] = [`Load: ${Math.round(rate)} submissions/s.`];
    const contest: Contest = {
      limit: async () => {
        const [disk, broker] = [diskP99(bench), await brokerP99(bench)];
        seen.push(`fdatasync p99 ${disk.toFixed(2)} ms, broker round trip p99 ${broker.toFixed(2)} ms.`);
        return 3 * (disk + broker);
      },
      figure: async () => {
        const seconds = 2 * bench.options.seconds;
        const connections = new HttpConnections(url, 256);
        const load = openLoop({
          perSecond: Math.max(1, rate - FOLLOWED),
          seconds,
          act: async () => {
            const { status, body } = await connections.ask(next());
            if (status !== 201) throw new Error(`answered ${status}: ${body}`);
          },
        });
        const bodies = contents();
        const { p50, p99 } = await openLoop({
          perSecond: FOLLOWED,
          seconds,
          act: (index) => follow(bus, bodies[index % bodies.length] ?? ''),
        });
        await load;
        connections.close();
        await bus.settled();
        seen.push(`To the view: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms.`);
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
