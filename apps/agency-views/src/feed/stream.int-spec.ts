import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, LaneScript, received, recipient, referralId, submitted } from '../agency-views.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { type StreamEvent, streamOf } from './event-stream.fixtures.js';
import type { FeedItem } from './feed-item.js';
import { readOn } from './feed-reader.fixtures.js';

const itemOf = ({ data }: StreamEvent): string => (data as FeedItem).id;

describe('a feed as a stream', () => {
  let bus: SpecBus;
  const scripts = [1, 2].map((lane) => new LaneScript(lane));
  beforeAll(async () => {
    bus = await SpecBus.start();
    scripts.forEach((script) =>
      [1, 2].forEach((n) => script.append(referralId(n, script.lane), [...submitted(), received])),
    );
    await bus.publish(scripts.flatMap(({ rows }) => rows));
    for (const script of scripts) await readOn(bus, recipient, { after: script });
  }, 60_000);
  afterAll(() => bus.stop());

  /** The first events of a stream, which is then cut off. */
  async function first(count: number, lastId?: string): Promise<StreamEvent[]> {
    const cut = new AbortController();
    const events: StreamEvent[] = [];
    for await (const event of streamOf(bus, recipient, { lastId, signal: cut.signal })) {
      events.push(event);
      if (events.length === count) break;
    }
    cut.abort();
    return events;
  }

  it('tells the same as the answers do, and goes on after each of its events', async () => {
    const whole = (await readOn(bus, recipient)).items.map(({ id }) => id);
    const events = await first(whole.length);
    expect(events.map(itemOf).sort()).toEqual([...whole].sort());
    for (const [index, { id }] of events.slice(0, -1).entries()) {
      const rest = await first(whole.length - index - 1, id);
      expect([...events.slice(0, index + 1), ...rest].map(itemOf).sort()).toEqual([...whole].sort());
    }
  });

  it('tells what comes while it is open', async () => {
    const [script] = scripts;
    const held = await first((await readOn(bus, recipient)).items.length);
    const coming = first(1, held.at(-1)?.id);
    const told = script?.rows.length ?? 0;
    script?.append(referralId(1, 1), [accepted]);
    await bus.publish(script?.rows.slice(told) ?? []);
    expect((await coming).map(({ data }) => (data as FeedItem).type)).toEqual(['ReferralAccepted']);
  });

  it('ends with the token', async () => {
    const events: StreamEvent[] = [];
    const signal = AbortSignal.timeout(30_000);
    for await (const event of streamOf(bus, { agency: 'DE-NCP', role: 'NCP_LE' }, { lifetime: '2s', signal }))
      events.push(event);
    expect(events).toEqual([{ event: 'end', id: undefined, data: { reason: 'TOKEN_EXPIRED' } }]);
  });

  it('is not opened with the id of another agency’s event', async () => {
    const [event] = await first(1);
    const stranger = { agency: 'GB-NCP', role: 'NCP_LE' };
    const asked = streamOf(bus, stranger, { lastId: event?.id, signal: AbortSignal.timeout(10_000) });
    await expect(asked.next()).rejects.toThrow('answered with 400');
  });

  it('of one agency are bounded, and take nothing from its other requests', async () => {
    const caller = { agency: 'FR-NCP', role: 'NCP_LE' };
    const cut = new AbortController();
    const token = await bus.issuer.token(caller.agency, caller.role);
    const open = (): Promise<Response> =>
      fetch(`${bus.url}/v1/feed`, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
        signal: cut.signal,
      });
    const answers = await Promise.all(Array.from({ length: 40 }, open));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(32);
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    const others = await Promise.all(Array.from({ length: 60 }, () => bus.get('/v1/inbox', caller)));
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    cut.abort();
  });
});
