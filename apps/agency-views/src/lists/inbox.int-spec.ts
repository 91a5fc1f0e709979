import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatBusPosition } from '#libs/kernel';
import {
  LaneScript,
  prioritySet,
  received,
  referralId,
  sender,
  submission,
  submitted,
} from '../agency-views.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { minimum, pageOf, refusalOf, stranger, walk } from '../spec-reads.fixtures.js';

describe('an inbox', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start();
  }, 60_000);
  afterAll(() => bus.stop());

  const to = { agency: 'DE-NCP', role: 'NCP_LE', country: 'DE' };
  const lanes = [3, 4, 5].map((lane) => new LaneScript(lane));
  let sent = 0;

  /** Submissions to the same agency, over several lanes. */
  async function arrive(count: number): Promise<void> {
    const from = lanes.map(({ rows }) => rows.length);
    for (let each = 0; each < count; each += 1) {
      const lane = lanes[sent % lanes.length];
      lane?.append(referralId((sent += 1), lane.lane), submitted({ to }));
    }
    await bus.publish(lanes.flatMap(({ rows }, index) => rows.slice(from[index])));
  }

  beforeAll(async () => {
    await arrive(1_000);
    for (const lane of lanes) await pageOf(bus, '/v1/inbox', to, minimum(lane));
  }, 30_000);

  it('is paged newest first, each referral once, while others arrive', async () => {
    const before = new Set(lanes.flatMap(({ events }) => events.map(({ meta }) => meta.leg)));
    const seen = (await walk(bus, '/v1/inbox?limit=70', to, () => arrive(10))).map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.has(id))).toHaveLength(1_000);
    const times = new Map(
      lanes.flatMap(({ events }) => events.map(({ meta }) => [meta.leg, meta.acceptedAt])).reverse() as [
        string,
        number,
      ][],
    );
    const order = seen.map((id) => times.get(id) ?? 0);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
  }, 60_000);

  it('is the sender’s list of what it sent', async () => {
    const { items } = await pageOf(bus, '/v1/sent?to=DE-NCP&limit=200', sender);
    expect(items).toHaveLength(200);
    expect((await pageOf(bus, '/v1/sent?to=FR-NCP', sender)).items).toEqual([]);
  });

  it('is filtered by state and priority', async () => {
    const [lane] = lanes;
    const id = referralId(1, lane?.lane);
    lane?.append(id, [received, prioritySet('P1', 'RECEIVER')]);
    await bus.publish(lane?.rows.slice(-2) ?? []);
    const listed = async (query: string): Promise<string[]> =>
      (await pageOf(bus, `/v1/inbox?${query}`, to, lane && minimum(lane))).items.map((each) => each.id);
    expect(await listed('status=RECEIVED')).toEqual([id]);
    expect(await listed('priority=P1&from=US-CLEAR')).toEqual([id]);
    expect(await listed('status=RECEIVED&priority=P4')).toEqual([]);
    expect(await listed('until=2000-01-01T00:00:00Z')).toEqual([]);
  });

  it('lists a referral once its priority has come too', async () => {
    const lane = new LaneScript(6);
    const id = referralId(1, lane.lane);
    const to = { agency: 'FR-NCP', role: 'NCP_LE', country: 'FR' };
    lane.append(id, [submission({ to })]);
    await bus.publish(lane.rows);
    const listed = async (): Promise<string[]> =>
      (await pageOf(bus, '/v1/inbox', to, minimum(lane))).items.map((each) => each.id);
    expect(await listed()).toEqual([]);
    lane.append(id, [prioritySet('P1')]);
    await bus.publish(lane.rows.slice(-1));
    expect(await listed()).toEqual([id]);
  });

  it('says at which position it is, in the lane that was asked for', async () => {
    const [lane] = lanes;
    const response = await bus.get('/v1/inbox?limit=1', to, lane && minimum(lane));
    expect(response.headers.get('bus-position')).toBe(lane && formatBusPosition(lane.position));
  });

  it.each([
    ['limit=0', 'QUERY_INVALID'],
    ['limit=201', 'QUERY_INVALID'],
    ['limit=1&limit=2', 'QUERY_INVALID'],
    ['status=ACCEPTED&status=REJECTED', 'QUERY_INVALID'],
    ['status=OPEN', 'QUERY_INVALID'],
    ['since=yesterday', 'QUERY_INVALID'],
    ['since=0000-01-01T00:00:00Z', 'QUERY_INVALID'],
    ['to=PH-WCPC', 'QUERY_INVALID'],
    ['agency=PH-WCPC', 'QUERY_INVALID'],
    ['cursor=AAAA', 'CURSOR_INVALID'],
    ['cursor=', 'CURSOR_INVALID'],
  ])('refuses ?%s', async (query, code) => {
    expect(await refusalOf(await bus.get(`/v1/inbox?${query}`, to))).toMatchObject({ status: 400, body: { code } });
  });

  it('is not sent again to who holds it already', async () => {
    const tag = (await bus.get('/v1/inbox', to)).headers.get('etag') ?? '';
    expect((await bus.get('/v1/inbox', to, { 'if-none-match': tag })).status).toBe(304);
    expect((await bus.get('/v1/inbox?limit=2', to, { 'if-none-match': tag })).status).toBe(200);
  });

  it('takes a cursor from no other list', async () => {
    const { next } = await pageOf(bus, '/v1/inbox?limit=5', to);
    for (const path of [`/v1/inbox?cursor=${next}&synthetic=true`, `/v1/sent?cursor=${next}`]) {
      expect(await refusalOf(await bus.get(path, to))).toMatchObject({ status: 400, body: { code: 'CURSOR_INVALID' } });
    }
    expect((await bus.get(`/v1/inbox?cursor=${next}`, stranger)).status).toBe(400);
  });
});
