import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLE_ID, exampleSubmission } from '../../apps/referrals/src/api-docs/examples.js';
import {
  newKey,
  outcome,
  type SpecApp,
  type SpecClient,
  startReferrals,
} from '../../apps/referrals/src/referrals-app.fixtures.js';
import { Prng } from '../../apps/cli/src/simulate/prng.js';
import { rawExchange } from './client/raw.js';

const SEED = Number(process.env['BUS_ABUSE_SEED'] ?? randomInt(1_000_000));
const LARGEST = 8 * 1024 * 1024;
const BATCH = '/v1/referrals:batch';

/** A taste of Z11 and Z12 that measures nothing: what is turned away, with which word. `npm run abuse` measures. */
describe('a resource attack (Z11)', () => {
  let app: SpecApp;
  let client: SpecClient;
  let url: string;

  beforeAll(async () => {
    app = await startReferrals({}, { requestMs: 400 });
    client = await app.client('US-CLEAR');
    url = await app.http.listen();
  });
  afterAll(() => app.close());
  /** Whatever was tried, the next one is served. */
  afterEach(async () => expect((await client.post('/v1/referrals', exampleSubmission, newKey())).statusCode).toBe(201));

  const head = (...more: string[]): string =>
    [
      'POST /v1/referrals HTTP/1.1',
      'Host: a',
      `Authorization: ${client.bearer}`,
      'Content-Type: application/json',
      ...more,
      '',
    ].join('\r\n');

  it('by headers that never end is cut off with 408', async () => {
    const answers = Array.from({ length: 20 }, () => dripping(head(), 'X-A: b\r\n'));
    for (const answer of await Promise.all(answers)) expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  });

  it('by a body that never ends is cut off with 408', async () => {
    const answers = Array.from({ length: 20 }, () => dripping(`${head('Content-Length: 60000')}\r\n{`, ' '));
    for (const answer of await Promise.all(answers)) expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  });

  it.each([
    ['brackets', '['.repeat(LARGEST / 2) + ']'.repeat(LARGEST / 2), 400, 'TOO_DEEP'],
    ['empty objects', `[${'{},'.repeat(LARGEST / 3 - 10)}{}]`, 400, 'TOO_DEEP'],
    ['numbers', `[${'0,'.repeat(LARGEST / 2 - 10)}0]`, 400, 'TOO_DEEP'],
    ['one text', `{"items":["${'a'.repeat(LARGEST - 100)}"]}`, 200, undefined],
    ['more than eight mebibytes', `"${'a'.repeat(LARGEST)}"`, 413, 'BODY_TOO_LARGE'],
  ])('by a batch of %s is answered', async (_what, body, status, code) =>
    expect(outcome(await client.post(BATCH, body))).toEqual([status, code]),
  );

  it('by a body that is packed is refused unopened', async () => {
    const packed = gzipSync(Buffer.alloc(4 * LARGEST));
    const answer = await app.http.app.inject({
      method: 'POST',
      url: BATCH,
      payload: packed,
      headers: { authorization: client.bearer, 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(outcome(answer)).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('by a thousand requests in one breath is answered one by one', async () => {
    const body = '{"to":7}';
    const one = `${head('Idempotency-Key: pipelined-00000001', `Content-Length: ${body.length}`)}\r\n${body}`;
    const last = `${head('Connection: close', 'Idempotency-Key: pipelined-00000001', `Content-Length: ${body.length}`)}\r\n${body}`;
    const answer = await rawExchange(url, one.repeat(999) + last);
    expect(answer.match(/HTTP\/1\.1 422 /g)).toHaveLength(1_000);
  }, 20_000);

  // more than the 511 that Node lets wait to be taken: who came later was heard when the kernel tried again, after seconds
  it('by eight hundred connections at once keeps all of them', async () => {
    const before = connectionsDropped();
    const { hostname, port } = new URL(url);
    const sockets = Array.from({ length: 800 }, () => connect(Number(port), hostname));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    sockets.forEach((socket) => socket.destroy());
    expect(connectionsDropped()).toBe(before);
  });

  it('by two thousand keys leaves none behind where nothing was accepted', async () => {
    const before = (await app.events()).length;
    const keys = Array.from({ length: 2_000 }, () => newKey());
    const wcpc = await app.client('PH-WCPC');
    for (let at = 0; at < keys.length; at += 100) {
      const some = keys.slice(at, at + 100);
      const answers = await Promise.all(some.map((key) => wcpc.post(`/v1/referrals/${EXAMPLE_ID}/receive`, {}, key)));
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([404]));
    }
    expect((await app.events()).length).toBe(before);
  }, 30_000);

  /** Sends a text, and then another one again and again, until the connection is closed. */
  function dripping(first: string, drop: string): Promise<string> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve) => {
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(first));
      const timer = setInterval(() => socket.write(drop), 50);
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket
        .on('error', () => undefined)
        .on('close', () => {
          clearInterval(timer);
          resolve(answer);
        });
    });
  }
});

