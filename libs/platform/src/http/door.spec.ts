import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { Body, Controller, Get, Module, Post, Req } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findVisit } from '../auth/visit.js';
import { createHttpApp, type HttpApp } from './bootstrap.js';
import type { DoorBounds } from './door-bounds.js';
import type { HttpRequest } from './http-types.js';
import { keptLog, specIssuer, type SpecIssuer } from './http-app.fixtures.js';

/** Handlers that wait to be let go. */
const inside: (() => void)[] = [];

@Controller()
class DoorController {
  @Get('wait')
  async wait(): Promise<string> {
    await new Promise<void>((resolve) => inside.push(resolve));
    return 'done';
  }

  @Get('aside')
  async aside(@Req() request: HttpRequest): Promise<string> {
    findVisit(request)?.stepAside();
    return this.wait();
  }

  @Get('turn')
  async turn(@Req() request: HttpRequest): Promise<string> {
    findVisit(request)?.stepAside();
    await findVisit(request)?.goOn();
    return this.wait();
  }

  @Get('quick')
  quick(): string {
    return 'quick';
  }

  @Post('echo')
  echo(@Body() body: unknown): unknown {
    return body ?? null;
  }
}

@Module({ controllers: [DoorController] })
class DoorModule {}

const open: HttpApp[] = [];
let issuer: SpecIssuer;
let token: string;
let other: string;

beforeAll(async () => {
  issuer = await specIssuer();
  token = await issuer.token();
  other = await issuer.token({ agency: 'GB-NCP' });
});
afterEach(async () => {
  for (const letGo of inside.splice(0)) letGo();
  await Promise.all(open.splice(0).map((http) => http.close()));
});
afterAll(() => issuer.server.close());

interface Door {
  readonly http: HttpApp;
  readonly url: URL;
  readonly ask: (path: string, init?: RequestInit & { by?: string }) => Promise<Response>;
  /** Opens a connection and writes bytes as they are. */
  readonly dial: (bytes: string) => Socket;
}

async function start(bounds: Partial<DoorBounds> = {}): Promise<Door> {
  const requests = { perSecond: 1_000, burst: 1_000, open: 1_000 };
  const http = await createHttpApp(DoorModule, {
    logger: keptLog().logger,
    auth: issuer.rules,
    port: 0,
    closeBoundMs: 100,
    bounds: { requests, connections: 100, ...bounds },
  });
  open.push(http);
  const url = new URL(await http.listen());
  return {
    http,
    url,
    ask: (path, { by = token, ...init } = {}) =>
      fetch(new URL(path, url), { ...init, headers: { authorization: `Bearer ${by}`, ...init.headers } }),
    dial: (bytes) => {
      const socket = connect(Number(url.port), url.hostname, () => socket.write(bytes));
      return socket.on('error', () => undefined);
    },
  };
}

const json = { 'content-type': 'application/json' };
const request = (line: string, ...headers: string[]): string =>
  [`${line} HTTP/1.1`, 'Host: a', ...headers, '', ''].join('\r\n');
const bearer = (): string => `Authorization: Bearer ${token}`;

/** What comes back until there is enough of it. */
async function heard(socket: Socket, enough: RegExp): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (enough.test(text)) return text;
  }
  return text;
}

describe('before a body is read', () => {
  const promising = ['Content-Type: application/json', 'Content-Length: 1000000'];

  it.each([
    ['of a stranger', '/echo', [], 'TOKEN_MISSING'],
    ['under a token that is none', '/echo', ['Authorization: Bearer abc'], 'TOKEN_INVALID'],
    ['for a route that does not exist', '/nowhere', [], 'NOT_FOUND'],
  ])('the answer to one %s is sent', async (_what, path, headers, code) => {
    const { dial } = await start();
    const socket = dial(request(`POST ${path}`, ...headers, ...promising));
    expect(await heard(socket, /\}$/)).toContain(`"code":"${code}"`);
  });

  it('one of the two tokens of a request is not chosen', async () => {
    const { dial } = await start();
    for (const first of [bearer(), 'authorization: Bearer abc']) {
      const socket = dial(request('GET /quick', first, bearer()));
      expect(await heard(socket, /\}$/)).toContain('"code":"TOKEN_INVALID"');
    }
  });
});

