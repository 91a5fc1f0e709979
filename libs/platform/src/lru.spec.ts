import { describe, expect, it } from '@jest/globals';
import { Lru } from './lru.js';

describe('a bounded cache', () => {
  it('forgets the entry used longest ago when it is full', () => {
    const cache = new Lru<string, number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });

  it('never holds more than its capacity', () => {
    const cache = new Lru<number, number>(100);
    for (let i = 0; i < 10_000; i++) cache.set(i, i);
    expect(cache.size).toBe(100);
  });

  it('replaces a value without growing', () => {
    const cache = new Lru<string, number>(2);
    cache.set('a', 1);
    cache.set('a', 2);
    expect([cache.size, cache.get('a')]).toEqual([1, 2]);
  });
});
