import { describe, expect, it } from '@jest/globals';
import { TransientError } from '#libs/kernel';
import type { Fold } from './command.js';
import { readState, standsFor, writeState } from './state-text.js';

/** Version 1 kept a number, version 2 named it, version 3 has it in a list. */
const fold: Fold<{ counts: number[] }> = {
  version: 3,
  upcasts: {
    1: (count) => ({ count }),
    2: (state) => ({ counts: [(state as { count: number }).count] }),
  },
  initialState: () => ({ counts: [] }),
  evolve: (state) => state,
  isSynthetic: () => false,
};

describe('the stored form of a state', () => {
  it('is read as it was written', () =>
    expect(readState(fold, writeState(fold, { counts: [4] }))).toEqual({ counts: [4] }));
  it('is the initial state where nothing was stored', () => expect(readState(fold, undefined)).toEqual({ counts: [] }));
  it('is brought up from every earlier version, step by step', () => {
    expect(readState(fold, '{"v":1,"state":7}')).toEqual({ counts: [7] });
    expect(readState(fold, '{"v":2,"state":{"count":7}}')).toEqual({ counts: [7] });
  });
  it.each([0, 4])('of version %i is not understood, and nothing is decided on it', (v) =>
    expect(() => readState(fold, JSON.stringify({ v, state: {} }))).toThrow(
      new TransientError('STATE_VERSION_UNKNOWN', 503, 30),
    ),
  );
  it('stands for a state in any version that it can be brought up from', () => {
    expect(standsFor(fold, '{"v":3,"state":{"counts":[7]}}', { counts: [7] })).toBe(true);
    expect(standsFor(fold, '{"v":1,"state":7}', { counts: [7] })).toBe(true);
    for (const text of [undefined, '{"v":1,"state":8}', '{"v":9,"state":8}', 'no text'])
      expect(standsFor(fold, text, { counts: [7] })).toBe(false);
  });
});
