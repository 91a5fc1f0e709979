import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { AppName } from '../../../deployment/index.js';
import { type Attack, ATTACKER, ended, type Tally, type Target } from './attack.js';

interface Crowd {
  readonly target: Target;
  readonly app: AppName;
  readonly many: number;
  readonly signal: AbortSignal;
  readonly tally: Tally;
}

/** Opens connections, and others for those that are closed; counts what each was told. */
async function crowd(
  { target, app, many, signal, tally }: Crowd,
  onOpen: (socket: Socket) => void,
  reads = true,
): Promise<void> {
  const { hostname, port } = new URL(target.bus.apps[app].url);
  const open = new Set<Socket>();
  const dial = (): void => {
    const socket = connect(Number(port), hostname);
    open.add(socket);
    socket.on('connect', () => onOpen(socket)).on('error', () => undefined);
    if (reads) socket.on('data', (chunk) => tally.add(chunk.toString('latin1', 9, 12)));
    socket.on('close', () => {
      open.delete(socket);
      tally.add('closed');
      if (!signal.aborted) setTimeout(dial, 100);
    });
  };
  for (let n = 0; n < many && !signal.aborted; n++) {
    dial();
    if (n % 50 === 49) await delay(10);
  }
  await ended(signal);
  for (const socket of open) socket.destroy();
}

/** Writes a byte now and then. */
function drip(socket: Socket, signal: AbortSignal, text: string): void {
  const timer = setInterval(() => {
    if (socket.destroyed || signal.aborted) clearInterval(timer);
    else socket.write(text);
  }, 250);
}

const bearer = async ({ tokens }: Target): Promise<string> => `Authorization: Bearer ${await tokens.of(ATTACKER)}\r\n`;

export const connectionAttacks: readonly Attack[] = [
  {
    id: 'idle',
    row: 'Z11',
    what: '2,000 connections that say nothing',
    run: (target, signal, tally) => crowd({ target, app: 'referrals', many: 2_000, signal, tally }, () => undefined),
  },
  {
    id: 'slow-headers',
    row: 'Z11',
    what: '500 requests whose headers never end',
    run: (target, signal, tally) =>
      crowd({ target, app: 'referrals', many: 500, signal, tally }, (socket) => {
        socket.write('POST /v1/referrals HTTP/1.1\r\nHost: a\r\n');
        drip(socket, signal, 'X-A: b\r\n');
      }),
  },
  {
    id: 'slow-bodies',
    row: 'Z11',
    what: '500 bodies that come byte by byte, under a valid token',
    run: async (target, signal, tally) => {
      const head = `POST /v1/referrals HTTP/1.1\r\nHost: a\r\n${await bearer(target)}Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{`;
      await crowd({ target, app: 'referrals', many: 500, signal, tally }, (socket) => {
        socket.write(head);
        drip(socket, signal, ' ');
      });
    },
  },
  {
    id: 'unread-answers',
    row: 'Z11',
    what: '100 connections that ask for the longest list 50 times each and read nothing',
    run: async (target, signal, tally) => {
      const ask = `GET /v1/sent?limit=200 HTTP/1.1\r\nHost: a\r\n${await bearer(target)}\r\n`;
      await crowd(
        { target, app: 'agency-views', many: 100, signal, tally },
        (socket) => socket.pause().write(ask.repeat(50)),
        false,
      );
    },
  },
  {
    id: 'unread-page',
    row: 'Z11',
    what: '200 strangers that ask for the largest file of the documentation and read nothing',
    run: (target, signal, tally) =>
      crowd(
        { target, app: 'referrals', many: 200, signal, tally },
        (socket) => socket.pause().write('GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20)),
        false,
      ),
  },
  {
    id: 'pipelining',
    row: 'Z11',
    what: '4 connections that send a thousand commands at a time without waiting for an answer',
    run: async (target, signal, tally) => {
      const body = '{"to":7}';
      const one = `POST /v1/referrals HTTP/1.1\r\nHost: a\r\n${await bearer(target)}Content-Type: application/json\r\nIdempotency-Key: pipelined-00000001\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      const many = one.repeat(1_000);
      await crowd({ target, app: 'referrals', many: 4, signal, tally }, (socket) => {
        const push = (): void => {
          if (signal.aborted || socket.destroyed) return;
          if (socket.write(many)) setImmediate(push);
          else socket.once('drain', push);
        };
        push();
      });
    },
  },
];
