import { describe, expect, it } from '@jest/globals';
import { BusProblem } from '#libs/client';
import { FRESH_MS, LASTS_MS, ReadingRight } from './reading-right.js';

type Said = 'READ' | 'REFUSED' | 'AWAY' | 'SILENT';

/** A feed that says what it is told to, and a clock that stands. */
function feed(says: Said): { right: ReadingRight; feed: { says: Said; asked: number }; clock: { now: number } } {
  const state = { says, asked: 0 };
  const clock = { now: 0 };
  const right = new ReadingRight(
    async () => {
      state.asked += 1;
      if (state.says === 'REFUSED') throw refusal();
      if (state.says === 'SILENT') await new Promise(() => undefined);
      if (state.says === 'AWAY') throw new TypeError('fetch failed');
    },
    () => clock.now,
  );
  return { right, feed: state, clock };
}

const refusal = (): BusProblem => new BusProblem(403, { code: 'FEED_NOT_DELEGATED' }, null);

describe('the right to read a feed for webhooks', () => {
  it('is asked of the feed once in five seconds, by however many', async () => {
    const { right, feed: asked, clock } = feed('READ');
    expect(await Promise.all([right.holds(), right.holds()])).toEqual([true, true]);
    clock.now = FRESH_MS - 1;
    expect([await right.holds(), asked.asked]).toEqual([true, 1]);
    clock.now = FRESH_MS;
    expect([await right.holds(), asked.asked]).toEqual([true, 2]);
  });

  it('ends within five seconds of a word that the bus was not there to hear, and begins again with another', async () => {
    const { right, feed: said, clock } = feed('READ');
    await right.holds();
    said.says = 'REFUSED';
    clock.now = FRESH_MS;
    expect(await right.holds()).toBe(false);
    said.says = 'READ';
    expect(await right.holds()).toBe(false);
    clock.now = 2 * FRESH_MS;
    expect(await right.holds()).toBe(true);
  });

  it('goes by every read of the feed: nobody asks where the feed is followed', async () => {
    const { right, feed: asked } = feed('AWAY');
    await right.heard(Promise.resolve('a page'));
    expect([await right.holds(), asked.asked]).toEqual([true, 0]);
    await expect(right.heard(Promise.reject(refusal()))).rejects.toThrow(BusProblem);
    expect([await right.holds(), asked.asked]).toEqual([false, 0]);
  });

  it('is not lost with a feed that is away, for a quarter of an hour', async () => {
    const { right, feed: said, clock } = feed('READ');
    await right.holds();
    said.says = 'AWAY';
    clock.now = LASTS_MS - 1;
    expect(await right.holds()).toBe(true);
    clock.now = LASTS_MS;
    expect(await right.holds()).toBe(false);
  });

  it('is waited for no longer than a second, also where nobody ever answers', async () => {
    const { right, feed: said, clock } = feed('READ');
    await right.holds();
    said.says = 'SILENT';
    clock.now = FRESH_MS;
    expect([await right.holds(), await right.holds(), said.asked]).toEqual([true, true, 2]);
  });

  it('is not had where the feed never said so', async () => {
    expect(await feed('AWAY').right.holds()).toBe(false);
  });

  it('that was taken back stays so while the feed is away', async () => {
    const { right, feed: said, clock } = feed('REFUSED');
    expect(await right.holds()).toBe(false);
    said.says = 'AWAY';
    clock.now = FRESH_MS;
    expect(await right.holds()).toBe(false);
  });
});
