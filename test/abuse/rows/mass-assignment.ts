import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#libs/testing';
import { v7 } from 'uuid';
import { directory } from '../../deployment/index.js';
import type { Exchange } from '../client/exchange.js';
import { JournalReader } from '../client/journal.js';
import { declares, mutationsOf } from '../client/mutations.js';
import { submissionTo } from '../client/population.js';
import type { Route } from '../client/routes.js';
import type { Scene } from '../scene.js';

interface Problem {
  readonly code?: string;
  readonly results?: readonly { readonly status: number; readonly problem?: { readonly code: string } }[];
}

const BATCH = '/v1/referrals:batch';

/** Z3: what is the bus's to say cannot be said by a sender, in any place of any command. */
export function massAssignment(scene: () => Scene): void {
  let journal: JournalReader;
  let commands: readonly Route[];
  let submit: Route;

  beforeAll(() => {
    journal = new JournalReader(scene().bus);
    commands = scene().routes.filter(({ app, method }) => app === 'referrals' && method === 'POST');
    const found = commands.find(({ path }) => path === '/v1/referrals');
    if (!found) throw new RangeError('no route to submit');
    submit = found;
  });
  afterAll(() => journal.close());

  /** Who may say this command, and of which referral. */
  const saidBy = (route: Route): { agency: string; id: string } => {
    if (!route.path.includes('{id}')) return { agency: 'US-CLEAR', id: '' };
    const referral = scene().known.find(({ to }) => to === 'PH-WCPC');
    return { agency: 'PH-WCPC', id: referral?.id ?? '' };
  };
  const send = (route: Route, body: string, headers: Record<string, string> = {}, query = ''): Promise<Exchange> => {
    const { agency, id } = saidBy(route);
    return scene().ask(agency, route, { id, body, query, headers: { 'bus-person': 'p-1', ...headers } });
  };

  /** Codes of the refusals, of the request or of those of its items. */
  const refusalsIn = ({ status, body }: Exchange): (string | undefined)[] => {
    const { code, results } = JSON.parse(body) as Problem;
    if (status >= 400) return [code];
    return (results ?? []).flatMap((each) => (each.status >= 400 ? [each.problem?.code] : []));
  };

  /** How many answers of class 4xx a command's route has given. */
  const refusedAt = async ({ path }: Route): Promise<number> => {
    const pattern = path.replace('{id}', ':id').replace(/:(batch|request-release)$/, '::$1');
    const text = await (await fetch(`${scene().bus.apps.referrals.url}/metrics`)).text();
    const line = `bus_http_request_seconds_count{method="POST",route="${pattern}",status="4xx"} `;
    return Number(
      text
        .split('\n')
        .find((each) => each.startsWith(line))
        ?.slice(line.length) ?? 0,
    );
  };

  it('is refused in every place of every body, counted, and recorded nowhere', async () => {
    expect(commands.length).toBeGreaterThan(30);
    for (const route of commands) {
      const sound = soundOf(route);
      // the sound items of a batch are accepted with the first one, and repeated with the others
      if (route.path === BATCH) await send(route, JSON.stringify(sound));
      const mutations = mutationsOf(sound, (path) => declares(route.body?.schema, path));
      expect(mutations.length).toBeGreaterThan(30);
      const [events, refused] = [await journal.count(), await refusedAt(route)];
      let whole = 0;
      for (const { what, text } of mutations) {
        const answer = await send(route, text);
        const codes = refusalsIn(answer);
        expect({ route: route.path, what, codes, body: answer.body.length }).toMatchObject({
          codes: [expect.stringMatching(REFUSED)],
        });
        whole += answer.status >= 400 ? 1 : 0;
      }
      expect([route.path, await journal.count()]).toEqual([route.path, events]);
      expect([route.path, await refusedAt(route)]).toEqual([route.path, refused + whole]);
    }
  }, 240_000);

  it('leaves a line in the log for each refusal, with who sent it and nothing of what', async () => {
    const correlation = v7();
    await send(submit, '{"legalBasis":"CANARY-7c1e"}', { 'bus-correlation-id': correlation });
    // written once the answer is out
    const line = await until(async () =>
      scene()
        .logs()
        .split('\n')
        .find((each) => each.includes(correlation)),
    );
    expect(JSON.parse(line)).toMatchObject({
      route: '/v1/referrals',
      status: 422,
      agency: 'US-CLEAR',
      client: 'us-clear',
    });
    expect(scene().logs()).not.toContain('CANARY-7c1e');
  });

  describe('in headers', () => {
    it.each([
      ['a role of nobody', { 'bus-role': 'SCHEME_ADMIN' }, 403, 'ROLE_NOT_HELD'],
      ['a role of another agency', { 'bus-role': 'NCP_LE' }, 403, 'ROLE_NOT_HELD'],
      ['two roles', { 'bus-role': 'CLEARINGHOUSE, NCP_LE' }, 403, 'ROLE_NOT_HELD'],
      ['a person that is a sentence', { 'bus-person': 'a person' }, 400, 'HEADER_INVALID'],
      ['two keys', { 'idempotency-key': `${v7()}, ${v7()}` }, 422, 'IDEMPOTENCY_KEY_MALFORMED'],
      ['no key', { 'idempotency-key': '' }, 400, 'IDEMPOTENCY_KEY_REQUIRED'],
    ])('%s is refused', async (_what, headers, status, code) => {
      const events = await journal.count();
      const answer = await scene().ask('US-CLEAR', submit, { headers });
      expect([answer.status, (JSON.parse(answer.body) as Problem).code]).toEqual([status, code]);
      expect(await journal.count()).toBe(events);
    });

    it('and in the address, what the bus says itself has no effect', async () => {
      const key = v7();
      const answer = await send(
        submit,
        JSON.stringify(submissionTo('GB-NCP', 1)),
        { ...CLAIMS, 'idempotency-key': key },
        '?agency=GB-NCP&lane=9&synthetic=true&__proto__[lane]=9',
      );
      expect(answer.status).toBe(201);
      const { id } = JSON.parse(answer.body) as { id: string };
      const events = await journal.ofReferral(id);
      expect(events.map(({ type }) => type)).toEqual(['ReferralSubmitted', 'PrioritySet']);
      const lane = directory.lanes.pick('GB', 'routine', { agency: 'US-CLEAR', key, sealed: new Set() });
      for (const { meta } of events) {
        expect(meta).toMatchObject({
          lane,
          leg: id,
          synthetic: false,
          claimedAt: null,
          causation: null,
          actor: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US', client: 'us-clear', person: 'p-1' },
          correlation: answer.headers['bus-correlation-id'],
        });
        expect(Math.abs(Date.now() - meta.acceptedAt)).toBeLessThan(60_000);
      }
    });
  });
}

