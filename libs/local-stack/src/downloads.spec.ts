import { describe, expect, it } from '@jest/globals';
import { firstErrorOf, mismatches, parseDigests } from './downloads.js';

const expected = parseDigests(`${'a'.repeat(64)}  one.jar\n${'b'.repeat(64)}  two.jar\n`);

describe('downloaded jars', () => {
  it('are taken when every one has its digest', () => expect(mismatches(expected, new Map(expected))).toEqual([]));
  it('are refused when one differs, is missing, or was not asked for', () =>
    expect(
      mismatches(
        expected,
        new Map([
          ['one.jar', 'c'.repeat(64)],
          ['three.jar', 'd'.repeat(64)],
        ]),
      ),
    ).toEqual(['one.jar has another digest', 'two.jar is missing', 'three.jar is not listed']));
});

describe('what Maven says', () => {
  it('is told without colours, by its first error', () =>
    expect(firstErrorOf('[INFO] x\n[\u001b[1;31mERROR\u001b[m] \u001b[0mNo plugin found\u001b[m\n[ERROR] Re-run')).toBe(
      'No plugin found',
    ));
  it('is cut at a word when it is long', () => {
    const told = firstErrorOf(`[ERROR] ${'word '.repeat(200)}`);
    expect(told.length).toBeLessThanOrEqual(302);
    expect(told).toMatch(/word …$/);
  });
  it('may be nothing', () => expect(firstErrorOf('')).toBe('it gave no reason'));
});
