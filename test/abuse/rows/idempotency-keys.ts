import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { v4, v7 } from 'uuid';
import { type Exchange, told } from '../client/exchange.js';
import { unknownBeside } from '../client/population.js';
import type { Route } from '../client/routes.js';
import { compareTiming } from '../timing/compare-timing.js';
import type { Scene } from '../scene.js';

const KEYS: Readonly<Record<string, () => string>> = {
  'a UUID of version 7': v7,
  'a UUID of version 4': v4,
  'a key of another kind': () => `order-${randomBytes(8).toString('hex')}`,
};

const submission = (reference: string, agency = 'DE-NCP'): string =>
  JSON.stringify({
    to: { agency },
    reference,
    incident: { offenceType: 'SOLICITATION' },
    priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
  });

/** Z13: a key is an agency's own; nobody else can use it, spend it, or learn from it. */
export function idempotencyKeys(scene: () => Scene): void {
  let submit: Route;
  let batch: Route;
  let receive: Route;
  let accept: Route;

  beforeAll(() => {
    const route = (path: string): Route => {
      const found = scene().routes.find((each) => each.app === 'referrals' && each.path === path);
      if (!found) throw new RangeError(`no route ${path}`);
      return found;
    };
    [submit, batch] = [route('/v1/referrals'), route('/v1/referrals:batch')];
    [receive, accept] = [route('/v1/referrals/{id}/receive'), route('/v1/referrals/{id}/accept')];
  });

  const say = (agency: string, key: string, body: string, route: Route = submit, id = ''): Promise<Exchange> =>
    scene().ask(agency, route, { id, body, headers: { 'idempotency-key': key, 'bus-person': 'p-1' } });
  const idOf = ({ status, body }: Exchange): string => {
    expect(status).toBe(201);
    return (JSON.parse(body) as { id: string }).id;
  };
  const codeOf = ({ status, body }: Exchange): [number, string | undefined] => [
    status,
    (JSON.parse(body) as { code?: string }).code,
  ];
  const items = async (agency: string, entries: object[]): Promise<Record<string, unknown>[]> => {
    const answer = await scene().ask(agency, batch, { body: JSON.stringify({ items: entries }) });
    return (JSON.parse(answer.body) as { results: Record<string, unknown>[] }).results;
  };
  const newReferral = async (): Promise<string> => idOf(await say('US-CLEAR', v7(), submission('R-1', 'PH-WCPC')));

  describe.each(Object.entries(KEYS))('%s', (_kind, newKey) => {
    it('of another agency makes a command of one’s own, answered as with a key that nobody has', async () => {
      const key = newKey();
      const first = await say('US-CLEAR', key, submission('R-1'));
      const foreign = await say('GB-NCP', key, submission('R-1'));
      const fresh = await say('GB-NCP', newKey(), submission('R-1'));
      expect(new Set([idOf(first), idOf(foreign), idOf(fresh)]).size).toBe(3);
      expect(shapeOf(foreign)).toEqual(shapeOf(fresh));
      expect((await say('US-CLEAR', key, submission('R-1'))).body).toBe(first.body);
      expect((await say('GB-NCP', key, submission('R-1'))).body).toBe(foreign.body);
    });

    it('with another body is refused, and the refusal tells nothing of the first one', async () => {
      const refusals = [];
      for (const secret of ['CANARY-1', `CANARY-2-${'x'.repeat(40)}`]) {
        const key = newKey();
        idOf(await say('US-CLEAR', key, submission(secret)));
        const refusal = await say('US-CLEAR', key, submission('R-2'));
        expect(codeOf(refusal)).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
        expect(refusal.body).not.toContain('CANARY');
        refusals.push(told(refusal));
      }
      expect(refusals[0]).toEqual(refusals[1]);
    });

    it('in a batch is the same key as outside, and another agency’s is not', async () => {
      const [used, free] = [newKey(), newKey()];
      const first = await say('US-CLEAR', used, submission('R-1'));
      const own = await items('US-CLEAR', [
        { idempotencyKey: used, referral: JSON.parse(submission('R-1')) as object },
        { idempotencyKey: used, referral: JSON.parse(submission('R-2')) as object },
        { idempotencyKey: free, referral: JSON.parse(submission('R-1')) as object },
      ]);
      expect(own).toMatchObject([
        { status: 201, id: idOf(first) },
        { status: 422, problem: { code: 'IDEMPOTENCY_KEY_REUSED' } },
        { status: 201 },
      ]);
      const others = await items(
        'GB-NCP',
        [used, free].map((idempotencyKey) => ({ idempotencyKey, referral: JSON.parse(submission('R-3')) as object })),
      );
      expect(others).toMatchObject([{ status: 201 }, { status: 201 }]);
      expect(others.map(({ id }) => id)).not.toContain(idOf(first));
    });

    it('that two agencies use at once is two keys', async () => {
      const key = newKey();
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, n) => ['US-CLEAR', 'GB-NCP', 'DE-HOTLINE', 'FR-NCP'][n % 4] ?? '').map(
          async (agency) => ({
            agency,
            id: idOf(await say(agency, key, submission('R-1', 'PH-CHILD'))),
          }),
        ),
      );
      expect(new Set(all.map(({ agency, id }) => `${agency} ${id}`)).size).toBe(4);
      expect(new Set(all.map(({ id }) => id)).size).toBe(4);
    });
  });

  it('stands for one command on one referral', async () => {
    const [one, other, key] = [await newReferral(), await newReferral(), v7()];
    expect((await say('PH-WCPC', key, '{}', receive, one)).status).toBe(200);
    expect(codeOf(await say('PH-WCPC', key, '{}', receive, other))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(codeOf(await say('PH-WCPC', key, '{"scope":"FULL"}', accept, one))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(codeOf(await say('PH-WCPC', key, submission('R-1')))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  describe('a key of a refused command', () => {
    it('repeats the refusal to its agency, byte for byte, and is free for every other one', async () => {
      const [id, key] = [await newReferral(), v7()];
      const refused = await say('PH-WCPC', key, '{"scope":"FULL"}', accept, id);
      expect(codeOf(refused)).toEqual([409, 'REFERRAL_TRANSITION_ILLEGAL']);
      // by now it would be accepted
      for (const step of ['receive', 'acknowledge']) {
        const route = scene().routes.find(({ path }) => path === `/v1/referrals/{id}/${step}`);
        if (route) expect((await say('PH-WCPC', v7(), '{}', route, id)).status).toBe(200);
      }
      expect((await say('PH-WCPC', key, '{"scope":"FULL"}', accept, id)).body).toBe(refused.body);
      expect(codeOf(await say('PH-WCPC', key, '{"scope":"PARTIAL","reason":"CAPACITY"}', accept, id))).toEqual([
        422,
        'IDEMPOTENCY_KEY_REUSED',
      ]);
      idOf(await say('GB-NCP', key, submission('R-1')));
    });

    it('is not spent where the command was for a referral of others, or of nobody, or made no sense', async () => {
      const [id, key] = [await newReferral(), v7()];
      const [foreign, none] = [
        await say('GB-NCP', key, '{}', receive, id),
        await say('GB-NCP', key, '{}', receive, unknownBeside(id)),
      ];
      expect(told(foreign)).toEqual(told(none));
      expect(codeOf(await say('GB-NCP', key, '{"to":7}'))).toEqual([422, 'CONTENT_INVALID']);
      idOf(await say('GB-NCP', key, submission('R-1')));
    });
  });

  it('the clock does not tell whether another agency has used it', async () => {
    const used: string[] = [];
    for (let n = 0; n < 10; n++) {
      const keys = Array.from({ length: 50 }, () => v7());
      await items(
        'US-CLEAR',
        keys.map((idempotencyKey) => ({ idempotencyKey, referral: JSON.parse(submission('R-1')) as object })),
      );
      used.push(...keys);
    }
    const timed = async (key: string): Promise<number> => (await say('GB-NCP', key, submission('R-1'))).ms;
    const answer = await compareTiming({
      first: () => timed(used.pop() ?? ''),
      second: () => timed(v7()),
      pairs: 100,
      seed: 1,
    });
    expect(answer).toMatchObject({ differs: false });
  }, 180_000);
}

/** Status, headers and sizes of an answer, without ids, times and positions. */
const shapeOf = ({ status, rawHeaders, body }: Exchange): object => ({
  status,
  headers: rawHeaders.filter((_text, index) => index % 2 === 0),
  body: Object.keys(JSON.parse(body) as object),
});
