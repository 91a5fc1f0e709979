import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#libs/testing';
import { LaneScript, received, recipient, referralId, submitted } from '../agency-views.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { minimum } from '../spec-reads.fixtures.js';

/** An agency may have 64 open, beside what waits. */
const [TOGETHER, WAITING] = [50, 150];

describe('reads that wait for a position', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start();
  }, 60_000);
  afterAll(() => bus.stop());

  it('take nothing from the other requests of their agency, and none of them is refused', async () => {
    const script = new LaneScript().append(referralId(1), [...submitted(), received]);
    const waiting: Promise<Response>[] = [];
    let answered = 0;
    const wait = async (): Promise<Response> => {
      const answer = await bus.get(`/v1/referrals/${referralId(1)}`, recipient, minimum(script));
      answered += 1;
      return answer;
    };
    // fewer at once than may be open: each is, until it steps aside
    while (waiting.length < WAITING) {
      waiting.push(...Array.from({ length: TOGETHER }, wait));
      await until(async () => (await waitingNow()) + answered >= waiting.length || undefined);
    }
    const others = await Promise.all(Array.from({ length: 60 }, () => bus.get('/v1/inbox', recipient)));
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([200]));
    await bus.publish(script.rows);
    // at once, or with 425 where this machine took the five seconds that a read waits
    for (const { status } of await Promise.all(waiting)) expect([200, 425]).toContain(status);
    await until(async () => (await waitingNow()) === 0 || undefined);
  });

  async function waitingNow(): Promise<number> {
    const metrics = await (await fetch(`${bus.url}/metrics`)).text();
    return Number(/^bus_http_waiting (\d+)$/m.exec(metrics)?.[1]);
  }
});
