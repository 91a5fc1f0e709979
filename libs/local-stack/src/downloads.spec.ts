import { describe, expect, it } from '@jest/globals';
import { mismatches, parseDigests } from './downloads.js';

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
