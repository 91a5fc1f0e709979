import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Line } from '../../client/exchange.js';
import { type Attack, ATTACKER, ended, inParallel, statusOf, type Tally, type Target } from './attack.js';

const authorization = async ({ tokens }: Target): Promise<string> => `Bearer ${await tokens.of(ATTACKER)}`;

/** Reads of the feed as fast as they are answered, or held open, so many at a time. */
async function reads(target: Target, signal: AbortSignal, tally: Tally, many: number, query: string): Promise<void> {
  const line = new Line(many);
  const headers = { authorization: await authorization(target) };
  const url = `${target.bus.apps['agency-views'].url}/v1/feed${query}`;
  const end = ended(signal).then(() => line.close());
  await inParallel(many, signal, async () => {
    const { status } = await statusOf(line.ask(url, { headers }));
    tally.add(status);
    if (status === 429) await delay(50);
  });
  await end;
}

/** Streams that are opened again when they are refused or cut. @param reads whether anything of them is ever read */
async function streams(target: Target, signal: AbortSignal, tally: Tally, many: number, reads: boolean): Promise<void> {
  const { hostname, port } = new URL(target.bus.apps['agency-views'].url);
  const ask = `GET /v1/feed HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\nAuthorization: ${await authorization(target)}\r\n\r\n`;
  const open = new Set<Socket>();
  const dial = (): void => {
    const socket = connect(Number(port), hostname);
    open.add(socket);
    socket.on('connect', () => socket.write(ask)).on('error', () => undefined);
    if (reads) socket.once('data', (chunk) => tally.add(chunk.toString('latin1', 9, 12))).resume();
    else socket.pause();
    socket.on('close', () => {
      open.delete(socket);
      tally.add('closed');
      if (!signal.aborted) setTimeout(dial, 100);
    });
  };
  for (let n = 0; n < many; n++) dial();
  await ended(signal);
  for (const socket of open) socket.destroy();
}

/** Z11: an agency reads what it is told as no agency would. */
export const feedAttacks: readonly Attack[] = [
  {
    id: 'feed-pages',
    row: 'Z11',
    what: '64 readers of one agency that ask for the largest page of the feed from its beginning, again and again',
    run: (target, signal, tally) => reads(target, signal, tally, 64, '?limit=500'),
  },
  {
    id: 'feed-waiting',
    row: 'Z11',
    what: '600 reads of the feed of one agency that wait for what never comes',
    run: (target, signal, tally) => reads(target, signal, tally, 600, '?wait=30&synthetic=true'),
  },
  {
    id: 'feed-streams',
    row: 'Z11',
    what: '300 streams of the feed of one agency, opened again when they are refused',
    run: (target, signal, tally) => streams(target, signal, tally, 300, true),
  },
  {
    id: 'feed-unread',
    row: 'Z11',
    what: '300 streams of the feed of one agency that nobody reads',
    run: (target, signal, tally) => streams(target, signal, tally, 300, false),
  },
];
