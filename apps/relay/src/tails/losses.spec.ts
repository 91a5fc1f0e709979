import { describe, expect, it } from '@jest/globals';
import { topics } from '#libs/contracts';
import { Losses } from './losses.js';

const loss = (topic: (typeof topics)[keyof typeof topics], before: number, lane = 3) => ({ topic, lane, before });

describe('losses that are not made good yet', () => {
  it('are kept for every topic of a lane', () => {
    const losses = new Losses();
    losses.add(loss(topics.referral, 4));
    losses.add(loss(topics.escalation, 9));
    expect(losses.byLane()).toEqual(new Map([[3, [loss(topics.referral, 4), loss(topics.escalation, 9)]]]));
    expect([losses.concern(3), losses.concern(4)]).toEqual([true, false]);
  });

  it('of one topic are one: the earliest says it all', () => {
    const losses = new Losses();
    for (const before of [4, 2, 7]) losses.add(loss(topics.referral, before));
    expect(losses.byLane()).toEqual(new Map([[3, [loss(topics.referral, 2)]]]));
  });

  it('stay when more was lost while they were made good', () => {
    const losses = new Losses();
    losses.add(loss(topics.referral, 4));
    const [mended = []] = losses.byLane().values();
    losses.add(loss(topics.referral, 1));
    losses.remove(mended);
    expect(losses.concern(3)).toBe(true);
    losses.remove([...losses.byLane().values()].flat());
    expect(losses.concern(3)).toBe(false);
  });
});
