import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Directory } from '#libs/domain';
import { accepted, LaneScript, received, recipient, referralId, sender, submitted } from '../agency-views.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { named, readOn } from './feed-reader.fixtures.js';

const jurisdictions = {
  PH: { routine: [1], urgent: [36], access: [48] },
  US: { routine: [9], urgent: [37], access: [49] },
};
const agencies = [sender, recipient].map(({ agency, role, country }) => ({
  ...{ code: agency, name: agency, country, roles: [role] },
}));
const directory = new Directory({ jurisdictions, agencies });

const delivery: SpecCaller = { agency: 'BUS', role: 'BUS_DELIVERY' };
const ofRecipient = { 'bus-on-behalf-of': recipient.agency };

describe('a feed that the bus reads for the webhooks of an agency', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start(directory);
    const script = new LaneScript(1).append(referralId(1, 1), [...submitted(), received, accepted]);
    await bus.publish(script.rows);
    await readOn(bus, recipient, { after: script });
  }, 60_000);
  afterAll(() => bus.stop());
  beforeEach(() => delegate(recipient, 'PUT'));

  const delegate = async ({ agency, role }: SpecCaller, method: 'PUT' | 'DELETE' | 'GET'): Promise<Response> =>
    fetch(`${bus.url}/v1/feed/delegate`, {
      method,
      headers: { authorization: `Bearer ${await bus.issuer.token(agency, role)}` },
    });
  const read = (caller: SpecCaller, headers: Record<string, string>, query = ''): Promise<Response> =>
    bus.get(`/v1/feed?wait=5${query}`, caller, headers);
  const refused = async (response: Response): Promise<[number, unknown]> => [
    response.status,
    ((await response.json()) as { code: unknown }).code,
  ];

  it('is the feed of that agency, in the role in which it allowed it', async () => {
    const response = await read(delivery, ofRecipient);
    const page = (await response.json()) as { items: { type: string }[]; next: string };
    expect(page).toHaveProperty('items');
    const own = (await (await read(recipient, {})).json()) as typeof page;
    expect(named(page as never)).toContain('ReferralSubmitted');
    expect(page.items).toEqual(own.items);
    // a cursor of the one is a cursor of the other: the agency goes on where it was
    expect((await read(recipient, {}, `&cursor=${page.next}`)).status).toBe(200);
  });

  it('is no agency’s own that did not allow it, or took it back', async () => {
    const ofSender = { 'bus-on-behalf-of': sender.agency };
    expect(await refused(await read(delivery, ofSender))).toEqual([403, 'FEED_NOT_DELEGATED']);
    expect((await delegate(recipient, 'DELETE')).status).toBe(204);
    expect(await refused(await read(delivery, ofRecipient))).toEqual([403, 'FEED_NOT_DELEGATED']);
    expect(await (await delegate(recipient, 'GET')).json()).toEqual({
      agency: recipient.agency,
      role: null,
      since: null,
    });
  });

  it('is said to be readable to the bus that asks, for as long as it is', async () => {
    const asked = (headers: Record<string, string>, caller = delivery): Promise<Response> =>
      bus.get('/v1/feed/delegate', caller, headers);
    const { agency, role } = recipient;
    expect(await (await asked(ofRecipient)).json()).toMatchObject({ agency, role });
    expect(await refused(await asked(ofRecipient, sender))).toEqual([403, 'ON_BEHALF_REFUSED']);
    expect(await refused(await asked({}))).toEqual([403, 'ROLE_HAS_NO_CASE_ACCESS']);
    await delegate(recipient, 'DELETE');
    expect(await refused(await asked(ofRecipient))).toEqual([403, 'FEED_NOT_DELEGATED']);
  });

  it('is not answered any more when it is taken back while the answer is waited for', async () => {
    const page = (await (await read(delivery, ofRecipient, '&limit=500')).json()) as { next: string };
    const waiting = read(delivery, ofRecipient, `&cursor=${page.next}`);
    await delegate(recipient, 'DELETE');
    expect((await waiting).status).toBe(403);
  });

  it.each([
    ['another agency', sender],
    ['the agency itself', recipient],
    ['the operator', { agency: 'BUS-OPS', role: 'SCHEME_ADMIN' }],
    ['an agency in the role of delivery', { agency: sender.agency, role: 'BUS_DELIVERY' }],
    ['the bus in another role', { agency: 'BUS', role: 'BUS_POLICY' }],
    ['the bus in a role of cases', { agency: 'BUS', role: 'LE_UNIT' }],
    ['who is named nearly so', { agency: 'BUS-DELIVERY', role: 'BUS_DELIVERY' }],
  ])('is read by nobody else: not by %s', async (_name, caller) =>
    expect(await refused(await read(caller, ofRecipient))).toEqual([403, 'ON_BEHALF_REFUSED']),
  );

  it.each([
    ['of an agency that there is not', 'XX-NOBODY'],
    ['of the bus', 'BUS'],
    ['of an agency in other letters', recipient.agency.toLowerCase()],
    ['of two', `${recipient.agency}, ${sender.agency}`],
    ['of nobody', ''],
  ])('is none %s', async (_name, agency) =>
    expect((await read(delivery, { 'bus-on-behalf-of': agency })).status).toBe(403),
  );

  it('is all that delivery may read', async () => {
    expect((await bus.get('/v1/feed', delivery)).status).toBe(403);
    for (const path of ['/v1/inbox', '/v1/sent', '/v1/caseload', `/v1/referrals/${referralId(1, 1)}`])
      expect((await bus.get(path, delivery, ofRecipient)).status).toBeGreaterThanOrEqual(403);
    expect((await delegate(delivery, 'PUT')).status).toBe(403);
  });

  it('is no stream, which nobody would end when it is taken back', async () => {
    const response = await read(delivery, { ...ofRecipient, accept: 'text/event-stream' });
    expect(response.headers.get('content-type')).toContain('application/json');
    await response.body?.cancel();
  });
});
