import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { type Exchange, told } from '../client/exchange.js';
import { rawExchange } from '../client/raw.js';
import { type Forged, tokenCorpus } from '../client/token-corpus.js';
import { TokenForge } from '../client/token-forge.js';
import { filledWith, type Route } from '../client/routes.js';
import type { Scene } from '../scene.js';

/** Z6: no token that the issuer did not make for the bus opens any door, and no door goes out to ask about one. */
export function tokens(scene: () => Scene): void {
  const asked: string[] = [];
  let canary: Server;
  let forge: TokenForge;

  beforeAll(async () => {
    canary = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('{"keys":[]}');
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    forge = new TokenForge(scene().bus.folder);
  });
  afterAll(() => {
    canary.closeAllConnections();
    canary.close();
  });

  /** Made when it is used: some of it has just expired, or is about to. */
  const corpusOf = (): Forged[] => tokenCorpus(forge, `http://127.0.0.1:${(canary.address() as AddressInfo).port}`);

  const knock = (route: Route, headers: Record<string, string | string[]>): Promise<Exchange> =>
    scene().send(route.app, filledWith(route, 'x'), {
      method: route.method,
      headers: { 'idempotency-key': v7(), 'bus-purpose': 'AUDIT', ...headers },
    });
  const codeOf = ({ status, body }: Exchange): string | undefined =>
    status === 401 ? (JSON.parse(body) as { code: string }).code : 'ACCEPTED';
  /** A route of each app with each method: all stand behind one guard. */
  const doors = (): Route[] => [
    ...new Map(scene().routes.map((route) => [`${route.app} ${route.method}`, route])).values(),
  ];

  it('every door judges every token of the corpus as it should, and says no more than that', async () => {
    for (const door of doors()) {
      const refusals = new Set<string>();
      const corpus = corpusOf();
      expect(corpus.length).toBeGreaterThan(150);
      for (const { what, token, verdict } of corpus) {
        const answer = await knock(door, { authorization: `Bearer ${token}` });
        expect({ door: door.path, what, code: codeOf(answer) }).toEqual({ door: door.path, what, code: verdict });
        if (verdict === 'TOKEN_INVALID') refusals.add(JSON.stringify(told(answer)));
      }
      expect(refusals.size).toBe(1);
    }
    expect(asked).toEqual([]);
  }, 240_000);

  it('every route is behind the guard', async () => {
    for (const route of scene().routes) {
      const bare = await knock(route, {});
      expect([route.path, codeOf(bare), bare.headers['www-authenticate']]).toEqual([
        route.path,
        'TOKEN_MISSING',
        'Bearer realm="referral-bus"',
      ]);
      const forged = await knock(route, { authorization: `Bearer ${forge.signed({}, {}, forge.ownKey)}` });
      expect([route.path, codeOf(forged)]).toEqual([route.path, 'TOKEN_INVALID']);
    }
  });

  describe('the header', () => {
    const inbox = (): string => `${scene().bus.apps['agency-views'].url}/v1/inbox`;

    it.each([
      ['another scheme', (token: string) => `Basic ${token}`],
      ['no scheme', (token: string) => token],
      ['two blanks', (token: string) => `Bearer  ${token}`],
      ['a tab', (token: string) => `Bearer\t${token}`],
      ['two tokens', (token: string) => `Bearer ${token}, Bearer ${token}`],
      ['a parameter', (token: string) => `Bearer token=${token}`],
      ['quotes', (token: string) => `Bearer "${token}"`],
      ['padding', (token: string) => `Bearer ${token}==`],
    ])('with %s is refused', async (_what, spoilt) => {
      const answer = await scene().send('agency-views', '/v1/inbox', {
        headers: { authorization: spoilt(forge.signed()) },
      });
      expect(codeOf(answer)).toBe('TOKEN_INVALID');
    });

    it('that comes twice is refused, whichever of the two is sound', async () => {
      const [sound, forged] = [`Bearer ${forge.signed()}`, `Bearer ${forge.signed({}, {}, forge.ownKey)}`];
      for (const both of [
        [sound, forged],
        [forged, sound],
        [sound, sound],
      ])
        expect(codeOf(await scene().send('agency-views', '/v1/inbox', { headers: { authorization: both } }))).toBe(
          'TOKEN_INVALID',
        );
    });

    it('is the only place of a token', async () => {
      const token = forge.signed();
      const elsewhere = [
        [`/v1/inbox?access_token=${token}`, {}],
        ['/v1/inbox', { cookie: `access_token=${token}` }],
        ['/v1/inbox', { 'x-authorization': `Bearer ${token}`, 'proxy-authorization': `Bearer ${token}` }],
      ] as const;
      for (const [path, headers] of elsewhere)
        expect(codeOf(await scene().send('agency-views', path, { headers }))).toBe('TOKEN_MISSING');
    });

    it('of a mebibyte ends the request', async () => {
      const answer = await rawExchange(
        inbox(),
        `GET /v1/inbox HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${'a'.repeat(1024 * 1024)}\r\n\r\n`,
      );
      expect(answer).toContain('"code":"HEADERS_TOO_LARGE"');
    });
  });

  it('no log line and no metric holds any part of a token', async () => {
    const said = scene().logs() + (await scene().metrics());
    for (const { token } of corpusOf()) {
      const signature = token.split('.')[2] ?? '';
      if (signature.length > 40) expect(said).not.toContain(signature);
    }
    expect(said).toContain('bus_http_turned_away_total{code="TOKEN_INVALID"}');
  });
}
