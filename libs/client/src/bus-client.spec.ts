import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BusClient } from './bus-client.js';
import { BusProblem } from './problem.js';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const answered =
  (status: number, body: object, headers: Record<string, string> = {}): Serve =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const cut: Serve = (request) => request.socket.destroy();

describe('a client of the bus', () => {
  let server: Server;
  let client: BusClient;
  const seen: IncomingMessage[] = [];
  let serve: Serve[] = [];
  const tokens: boolean[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(request);
      request.resume().on('end', () => (serve.shift() ?? answered(500, {}))(request, response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new BusClient({
      api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      token: (fresh) => {
        tokens.push(fresh);
        return Promise.resolve(fresh ? 'second' : 'first');
      },
      person: 'officer-7',
      patience: { firstMs: 1, longestMs: 5, boundMs: 5_000 },
    });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    seen.splice(0);
    tokens.splice(0);
  });

  const path = { id: 'PH.4.x/y' };
  const accept = () => client.command('/v1/referrals/{id}/accept', { path, body: { scope: 'FULL' } });
  const accepted = answered(200, { id: path.id }, { 'bus-position': 'there' });

  it('says a command again with the same key until it has an answer', async () => {
    serve = [answered(503, { code: 'JOURNAL_UNAVAILABLE' }), cut, answered(429, {}, { 'retry-after': '0' }), accepted];
    const { answer, key, position } = await accept();
    expect([answer, position]).toEqual([{ id: path.id }, 'there']);
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual([key, key, key, key]);
    expect(seen[0]?.url).toBe('/v1/referrals/PH.4.x%2Fy/accept');
    expect(seen[0]?.headers['bus-person']).toBe('officer-7');
  });

  it('is made for an address', () => {
    for (const api of ['', 'bus.example'])
      expect(() => new BusClient({ api, token: () => Promise.resolve('') })).toThrow(TypeError);
  });

  it('takes an answer without content', async () => {
    serve = [(_request, response) => response.writeHead(204).end()];
    const { answer } = await client.command('/v1/feed/taken', { body: { cursor: 'c' } });
    expect(answer).toBeUndefined();
  });

  it('waits as long as it is asked to', async () => {
    serve = [answered(429, { code: 'RATE_LIMITED' }, { 'retry-after': '1' }), accepted];
    const begun = performance.now();
    await accept();
    expect(performance.now() - begun).toBeGreaterThan(990);
  });

  it('throws what is refused as its code, at once', async () => {
    serve = [answered(409, { code: 'REFERRAL_TRANSITION_ILLEGAL', details: { status: 'CLOSED' } })];
    const problem = await accept().catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(BusProblem);
    expect(problem).toMatchObject({
      code: 'REFERRAL_TRANSITION_ILLEGAL',
      status: 409,
      details: { status: 'CLOSED' },
      isTransient: false,
    });
    expect(seen).toHaveLength(1);
  });

  it('exchanges a token that ended, once', async () => {
    serve = [answered(401, { code: 'TOKEN_EXPIRED' }), accepted];
    await accept();
    expect(tokens).toEqual([false, true]);
    serve = [answered(401, { code: 'TOKEN_INVALID' }), answered(401, { code: 'TOKEN_INVALID' })];
    await expect(accept()).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  it('gives up in the end, with the last answer', async () => {
    const hasty = new BusClient({
      api: 'http://127.0.0.1:9',
      token: () => Promise.resolve('t'),
      patience: { firstMs: 1, longestMs: 1, boundMs: 20 },
    });
    await expect(hasty.read('/v1/inbox', {})).rejects.toThrow('fetch failed');
  });

  it('puts what is asked for into the address, and the position into its header', async () => {
    serve = [answered(200, { items: [], next: null })];
    await client.read('/v1/inbox', { query: { limit: 5, status: undefined }, atLeast: 'there' });
    expect(seen[0]?.url).toBe('/v1/inbox?limit=5');
    expect(seen[0]?.headers['bus-min-position']).toBe('there');
  });
});
