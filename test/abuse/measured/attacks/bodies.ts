import { gzipSync } from 'node:zlib';
import { v7 } from 'uuid';
import { Line } from '../../client/exchange.js';
import { submissionTo } from '../../client/population.js';
import { type Attack, ATTACKER, inParallel, statusOf, type Tally, type Target } from './attack.js';

const MEBIBYTE = 1024 * 1024;
const LARGEST = 8 * MEBIBYTE;

interface Body {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly make: () => string | Buffer;
}

/** Sends the same body as fast as it is answered, two at a time. */
async function post(
  { bus, tokens }: Target,
  signal: AbortSignal,
  tally: Tally,
  { path = '/v1/referrals:batch', headers, make }: Body,
): Promise<void> {
  const line = new Line(2);
  const body = make();
  await inParallel(2, signal, async () => {
    const answer = await statusOf(
      line.ask(bus.apps.referrals.url + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokens.of(ATTACKER)}`,
          'content-type': 'application/json',
          'idempotency-key': v7(),
          ...headers,
        },
        body,
      }),
    );
    tally.add(answer.status);
    await pauseFor(answer.headers['retry-after'], signal);
  });
  line.close();
}

/** A hostile client does not wait as long as it is told to, but a client in a tight loop would only measure itself. */
const pauseFor = (retryAfter: string | undefined, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, retryAfter === undefined || signal.aborted ? 0 : 20);
  });

const wide = (): string => {
  const members: string[] = [];
  for (let size = 0, n = 0; size < LARGEST - 64; n++) {
    const member = `"${n.toString(36)}":0`;
    members.push(member);
    size += member.length + 1;
  }
  return `{${members.join(',')}}`;
};

const item = (): object => ({ idempotencyKey: v7(), referral: submissionTo('DE-NCP', 1) });

const attack = (id: string, what: string, body: Body): Attack => ({
  id,
  row: 'Z11',
  what,
  run: (target, signal, tally) => post(target, signal, tally, body),
});

export const bodyAttacks: readonly Attack[] = [
  attack('brackets', 'bodies of 8 MiB of brackets', { make: () => '['.repeat(LARGEST / 2) + ']'.repeat(LARGEST / 2) }),
  attack('wide-objects', 'bodies of 8 MiB of members', { make: wide }),
  attack('empty-objects', 'bodies of 8 MiB of empty objects', { make: () => `[${'{},'.repeat(LARGEST / 3 - 10)}{}]` }),
  attack('one-text', 'bodies of 8 MiB of one text', { make: () => `{"items":["${'a'.repeat(LARGEST - 100)}"]}` }),
  attack('too-large', 'bodies of 16 MiB', { make: () => Buffer.alloc(2 * LARGEST, 0x20) }),
  attack('compressed', 'compressed bodies that grow to a gibibyte', {
    headers: { 'content-encoding': 'gzip' },
    make: () => gzipSync(Buffer.alloc(256 * MEBIBYTE)),
  }),
  attack('long-texts', 'texts of 60 kB where expressions look at them', {
    path: '/v1/referrals',
    make: () =>
      JSON.stringify({
        ...submissionTo('A-'.repeat(5_000), 1),
        reference: 'A/'.repeat(5_000),
        reporter: { company: '\u0301a'.repeat(5_000), role: 'a'.repeat(5_000) },
        incident: {
          offenceType: 'A',
          occurredAt: `2026-01-01T00:00:00.${'0'.repeat(9_000)}`,
          zone: `A/${'a/'.repeat(5_000)}!`,
        },
        sentAt: '2026-'.repeat(2_000),
      }),
  }),
  {
    id: 'keys',
    row: 'Z11',
    what: 'batches of 500 referrals, each with a new idempotency key, as fast as they are taken',
    run: async ({ bus, tokens }, signal, tally) => {
      const line = new Line(2);
      await inParallel(2, signal, async () => {
        const answer = await statusOf(
          line.ask(`${bus.apps.referrals.url}/v1/referrals:batch`, {
            method: 'POST',
            headers: { authorization: `Bearer ${await tokens.of(ATTACKER)}`, 'content-type': 'application/json' },
            body: JSON.stringify({ items: Array.from({ length: 500 }, item) }),
          }),
        );
        tally.add(answer.status);
        await pauseFor(answer.headers['retry-after'], signal);
      });
      line.close();
    },
  },
];