/** The route's own example; of a batch its first item alone. */
function soundOf({ body }: Route): object {
  const { items } = (body?.example ?? {}) as { items?: readonly object[] };
  return items ? { items: items.slice(0, 1) } : (body?.example ?? {});
}

const REFUSED = /^(CONTENT_INVALID|FORBIDDEN_KEY|MALFORMED_TEXT|[A-Z_]+_(REQUIRED|MALFORMED|INVALID))$/;

/** Headers that some gateway or framework believes, or that sound as if this one did. */
const CLAIMS = {
  'bus-agency': 'GB-NCP',
  'bus-country': 'GB',
  'bus-lane': '9',
  'bus-position': 'AAAA',
  'bus-actor': 'GB-NCP',
  'bus-synthetic': 'true',
  'bus-legal-basis': 'CONSENT',
  'bus-accepted-at': '1',
  ce_id: '0198c1f0-0000-7000-8000-000000000000',
  forwarded: 'for=10.0.0.1;host=evil.example',
  'x-forwarded-for': '10.0.0.1',
  'x-forwarded-user': 'GB-NCP',
  'x-forwarded-host': 'evil.example',
  'x-http-method-override': 'DELETE',
  'x-original-url': '/v1/referrals:batch',
  'x-agency': 'GB-NCP',
};
