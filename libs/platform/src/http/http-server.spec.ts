import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { Public } from '../auth/decorators.js';
import { createHttpApp, type HttpApp, type HttpAppOptions } from './bootstrap.js';
import { keptLog, specIssuer, type SpecIssuer } from './http-app.fixtures.js';

let entered: () => void = () => undefined;
let release: () => void = () => undefined;

@Public()
@Controller()
class SlowController {
  @Get('slow')
  async slow(): Promise<string> {
    await new Promise<void>((resolve) => {
      release = resolve;
      entered();
    });
    return 'done';
  }

  @Post('echo')
  echo(): string {
    return 'echo';
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

const open: HttpApp[] = [];
let issuer: SpecIssuer;
let token: string;

beforeAll(async () => {
  issuer = await specIssuer();
  token = await issuer.token();
});
afterAll(() => issuer.server.close());

async function start(options: Partial<HttpAppOptions> = {}): Promise<{ http: HttpApp; url: URL }> {
  const http = await createHttpApp(SlowModule, { logger: keptLog().logger, auth: issuer.rules, port: 0, ...options });
  open.push(http);
  return { http, url: new URL(await http.listen()) };
}

afterEach(() => Promise.all(open.splice(0).map((http) => http.close())));

/** The beginning of a body that is promised to be longer. */
const unfinished = (length: number): string =>
  `POST /echo HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n{`;

/** Sends bytes as they are; resolves with all that came back when the server has closed the connection. */
function exchange(url: URL, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket: Socket = connect(Number(url.port), url.hostname, () => socket.write(bytes));
    socket
      .on('data', (chunk) => (answer += chunk.toString()))
      .on('close', () => resolve(answer))
      .on('error', reject);
  });
}

describe('the door', () => {
  it('is opened on loopback unless told otherwise', async () => {
    const { url } = await start();
    expect(url.hostname).toBe('127.0.0.1');
  });

  it('does not wait for a body that comes too slowly', async () => {
    const log = keptLog();
    const { url } = await start({ times: { requestMs: 200 }, logger: log.logger });
    const answer = await exchange(url, unfinished(100));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
    expect(log.lines().filter((line) => line.level === 'error')).toEqual([]);
  });

  it.each([
    [
      'headers of 64 KiB',
      `GET /echo HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${'a'.repeat(65_536)}\r\n\r\n`,
      'HEADERS_TOO_LARGE',
    ],
    ['what is not HTTP', 'HELO canary\r\n\r\n', 'MALFORMED_REQUEST'],
    [
      'two lengths',
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
      'MALFORMED_REQUEST',
    ],
    [
      'a length and chunks',
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'MALFORMED_REQUEST',
    ],
  ])('answers %s as a problem', async (_name, bytes, code) => {
    const { url } = await start();
    const answer = await exchange(url, bytes);
    expect(answer).toContain('Content-Type: application/problem+json');
    expect(answer).toContain(`"code":"${code}"`);
    expect(answer).not.toContain('canary');
  });
});

describe('a door that closes', () => {
  it('lets open requests end', async () => {
    const { http, url } = await start();
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const answer = fetch(new URL('/slow', url)).then((response) => response.text());
    await inside;
    const closed = http.close();
    release();
    expect(await answer).toBe('done');
    await closed;
  });

  it('answers what still comes in with 503', async () => {
    const log = keptLog();
    const { http } = await start({ logger: log.logger });
    const closed = http.close();
    const answer = await http.app.inject({ method: 'POST', url: '/echo' });
    await closed;
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'SHUTTING_DOWN']);
    expect(answer.headers).toMatchObject({ connection: 'close', 'retry-after': '1' });
  });

  it('cuts them off after its bound', async () => {
    const { http, url } = await start({ closeBoundMs: 20 });
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const answer = fetch(new URL('/slow', url)).then(
      () => 'answered',
      () => 'cut off',
    );
    await inside;
    await http.close();
    expect(await answer).toBe('cut off');
  });
});

describe('a request that its sender gave up', () => {
  it.each([
    ['in the middle of its body', () => unfinished(9)],
    ['before its answer', () => 'GET /slow HTTP/1.1\r\nHost: a\r\n\r\n'],
  ])('%s is logged once, as aborted', async (_name, bytes) => {
    const log = keptLog();
    const { http, url } = await start({ logger: log.logger });
    const seen = new Promise<void>((resolve) => http.app.getHttpServer().once('request', () => setImmediate(resolve)));
    const socket = connect(Number(url.port), url.hostname, () => socket.write(bytes()));
    await seen;
    const gone = log.waitFor('request');
    socket.destroy();
    await gone;
    release();
    await http.close();
    expect(
      log
        .lines()
        .filter(({ msg }) => msg === 'request')
        .map(({ status }) => status),
    ).toEqual([499]);
    expect(log.lines().filter(({ level }) => level === 'error')).toEqual([]);
  });
});
