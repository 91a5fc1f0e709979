import { describe, expect, it } from '@jest/globals';
import { RefillWishes } from './refill-wishes.js';

const wish = (lane: number, after: number) => ({ lane, after, consumer: 'inbox-1' });

describe('requests for refills', () => {
  it('of one lane become one, from the lowest position', () => {
    const wishes = new RefillWishes(64);
    [wish(3, 40), wish(3, 10), wish(3, 20), wish(4, 7)].forEach((each) => wishes.add(each));
    expect(wishes.due(0)).toEqual(
      new Map([
        [3, 10],
        [4, 7],
      ]),
    );
  });

  it('of a lane that was just refilled wait, and are not lost', () => {
    const wishes = new RefillWishes(64);
    wishes.add(wish(3, 10));
    wishes.served(wishes.due(0).keys(), 0);
    wishes.add(wish(3, 12));
    expect(wishes.due(4_999).size).toBe(0);
    expect(wishes.due(5_000)).toEqual(new Map([[3, 12]]));
  });

  it('of a lane that does not exist are refused', () => expect(new RefillWishes(64).add(wish(64, 0))).toBe(false));
});
