import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accepted,
  LaneScript,
  prioritySet,
  received,
  recipient,
  referralId,
  sender,
  submission,
  submitted,
} from '../agency-views.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum, pageOf, refusalOf, stranger } from '../spec-reads.fixtures.js';

describe('a referral with a parked event', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start();
  }, 60_000);
  afterAll(() => bus.stop());

  const script = new LaneScript(2);
  const id = referralId(1, 2);
  const unseen = referralId(2, 2);

  beforeAll(async () => {
    script
      .append(id, [...submitted(), received])
      .append(id, [prioritySet('UNKNOWN', 'RECEIVER'), accepted])
      .append(unseen, [prioritySet('UNKNOWN'), submission()]);
    await bus.publish(script.rows);
  });

  it('is not shown as current', async () => {
    const response = await bus.get(`/v1/referrals/${id}`, sender, minimum(script));
    expect(await refusalOf(response)).toMatchObject({ status: 503, body: { code: 'VIEW_PARKED' } });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('says so when no position is asked for', async () => {
    const response = await bus.get(`/v1/referrals/${id}`, sender);
    expect(await response.json()).toMatchObject({ status: 'RECEIVED', parked: true });
  });

  it('is shown at a position before the parked event', async () => {
    const before = new LaneScript(2).append(id, [...submitted(), received]);
    const response = await bus.get(`/v1/referrals/${id}`, sender, minimum(before));
    expect(await response.json()).toMatchObject({ status: 'RECEIVED', parked: true });
  });

  it.each(['', '/timeline'])(
    'that has no row yet is not unknown to its parties, and is to others: %p',
    async (path) => {
      const asked = (each: string, caller: SpecCaller): Promise<unknown> =>
        bus.get(`/v1/referrals/${each}${path}`, caller).then(refusalOf);
      for (const party of [sender, recipient])
        expect(await asked(unseen, party)).toMatchObject({ status: 503, body: { code: 'VIEW_PARKED' } });
      const known = await asked(unseen, stranger);
      expect(known).toMatchObject({ status: 404, body: { code: 'REFERRAL_NOT_FOUND' } });
      expect(await asked(referralId(78, 2), stranger)).toEqual(known);
      expect(await asked(referralId(78, 2), sender)).toEqual(known);
    },
  );

  it('that has no row yet is missing in the lists of its parties, which say so, and in no list of others', async () => {
    const incompleteIn = async (path: string, caller: SpecCaller): Promise<boolean> =>
      ((await pageOf(bus, path, caller)) as unknown as { readonly incomplete: boolean }).incomplete;
    const both = [
      '/v1/escalations',
      '/v1/caseload',
      '/v1/worklists',
      '/v1/worklists/awaiting-my-decision',
      '/v1/worklists/overdue',
    ];
    for (const path of ['/v1/inbox', ...both])
      expect([path, await incompleteIn(path, recipient)]).toEqual([path, true]);
    for (const path of ['/v1/sent', ...both]) expect([path, await incompleteIn(path, sender)]).toEqual([path, true]);
    expect((await pageOf(bus, '/v1/inbox', recipient)).items.map((each) => each.id)).toEqual([id]);
    expect(await incompleteIn('/v1/inbox', sender)).toBe(false);
    expect(await incompleteIn('/v1/worklists/awaiting-release', sender)).toBe(false);
    for (const path of ['/v1/inbox', '/v1/sent', ...both]) {
      expect([path, await incompleteIn(path, stranger)]).toEqual([path, false]);
      expect([path, await incompleteIn(`${path}?synthetic=true`, recipient)]).toEqual([path, false]);
    }
  });

  it('that has no row yet tells nobody whether it exists', async () => {
    const asked = [unseen, referralId(78, 2)].flatMap((each) =>
      [sender, stranger].map((caller) => [each, caller] as const),
    );
    const seen = await Promise.all(
      asked.map(async ([each, caller]) => refusalOf(await bus.get(`/v1/referrals/${each}`, caller, minimum(script)))),
    );
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(seen[0]).toMatchObject({ status: 503, body: { code: 'VIEW_PARKED' } });
  });
});
