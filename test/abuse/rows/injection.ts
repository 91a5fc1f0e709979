import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import type { Exchange } from '../client/exchange.js';
import { CANARY, inHeaders, INJECTIONS } from '../client/injections.js';
import { command, seen, submissionTo } from '../client/population.js';
import { rawExchange } from '../client/raw.js';
import { filledWith, type Route } from '../client/routes.js';
import type { AppName } from '../../deployment/index.js';
import type { Scene } from '../scene.js';

/** The texts of a submission, by where they stand. */
const TEXTS: readonly (readonly [place: string, put: (text: string) => object])[] = [
  ['to.agency', (text) => ({ to: { agency: text } })],
  ['to.role', (text) => ({ to: { agency: 'PH-WCPC', role: text } })],
  ['reference', (text) => ({ reference: text })],
  ['reporter.company', (text) => ({ reporter: { company: text, role: 'INDUSTRY_TS' } })],
  ['reporter.role', (text) => ({ reporter: { company: 'Example Ltd', role: text } })],
  ['incident.offenceType', (text) => ({ incident: { offenceType: text } })],
  ['incident.modifiers', (text) => ({ incident: { offenceType: 'SOLICITATION', modifiers: [text] } })],
  ['incident.occurredAt', (text) => ({ incident: { offenceType: 'SOLICITATION', occurredAt: text } })],
  ['incident.zone', (text) => ({ incident: { offenceType: 'SOLICITATION', zone: text } })],
  ['files.kind', (text) => ({ files: [{ kind: text, count: 1 }] })],
  ['nexus.country', (text) => ({ nexus: [{ country: text, basis: 'VICTIM_PRESENT', confidence: 'LOW' }] })],
  ['priority.level', (text) => ({ priority: { level: text, reasons: ['IDENTIFIED_SUSPECT'] } })],
  ['sentAt', (text) => ({ sentAt: text })],
  ['a name of its own', (text) => ({ [text]: 1 })],
];
/** What is taken as it is: it has no meaning anywhere but to its sender. */
const TAKEN: Readonly<Record<string, RegExp>> = {
  reference: /^[A-Za-z0-9][A-Za-z0-9._/:#-]{0,63}$/,
  'reporter.company': /^/,
};
/** Whose routes are tried by whom, and how many texts in each place: others each run. */
const CALLERS: Readonly<Record<string, readonly AppName[]>> = {
  'US-CLEAR': ['referrals', 'agency-views', 'delivery'],
  'KE-NCP': ['membership'],
  'BUS-OPS': ['operations'],
  'BUS-DPO': ['audit-trail'],
};
const SAMPLES = 6;
const seed = Date.now() % 1_000_000;
const HEADERS = [
  'bus-role',
  'bus-person',
  'bus-purpose',
  'bus-correlation-id',
  'bus-min-position',
  'idempotency-key',
  'if-none-match',
  'accept',
  'user-agent',
  'referer',
  'x-forwarded-for',
  'content-encoding',
];

/** Z14: text stays text, whatever it would be elsewhere. */
export function injection(scene: () => Scene): void {
  const random = new Prng(seed);
  let before = 0;

  beforeAll(() => {
    before = scene().logs().split('\n').length;
    process.stdout.write(`injection: seed ${seed}\n`);
  });

  /** Refused or taken, and in either case: of the bus's own form, and free of what was sent. */
  function inert(answer: Exchange, what: string, { mayEcho = false } = {}): void {
    const type = answer.headers['content-type'] ?? '';
    expect({ what, status: answer.status < 500 }).toEqual({ what, status: true });
    // what says nothing has no form
    const isOurs = answer.status === 204 ? type === '' : /^application\/(problem\+)?json/.test(type);
    expect({ what, type: isOurs }).toEqual({ what, type: true });
    expect({ what, nosniff: answer.headers['x-content-type-options'] }).toEqual({ what, nosniff: 'nosniff' });
    expect({ what, injected: answer.rawHeaders.some((text) => /x-injected|cnry/i.test(text)) }).toEqual({
      what,
      injected: false,
    });
    if (answer.body !== '') JSON.parse(answer.body);
    if (!mayEcho) expect({ what, echo: answer.body.includes(CANARY) }).toEqual({ what, echo: false });
  }

  it('in every text of a body', async () => {
    const submit = scene().routes.find(({ path, app }) => path === '/v1/referrals' && app === 'referrals');
    if (!submit) throw new RangeError('no route to submit');
    for (const [place, put] of TEXTS) {
      for (const text of INJECTIONS) {
        const answer = await scene().ask('CA-CLEAR', submit, {
          body: JSON.stringify({ ...submissionTo('PH-WCPC', 1), ...put(text) }),
        });
        inert(answer, `${place}: ${text}`);
        if (!TAKEN[place]?.test(text)) expect([place, text, answer.status >= 400]).toEqual([place, text, true]);
      }
    }
  }, 180_000);

  it('in a text that is kept, which comes back as it was and as nothing else', async () => {
    for (const text of INJECTIONS.filter((each) => /^[ -~]+$/.test(each))) {
      const body = { ...submissionTo('PH-CHILD', 1), reporter: { company: text, role: 'INDUSTRY_TS' } };
      const { json, position } = await command(scene().bus, 'CA-CLEAR', '/v1/referrals', body);
      const id = json.id ?? '';
      await seen(scene().bus, 'CA-CLEAR', id, position);
      const read = await scene().get('PH-CHILD', 'agency-views', `/v1/referrals/${id}`);
      inert(read, text, { mayEcho: true });
      expect((JSON.parse(read.body) as { reporter: { company: string } }).reporter.company).toBe(text);
      for (const path of ['/v1/inbox?limit=1', `/v1/referrals/${id}/timeline`])
        inert(await scene().get('PH-CHILD', 'agency-views', path), path, { mayEcho: path.startsWith('/v1/inbox') });
      inert(await scene().get('BUS-DPO', 'audit-trail', `/v1/audit/trace/${id}`, { 'bus-purpose': 'AUDIT' }), 'trace');
    }
  }, 180_000);

  describe.each(Object.entries(CALLERS))('as %s', (agency, apps) => {
    const every = async (ask: (route: Route, text: string) => Promise<void>, texts = INJECTIONS): Promise<void> => {
      const routes = scene().routes.filter(({ app }) => apps.includes(app));
      for (const route of routes) for (let nth = 0; nth < SAMPLES; nth++) await ask(route, random.pick(texts));
    };

    it(
      'in every part of an address',
      () =>
        every(async (route, text) => {
          if (!route.path.includes('{')) return;
          const path = filledWith(route, text);
          inert(await send(route, agency, path), `${route.path}: ${text}`);
        }),
      60_000,
    );

    it(
      'in every parameter of a query',
      () =>
        every(async (route, text) => {
          if (route.method !== 'GET') return;
          const path = filledWith(route, 'x');
          const names = [
            ...route.parameters.filter((each) => each.in === 'query').map(({ name }) => name),
            'unheard-of',
            text,
          ];
          for (const name of names)
            inert(
              await send(route, agency, `${path}?${encodeURIComponent(name)}=${encodeURIComponent(text)}`),
              `${route.path}?${name}: ${text}`,
            );
        }),
      90_000,
    );

    it(
      'in every header',
      () =>
        every(async (route, text) => {
          const path = filledWith(route, 'x');
          const headers = Object.fromEntries(HEADERS.map((name) => [name, text]));
          for (const name of HEADERS)
            inert(await send(route, agency, path, { [name]: text }), `${route.path} ${name}: ${text}`);
          inert(await send(route, agency, path, headers), `${route.path}: all ${text}`);
        }, inHeaders(INJECTIONS)),
      90_000,
    );
  });

  async function send(
    route: Route,
    agency: string,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Exchange> {
    const carries = !['GET', 'DELETE'].includes(route.method);
    return scene().send(route.app, path, {
      method: route.method,
      headers: {
        authorization: `Bearer ${await scene().tokens.of(agency)}`,
        'idempotency-key': v7(),
        'bus-purpose': 'AUDIT',
        ...(carries && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(carries && { body: '{}' }),
    });
  }

  it('in the bytes of a request that is none', async () => {
    const { url } = scene().bus.apps['agency-views'];
    const bearer = `Authorization: Bearer ${await scene().tokens.of('US-CLEAR')}`;
    const lines = [
      `GET /v1/inbox?a=${CANARY}\r\nX-Injected: 1 HTTP/1.1\r\nHost: a\r\n\r\n`,
      `GET /${CANARY} HTTP/1.1\r\nHost: a\r\nBus-Person: a\rX-Injected: 1\r\n${bearer}\r\n\r\n`,
      `GET /v1/inbox HTTP/1.1\r\nHost: a\r\nBus-Person: a\0${CANARY}\r\n${bearer}\r\n\r\n`,
      `GET /v1/inbox HTTP/1.1\r\nHost: a\r\nBus-Person: a\r\n ${CANARY}: folded\r\n${bearer}\r\nConnection: close\r\n\r\n`,
      `GET /v1/inbox HTTP/1.1\r\nHost: a\r\n${CANARY} : x\r\n\r\n`,
      `GET http://${CANARY}.example/v1/inbox HTTP/1.1\r\nHost: a\r\n${bearer}\r\nConnection: close\r\n\r\n`,
      `GET /v1/inbox HTTP/1.1\r\nHost: ${CANARY}\r\nHost: b\r\n${bearer}\r\nConnection: close\r\n\r\n`,
      `POST /v1/inbox HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n`,
      `POST /v1/inbox HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\nContent-Length: 1\r\n\r\na`,
      `POST /v1/inbox HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\n12345`,
      `POST /v1/inbox HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\nGET /v1/inbox HTTP/1.1\r\nX-Injected: 1\r\n\r\n`,
    ];
    for (const bytes of lines) {
      const answer = await rawExchange(url, bytes);
      expect({ bytes, answered: /^HTTP\/1\.1 [24]\d\d /.test(answer), once: answer.split('HTTP/1.1 ').length }).toEqual(
        {
          bytes,
          answered: true,
          once: 2,
        },
      );
      expect(answer).not.toMatch(/cnry|x-injected/i);
    }
  }, 30_000);

  it('leaves one line of JSON a request in the logs, and the canary nowhere', async () => {
    const lines = scene()
      .logs()
      .split('\n')
      .slice(before - 1)
      .filter(Boolean);
    expect(lines.length).toBeGreaterThan(1_000);
    for (const line of lines)
      expect(Object.keys(JSON.parse(line) as object)).toEqual(expect.arrayContaining(['level', 'time', 'app']));
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
    expect(await scene().metrics()).not.toContain(CANARY);
  });

  it('leaves everything working', async () => {
    const { json, position } = await command(scene().bus, 'US-CLEAR', '/v1/referrals', submissionTo('PH-WCPC', 1));
    await seen(scene().bus, 'PH-WCPC', json.id ?? '', position);
  });
}