/** New connections that the kernel dropped because as many waited to be taken as may; 0 where it does not count them. */
function connectionsDropped(): number {
  if (process.platform !== 'linux') return 0;
  const [names = '', values = ''] = readFileSync('/proc/net/netstat', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('TcpExt:'));
  return Number(values.split(' ')[names.split(' ').indexOf('ListenOverflows')]);
}

describe('a flood of junk (Z12)', () => {
  const JUNK: readonly (readonly [what: string, path: string, body: string])[] = [
    ['what is no JSON', '/v1/referrals', '{"to":'],
    ['what is too deep', '/v1/referrals', '['.repeat(1_000)],
    ['what makes no sense', '/v1/referrals', '{"lane":7}'],
    ['a batch of nothing', BATCH, '{"items":[]}'],
    ['a referral to nobody', '/v1/referrals', JSON.stringify({ ...exampleSubmission, to: { agency: 'PH-NOBODY' } })],
    ['commands on referrals of others', `/v1/referrals/${EXAMPLE_ID}/receive`, '{}'],
  ];

  it.each(JUNK)(
    'of %s uses up the share of its sender, and nobody else is turned away',
    async (_what, path, body) => {
      const app = await startReferrals({ shares: { perSecond: 0.01, burst: 500, open: 500 } });
      try {
        const [flooding, other] = [await app.client('PH-WCPC'), await app.client('US-CLEAR')];
        const statuses = new Map<number, number>();
        for (let round = 0; round < 6; round++) {
          const answers = await Promise.all(Array.from({ length: 100 }, () => flooding.post(path, body, newKey())));
          for (const { statusCode } of answers) statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
          expect((await other.post('/v1/referrals', exampleSubmission, newKey())).statusCode).toBe(201);
        }
        expect(statuses.get(429)).toBeGreaterThan(50);
        const limited = await flooding.post(path, body, newKey());
        expect([limited.statusCode, Number(limited.headers['retry-after']) >= 1]).toEqual([429, true]);
        const { body: metrics } = await app.http.app.inject('/metrics');
        expect(metrics).toMatch(/bus_http_turned_away_total\{code="RATE_LIMITED"\} [1-9]/);
      } finally {
        await app.close();
      }
    },
    30_000,
  );
});

describe('a flood of valid referrals that are worth nothing (Z12)', () => {
  it('uses up the share of its sender; others and what is urgent are accepted all the while', async () => {
    const random = new Prng(SEED, 12);
    const app = await startReferrals({ shares: { perSecond: 0.01, burst: 300, open: 300 } });
    try {
      const [flooding, other] = [await app.client('PH-WCPC'), await app.client('US-CLEAR')];
      const statuses = new Map<number, number>();
      for (let round = 0; round < 6; round++) {
        const worthless = Array.from({ length: 100 }, () => ({
          ...exampleSubmission,
          to: { agency: random.pick(['GB-NCP', 'DE-NCP', 'FR-NCP']) },
        }));
        const answers = await Promise.all(worthless.map((body) => flooding.post('/v1/referrals', body, newKey())));
        for (const { statusCode } of answers) statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
        for (const priority of [exampleSubmission.priority, { level: 'P1', reasons: ['LIFE_THREAT'] }])
          expect((await other.post('/v1/referrals', { ...exampleSubmission, priority }, newKey())).statusCode).toBe(
            201,
          );
      }
      expect({ seed: SEED, statuses: [...statuses.keys()].sort() }).toEqual({ seed: SEED, statuses: [201, 429] });
      expect(statuses.get(429)).toBeGreaterThan(200);
    } finally {
      await app.close();
    }
  }, 60_000);
});
