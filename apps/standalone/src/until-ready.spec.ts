import { describe, expect, it } from '@jest/globals';
import type { FailingCheck } from '#libs/platform';
import { untilReady } from './until-ready.js';

describe('a start', () => {
  const { signal } = new AbortController();
  /** Looks at these one after the other, and at the last again and again. */
  const looks = (...failing: (readonly FailingCheck[])[]) => {
    let look = 0;
    return {
      seen: () => look,
      readiness: () => {
        const found = failing[Math.min(look++, failing.length - 1)] ?? [];
        return Promise.resolve({ ready: found.length === 0, failing: found });
      },
    };
  };
  const relay = (shipping: boolean) => ({ status: () => ({ epoch: 1, shipping, held: [] }) });

  it('is over once every part is ready', async () => {
    const health = looks([{ name: 'agency-views-consumer', code: 'CONSUMER_LOADING' }], []);
    expect(await untilReady(health, relay(true), signal)).toBe(true);
    expect(health.seen()).toBe(2);
  });

  it('does not wait for lanes that the relay holds back', async () => {
    const health = looks([{ name: 'relay', code: 'LANE_AHEAD_OF_JOURNAL' }]);
    expect(await untilReady(health, relay(true), signal)).toBe(true);
  });

  it('waits for the relay, though a relay that stands by is ready, and for no longer than its bound', async () =>
    expect(await untilReady(looks([]), relay(false), signal, 0)).toBe(false));

  it('is given up at once when somebody says so', () =>
    expect(untilReady(looks([]), relay(false), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' }));
});
