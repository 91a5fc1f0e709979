import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedPage } from './api-types.js';
import { BusClient } from './bus-client.js';
import { CursorFile } from './cursor-file.js';
import { type FollowFeed, followFeed } from './follow-feed.js';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const answered =
  (status: number, body: object, headers: Record<string, string> = {}): Serve =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const page = (ids: readonly string[], next: string, missing: object[] = []): Serve =>
  answered(200, { items: ids.map((id) => ({ id })), next, missing });
const cut: Serve = (request) => request.socket.destroy();
/** The connection breaks in the middle of an answer. */
const cutHalfWay: Serve = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"items":[{"id":"half"', () => request.socket.destroy());
};
/** Nothing comes: what a long poll waits for. */
const silent: Serve = () => undefined;

describe('who follows a feed (design 3 "An agency’s feed")', () => {
  let server: Server;
  let client: BusClient;
  let folder: string;
  let script: Serve[] = [];
  /** `cursor` of each request that came. */
  const asked: (string | null)[] = [];
  const queries: URLSearchParams[] = [];
  let onAsked: () => void = () => undefined;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://bus');
      queries.push(searchParams);
      asked.push(searchParams.get('cursor'));
      (script.shift() ?? silent)(request, response);
      onAsked();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new BusClient({
      api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      token: () => Promise.resolve('token'),
      patience: { firstMs: 1, longestMs: 4, boundMs: 20_000 },
    });
  });
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bus-follow-'));
    asked.splice(0);
    queries.splice(0);
    onAsked = () => undefined;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (): string => join(folder, 'cursor');
  const kept = (): string => readFileSync(file(), 'utf8').trim();

  /** Follows what the script tells, and ends once it waits for more. */
  const follow = async (told: Serve[], changes: Partial<FollowFeed> = {}): Promise<string[]> => {
    const ids: string[] = [];
    const end = new AbortController();
    script = told;
    const most = asked.length + told.length;
    onAsked = () => asked.length > most && end.abort();
    await followFeed(client, {
      cursor: new CursorFile(file()),
      handle: ({ id }) => void ids.push(id),
      signal: end.signal,
      ...changes,
    });
    return ids;
  };

  it('is given every item once, in order, and asks on from where the last answer ended', async () => {
    expect(await follow([page(['a', 'b'], 'one'), page([], 'one'), page(['c'], 'two')])).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual([null, 'one', 'one', 'two']);
  });

  it('goes on in another process where it was left, and keeps its place once all of a page is handled', async () => {
    const seen: (string | undefined)[] = [];
    const handle = async (): Promise<void> => void seen.push(await new CursorFile(file()).load());
    await follow([page(['a', 'b'], 'one'), page(['c'], 'two')], { handle });
    expect([seen, kept()]).toEqual([[undefined, undefined, 'one'], 'two']);
    asked.splice(0);
    expect(await follow([page(['d'], 'three')])).toEqual(['d']);
    expect([asked, kept()]).toEqual([['two', 'three'], 'three']);
  });

  it.each<[string, Serve]>([
    ['no answer', cut],
    ['half of an answer', cutHalfWay],
    ['503', answered(503, { code: 'UNAVAILABLE' })],
    ['429', answered(429, { code: 'RATE_LIMITED' }, { 'retry-after': '0' })],
    ['425', answered(425, { code: 'VIEW_BEHIND' })],
  ])('asks for the same again after %s, and loses nothing', async (_what, failure) => {
    expect(await follow([page(['a'], 'one'), failure, failure, page(['b'], 'two')])).toEqual(['a', 'b']);
    expect(asked).toEqual([null, 'one', 'one', 'one', 'two']);
  });

  it('goes on however long the bus is away, and says so whenever its patience ends', async () => {
    const impatient = new BusClient({
      api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      token: () => Promise.resolve('token'),
      patience: { firstMs: 1, longestMs: 1, boundMs: 0 },
    });
    const end = new AbortController();
    script = [cut, answered(503, { code: 'UNAVAILABLE' }), page(['a'], 'one')];
    onAsked = () => asked.length > 3 && end.abort();
    const [ids, away]: [string[], unknown[]] = [[], []];
    await followFeed(impatient, {
      ...{ cursor: new CursorFile(file()), signal: end.signal },
      handle: ({ id }) => void ids.push(id),
      away: (error) => void away.push(error),
    });
    expect([ids, away.length]).toEqual([['a'], 2]);
    expect(away[1]).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('waits as long as the bus asks for, and longer from one failure to the next', async () => {
    const at: number[] = [];
    const noted =
      (serve: Serve): Serve =>
      (request, response) => {
        at.push(performance.now());
        serve(request, response);
      };
    const busy = answered(503, { code: 'UNAVAILABLE' }, { 'retry-after': '1' });
    await follow([noted(busy), noted(page([], 'one'))]);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(990);

    at.splice(0);
    const slower = new BusClient({
      api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      token: () => Promise.resolve('token'),
      patience: { firstMs: 40, longestMs: 10_000, boundMs: 20_000 },
    });
    const end = new AbortController();
    script = [cut, cut, cut, page([], 'one')].map(noted);
    onAsked = () => asked.length > 6 && end.abort();
    await followFeed(slower, { cursor: new CursorFile(file()), handle: () => undefined, signal: end.signal });
    const waits = at.slice(1).map((time, nth) => time - (at[nth] ?? 0));
    [40, 80, 160].forEach((least, nth) => expect(waits[nth]).toBeGreaterThan(least - 2));
  });

  it('ends at an item that cannot be handled, and is given it again, with the rest of its page, the next time', async () => {
    const failing: string[] = [];
    const handle: FollowFeed['handle'] = ({ id }) => {
      failing.push(id);
      if (id === 'c') throw new Error('the case system is away');
    };
    const told = [page(['a'], 'one'), page(['b', 'c', 'd'], 'two')];
    await expect(follow(told, { handle })).rejects.toThrow('the case system is away');
    expect([failing, kept()]).toEqual([['a', 'b', 'c'], 'one']);
    asked.splice(0);
    expect(await follow([page(['b', 'c', 'd'], 'two')])).toEqual(['b', 'c', 'd']);
    expect([asked, kept()]).toEqual([['one', 'two'], 'two']);
  });

  it('ends when its place cannot be kept: what it goes on with would be forgotten', async () => {
    const cursor = { load: () => Promise.resolve(undefined), save: () => Promise.reject(new Error('disk full')) };
    await expect(follow([page(['a'], 'one'), page(['b'], 'two')], { cursor })).rejects.toThrow('disk full');
    expect(asked).toEqual([null]);
  });

  it('ends with what is refused for good, at once, and keeps its place', async () => {
    const refused = answered(403, { code: 'CLIENT_REVOKED' });
    const following = follow([page(['a'], 'one'), refused, page(['b'], 'two')]);
    await expect(following).rejects.toMatchObject({ code: 'CLIENT_REVOKED', isTransient: false });
    expect([asked, kept()]).toEqual([[null, 'one'], 'one']);
  });

  it('is ended while it waits, while it backs off, and after the item in hand, whose page is not counted as handled', async () => {
    const end = new AbortController();
    const handle: FollowFeed['handle'] = ({ id }) => void (id === 'b' && end.abort());
    const handled: string[] = [];
    await follow([page(['a'], 'one'), page(['b', 'c'], 'two')], {
      handle: (item) => (handled.push(item.id), handle(item)),
      signal: end.signal,
    });
    expect([handled, kept()]).toEqual([['a', 'b'], 'one']);

    const waiting = new AbortController();
    script = [silent];
    onAsked = () => waiting.abort();
    const cursor = new CursorFile(file());
    await expect(
      followFeed(client, { cursor, handle: () => undefined, signal: waiting.signal }),
    ).resolves.toBeUndefined();

    const resting = new AbortController();
    script = [answered(503, {}, { 'retry-after': '15' })];
    const begun = performance.now();
    onAsked = () => setImmediate(() => resting.abort());
    await expect(
      followFeed(client, { cursor, handle: () => undefined, signal: resting.signal }),
    ).resolves.toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('is told what is missing when that changes', async () => {
    const parked = { reason: 'REFERRAL_PARKED', referral: 'PH.4.x' };
    const told: FeedPage['missing'][] = [];
    const missing: FollowFeed['missing'] = (each) => void told.push(each);
    await follow([page([], 'one', [parked]), page([], 'one', [parked]), page([], 'one'), page(['a'], 'two')], {
      missing,
    });
    expect(told).toEqual([[parked], []]);
  });

  it('asks for pages, waits and exercises as it was told to', async () => {
    await follow([page([], 'one')], { limit: 7, wait: 3, synthetic: true });
    expect(Object.fromEntries(queries[0] ?? [])).toEqual({ limit: '7', wait: '3', synthetic: 'true' });
  });
});
