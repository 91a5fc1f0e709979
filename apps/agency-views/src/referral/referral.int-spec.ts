import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatBusPosition } from '#libs/kernel';
import {
  accepted,
  acknowledged,
  LaneScript,
  prioritySet,
  received,
  recipient,
  referralId,
  rejectedAsDuplicateOf,
  sender,
  submitted,
} from '../agency-views.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum, pageOf, refusalOf, stranger, walk } from '../spec-reads.fixtures.js';

describe('one referral', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start();
  }, 60_000);
  afterAll(() => bus.stop());

  const script = new LaneScript(1);
  const id = referralId(1);
  const exercise = referralId(2);
  const duplicate = referralId(3);
  const path = `/v1/referrals/${id}`;

  beforeAll(async () => {
    script
      .append(id, [...submitted(), received, acknowledged, prioritySet('P1', 'RECEIVER'), accepted])
      .append(exercise, submitted(), { synthetic: true })
      .append(duplicate, [...submitted(), received, rejectedAsDuplicateOf(referralId(99))]);
    await bus.publish(script.rows);
  });

  it('is shown to both parties, as new as they have seen the bus', async () => {
    for (const caller of [sender, recipient]) {
      const response = await bus.get(path, caller, minimum(script));
      expect(response.status).toBe(200);
      expect(response.headers.get('bus-position')).toBe(formatBusPosition(script.position));
      expect(await response.json()).toMatchObject({
        id,
        status: 'ACCEPTED',
        from: sender,
        to: recipient,
        priority: { driving: 'P1', sender: { level: 'P3' }, receiver: { level: 'P1' } },
        acceptance: { scope: 'FULL', reason: null },
        synthetic: false,
        parked: false,
      });
    }
  });

  it('has one timeline over both topics, in the order of the lane, page by page', async () => {
    await pageOf(bus, `${path}/timeline`, sender, minimum(script));
    const entries = await walk(bus, `${path}/timeline?limit=2`, sender);
    const types = entries.map(({ type }) => type);
    expect(types).toEqual([
      'ReferralSubmitted',
      'PrioritySet',
      'ReferralReceived',
      'ReferralAcknowledged',
      'PrioritySet',
      'ReferralAccepted',
    ]);
  });

  it('names people to their own agency alone', async () => {
    const persons = async (caller: SpecCaller): Promise<unknown> => {
      const { items } = (await (await bus.get(`${path}/timeline`, caller, minimum(script))).json()) as {
        items: { actor: { agency: string; person: string | null } }[];
      };
      return [...new Set(items.map(({ actor }) => `${actor.agency}: ${actor.person ?? 'nobody'}`))].sort();
    };
    expect(await persons(sender)).toEqual(['PH-WCPC: nobody', 'US-CLEAR: officer-7']);
    expect(await persons(recipient)).toEqual(['PH-WCPC: officer-7', 'US-CLEAR: nobody']);
  });

  it('does not tell a sender which foreign referral it was said to repeat', async () => {
    const told = async (caller: SpecCaller): Promise<unknown[]> => {
      const body = await (await bus.get(`/v1/referrals/${duplicate}`, caller, minimum(script))).json();
      const { items } = (await (await bus.get(`/v1/referrals/${duplicate}/timeline`, caller)).json()) as {
        items: { data: { duplicateOf?: unknown } }[];
      };
      return [(body as { rejection: { duplicateOf: unknown } }).rejection.duplicateOf, items.at(-1)?.data.duplicateOf];
    };
    expect(await told(recipient)).toEqual([referralId(99), referralId(99)]);
    expect(await told(sender)).toEqual([null, null]);
  });

  it('is answered to others exactly as one that does not exist', async () => {
    const answers = [id, referralId(77), 'PH.01.nothing', `${id}x`, '%00', 'NaN'].flatMap((each) => [
      [`/v1/referrals/${each}`, {}] as const,
      [`/v1/referrals/${each}/timeline`, minimum(script)] as const,
    ]);
    const seen = await Promise.all(
      answers.map(async ([at, headers]) => refusalOf(await bus.get(at, stranger, headers))),
    );
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(seen[0]).toMatchObject({ status: 404, body: { code: 'REFERRAL_NOT_FOUND' } });
  });

  it('is never shown to roles that hold no cases, nor is whether it exists', async () => {
    for (const role of ['SCHEME_ADMIN', 'OVERSIGHT', 'RESEARCH', 'DPA_COMPLIANCE']) {
      const operator = { agency: recipient.agency, role };
      const paths = [path, `${path}/timeline`, `/v1/referrals/${referralId(77)}`, '/v1/inbox', '/v1/sent'];
      const seen = await Promise.all(paths.map(async (each) => refusalOf(await bus.get(each, operator))));
      expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
      expect(seen[0]).toMatchObject({ status: 403, body: { code: 'ROLE_HAS_NO_CASE_ACCESS' } });
    }
  });

  it('is not sent again to who holds it already', async () => {
    const first = await bus.get(path, sender, minimum(script));
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    const again = await bus.get(path, sender, { 'if-none-match': `"other", ${tag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    const other = await bus.get(`/v1/referrals/${exercise}`, sender, { 'if-none-match': tag });
    expect(other.status).toBe(200);
  });

  it('is listed apart from exercises', async () => {
    const ids = async (query: string): Promise<string[]> =>
      (await pageOf(bus, `/v1/sent${query}`, sender)).items.map(({ id: each }) => each);
    expect(await ids('?synthetic=true')).toEqual([exercise]);
    expect(await ids('')).toEqual([duplicate, id]);
  });

  it('is waited for until the view is there', async () => {
    const later = new LaneScript(6).append(referralId(1, 6), submitted());
    const waiting = bus.get(`/v1/referrals/${referralId(1, 6)}`, sender, minimum(later));
    await bus.publish(later.rows);
    expect((await waiting).status).toBe(200);
  });

  it('is refused as not there yet where the bus is behind for long', async () => {
    const ahead = new LaneScript(1).append(id, script.events).append(referralId(5), submitted());
    const asked = Date.now();
    const response = await bus.get(path, sender, minimum(ahead));
    expect(await refusalOf(response)).toMatchObject({ status: 425, body: { code: 'VIEW_BEHIND' } });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Date.now() - asked).toBeGreaterThan(1_000);
  }, 20_000);

  it.each(['', 'x', 'bm90LWEtcG9zaXRpb24'])('refuses a position that the bus never gave: %p', async (position) => {
    const answer = await refusalOf(await bus.get(path, sender, { 'bus-min-position': position }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'BUS_POSITION_INVALID' } });
  });
});
