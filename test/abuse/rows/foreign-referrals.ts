import { beforeAll, describe, expect, it } from '@jest/globals';
import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import { directory } from '../../deployment/index.js';
import { type Exchange, told } from '../client/exchange.js';
import { command, type Known, seen, STRANGERS, submissionTo, unknownBeside } from '../client/population.js';
import { namesReferral, type Route } from '../client/routes.js';
import { timeForeign } from '../timing/foreign-timing.js';
import type { Scene } from '../scene.js';

const seed = Date.now() % 1_000_000;
/** Referrals and strangers tried at each route in each way; the long lane tries the clock with more. */
const SAMPLES = 6;
const PAIRS = 60;
/** Routes that are timed, other ones each time: each takes seconds, and the long lane times them all. */
const TIMED = 14;
/** How long so many pairs take is the machine's, and nobody's promise. */
const TIMING_BOUND_MS = 400_000;

/** Case routes only: what staff may read is theirs by role, and every read of it is recorded. */
const casesOnly = ({ app }: Route): boolean => app === 'referrals' || app === 'agency-views';

/** Z1: a referral of others is answered for as one that does not exist, on every route that any app describes. */
export function foreignReferrals(scene: () => Scene): void {
  const random = new Prng(seed);
  let routes: readonly Route[];
  let known: readonly Known[];

  beforeAll(() => {
    routes = scene().routes.filter(namesReferral);
    known = scene().known;
    process.stdout.write(`foreign referrals: seed ${seed}\n`);
  });

  const ask = (
    route: Route,
    agency: string,
    id: string,
    headers: Record<string, string> = {},
    query = '',
  ): Promise<Exchange> =>
    scene().ask(agency, route, { id, query, headers: { 'bus-purpose': 'AUDIT', 'bus-person': 'p-1', ...headers } });

  /** What an owner of the referral has in hand and a stranger might have found. */
  const found = async ({ id, from, position }: Known): Promise<Record<string, Record<string, string>>> => {
    const own = await scene().get(from, 'agency-views', `/v1/referrals/${id}`);
    return {
      nothing: {},
      'any tag': { 'if-none-match': '*' },
      "the owner's tag": { 'if-none-match': own.headers['etag'] ?? '' },
      "the owner's position": { 'bus-min-position': position },
      'a role of its own that it has not': { 'bus-role': 'SCHEME_ADMIN' },
    };
  };

  const any = <T>(count: number, of: readonly T[]): T[] =>
    of
      .map((each) => [random.fraction(), each] as const)
      .sort(([one], [other]) => one - other)
      .slice(0, count)
      .map(([, each]) => each);

  /** Access and transfer are asked for by who cannot know whether there is anything: every answer is the same. */
  const askedInAdvance = ({ path }: Route): boolean => /\/request-(access|transfer)$/.test(path);

  it('every route is asked for every stranger in every way, and tells nothing', async () => {
    expect(routes.length).toBeGreaterThanOrEqual(9);
    for (const route of routes) {
      for (let sample = 0; sample < SAMPLES; sample++) {
        const referral = random.pick(known);
        const stranger = random.pick([...STRANGERS, ...(casesOnly(route) ? ['BUS-OPS', 'BUS-DPO'] : [])]);
        for (const [way, headers] of Object.entries(await found(referral))) {
          const foreign = await ask(route, stranger, referral.id, headers);
          const none = await ask(route, stranger, unknownBeside(referral.id), headers);
          expect({ route: route.path, stranger, way, ...told(foreign) }).toEqual({
            route: route.path,
            stranger,
            way,
            ...told(none),
          });
          if (!(askedInAdvance(route) && foreign.status === 202)) expect(foreign.status).toBeGreaterThanOrEqual(400);
          for (const secret of [referral.id, referral.from, referral.to]) expect(foreign.body).not.toContain(secret);
        }
      }
    }
  }, 180_000);

  it('an id that cannot be is answered for in the same way', async () => {
    for (const route of routes.filter(casesOnly)) {
      const none = await ask(route, 'FR-NCP', unknownBeside(known[0]?.id ?? ''));
      for (const id of [
        'nonsense',
        'PH.9999.0198c1f0-0000-7000-8000-000000000000',
        'ZZ.1.0198c1f0-0000-7000-8000-000000000000',
      ])
        expect(told(await ask(route, 'FR-NCP', id))).toEqual(told(none));
    }
  });

  it('other methods than the described ones tell nothing either', async () => {
    const { id } = random.pick(known);
    for (const route of routes) {
      for (const method of ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
        const [foreign, none] = [
          await ask({ ...route, method }, 'FR-NCP', id),
          await ask({ ...route, method }, 'FR-NCP', unknownBeside(id)),
        ];
        expect({ method, ...told(foreign) }).toEqual({ method, ...told(none) });
        expect(foreign.status).toBeGreaterThanOrEqual(400);
      }
    }
  });

  it('a read that waits for a position waits for both, as long', async () => {
    const route = routes.find(({ path }) => path === '/v1/referrals/{id}');
    if (!route) throw new RangeError('no route reads a referral');
    const { id } = random.pick(known);
    const far = Buffer.from('1~999999999~999999999.999999999').toString('base64url');
    const both = [id, unknownBeside(id)].map((each) => ask(route, 'FR-NCP', each, { 'bus-min-position': far }));
    const [foreign, none] = await Promise.all(both);
    expect(foreign && told(foreign)).toEqual(none && told(none));
    expect(foreign?.status).toBe(425);
  }, 20_000);

  describe('lists', () => {
    const all = async (agency: string, path: string): Promise<string[]> => {
      const ids: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page: Exchange = await scene().get(
          agency,
          'agency-views',
          `${path}${next === '' ? '' : `&cursor=${next}`}`,
        );
        const body = JSON.parse(page.body) as { items: { id: string }[]; next: string | null };
        ids.push(...body.items.map(({ id }) => id));
        ({ next } = body);
      }
      return ids;
    };

    it('hold what an agency sent or received, all of it and nothing else', async () => {
      for (const { code } of directory.all().filter(({ country }) => country !== 'XX')) {
        const inbox = known.filter(({ to }) => to === code).map(({ id }) => id);
        const sent = known.filter(({ from }) => from === code).map(({ id }) => id);
        expect([code, (await all(code, '/v1/inbox?limit=2')).sort()]).toEqual([code, inbox.sort()]);
        expect([code, (await all(code, '/v1/sent?limit=2')).sort()]).toEqual([code, sent.sort()]);
        for (const list of ['inbox', 'sent']) expect(await all(code, `/v1/${list}?synthetic=true`)).toEqual([]);
      }
    }, 180_000);

    it('show a stranger nothing, however they are filtered', async () => {
      const filters = [
        'from=US-CLEAR',
        'to=PH-WCPC',
        'status=ACCEPTED',
        'priority=P1',
        'since=2020-01-01T00:00:00Z',
        'limit=200',
      ];
      for (const list of ['inbox', 'sent']) {
        for (const filter of filters) {
          const { status, body } = await scene().get('FR-NCP', 'agency-views', `/v1/${list}?${filter}`);
          // each list refuses the other one's filter by agency
          if (status !== 400) expect([status, body]).toEqual([200, '{"items":[],"next":null,"incomplete":false}']);
        }
      }
    });

    it('take no cursor of another agency, another list or another filter', async () => {
      const first = await scene().get('PH-WCPC', 'agency-views', '/v1/inbox?limit=1');
      const { next } = JSON.parse(first.body) as { next: string };
      const garbage = told(await scene().get('GB-NCP', 'agency-views', '/v1/inbox?limit=1&cursor=AAAAAAAAAAAAAAAA'));
      for (const [agency, path] of [
        ['GB-NCP', '/v1/inbox?limit=1'],
        ['PH-WCPC', '/v1/sent?limit=1'],
        ['PH-WCPC', '/v1/inbox?limit=1&status=ACCEPTED'],
        ['PH-WCPC', `/v1/referrals/${known.find(({ to }) => to === 'PH-WCPC')?.id}/timeline?limit=1`],
      ] as const)
        expect(told(await scene().get(agency, 'agency-views', `${path}&cursor=${next}`))).toEqual(garbage);
    });

    it('do not move when others act', async () => {
      const lists = (): Promise<Exchange[]> =>
        Promise.all(['inbox', 'sent'].map((list) => scene().get('GB-HOTLINE', 'agency-views', `/v1/${list}`)));
      const before = (await lists()).map(told);
      const { json, position } = await command(scene().bus, 'US-CLEAR', '/v1/referrals', submissionTo('PH-CHILD'));
      await seen(scene().bus, 'US-CLEAR', json.id ?? '', position);
      known = [...known, { id: json.id ?? '', from: 'US-CLEAR', to: 'PH-CHILD', position }];
      expect((await lists()).map(told)).toEqual(before);
    });
  });

  it(
    'the clock tells nothing',
    async () => {
      for (const route of any(TIMED, routes)) {
        const answer = await timeForeign(scene().bus, { route, stranger: 'FR-NCP', known, pairs: PAIRS, seed });
        expect({ route: route.path, ...answer }).toMatchObject({ differs: false });
      }
    },
    TIMING_BOUND_MS,
  );
}