describe('the share of an agency', () => {
  it('is used up by junk too, and by nobody else', async () => {
    const { http, ask } = await start({ requests: { perSecond: 0.1, burst: 3, open: 3 } });
    const junk = (by?: string): Promise<Response> => ask('/echo', { by, method: 'POST', headers: json, body: '{"a":' });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await junk()).status);
    expect(statuses).toEqual([400, 400, 400, 429]);
    const limited = await ask('/quick');
    expect([limited.status, Number(limited.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect((await ask('/quick', { by: other })).status).toBe(200);
    expect(await http.metrics.registry.metrics()).toContain('bus_http_turned_away_total{code="RATE_LIMITED"} 2');
  });

  it('is used up the faster the longer the bodies are', async () => {
    const { ask } = await start({ requests: { perSecond: 0.1, burst: 6, open: 6 } });
    const long = (): Promise<Response> =>
      ask('/echo', { method: 'POST', headers: json, body: JSON.stringify('a'.repeat(60_000)) });
    expect([(await long()).status, (await long()).status]).toEqual([201, 429]);
  });

  it('lets a body of unsaid length in all the same', async () => {
    const { dial } = await start({ requests: { perSecond: 1_000, burst: 2, open: 2 } });
    const socket = dial(
      request('POST /echo', bearer(), 'Content-Type: application/json', 'Transfer-Encoding: chunked') +
        '1\r\n7\r\n0\r\n\r\n',
    );
    expect(await heard(socket, /7/)).toContain('201 Created');
  });

  it('bounds what is open, until the work is done, though its client hung up', async () => {
    const { ask, dial } = await start({ requests: { perSecond: 1_000, burst: 1_000, open: 2 } });
    const waiting = dial(request('GET /wait', bearer()) + request('GET /wait', bearer()));
    while (inside.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect((await ask('/quick')).status).toBe(429);
    waiting.destroy();
    await once(waiting, 'close');
    expect((await ask('/quick')).status).toBe(429);
    for (const letGo of inside.splice(0)) letGo();
    let status = 0;
    while (status !== 200) ({ status } = await ask('/quick'));
    expect((await ask('/quick', { by: other })).status).toBe(200);
  });
});

describe('who waits aside', () => {
  const bounds = {
    requests: { perSecond: 1_000, burst: 1_000, open: 2 },
    waits: { ofAgency: 3, ofAll: 4 },
  };
  const untilInside = async (count: number): Promise<void> => {
    while (inside.length < count) await new Promise((resolve) => setImmediate(resolve));
  };

  it('takes nothing from what its agency may have open, and has a bound of its own', async () => {
    const { ask, http } = await start(bounds);
    const waiting: Promise<Response>[] = [];
    for (let count = 1; count <= 3; count++) {
      waiting.push(ask('/aside'));
      await untilInside(count);
    }
    expect((await ask('/quick')).status).toBe(200);
    const refused = await ask('/aside');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
    waiting.push(ask('/aside', { by: other }));
    await untilInside(4);
    expect((await ask('/aside', { by: other })).status).toBe(503);
    expect((await ask('/quick', { by: other })).status).toBe(200);
    expect(await http.metrics.registry.metrics()).toContain('bus_http_waiting 4');
    for (const letGo of inside.splice(0)) letGo();
    for (const answer of await Promise.all(waiting)) expect(answer.status).toBe(200);
    expect(await http.metrics.registry.metrics()).toContain('bus_http_waiting 0');
  });

  it('goes on in its turn, so many at a time', async () => {
    const { ask, http } = await start({ ...bounds, waits: { ofAgency: 100, ofAll: 100 } });
    const answers = Array.from({ length: 60 }, () => ask('/turn'));
    await untilInside(24);
    while (!(await http.metrics.registry.metrics()).includes('bus_http_waiting 60')) await ask('/quick');
    for (const left of [24, 12]) {
      expect(inside).toHaveLength(24);
      for (const letGo of inside.splice(0)) letGo();
      await untilInside(left);
    }
    for (const letGo of inside.splice(0)) letGo();
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
  });

  it('is counted there until its work is done, though it hung up', async () => {
    const { ask, dial, http } = await start(bounds);
    const gone = dial(request('GET /aside', bearer()));
    await untilInside(1);
    gone.destroy();
    await once(gone, 'close');
    expect(await http.metrics.registry.metrics()).toContain('bus_http_waiting 1');
    for (const letGo of inside.splice(0)) letGo();
    while (!(await http.metrics.registry.metrics()).includes('bus_http_waiting 0')) await ask('/quick');
  });
});

describe('connections', () => {
  it('beyond the bound are cut off, and counted', async () => {
    const { http, dial, ask } = await start({ connections: 2 });
    const held = [dial(''), dial('')];
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    await once(dial(''), 'close');
    expect(await http.metrics.registry.metrics()).toMatch(/bus_http_connections_dropped_total 1/);
    held.forEach((socket) => socket.destroy());
    let answer: Response | undefined;
    while (!answer) answer = await ask('/quick').catch(() => undefined);
    expect(answer.status).toBe(200);
  });
});
