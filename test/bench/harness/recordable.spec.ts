import { describe, expect, it } from '@jest/globals';
import { LEAST, refusalOf } from './recordable.js';

describe('what is written down', () => {
  it('is of a commit as it stands, with enough repeats of enough time', () => {
    expect(refusalOf('abc1234', LEAST)).toBeNull();
    expect(refusalOf('abc1234', { repeats: 9, seconds: 20, minutes: 60 })).toBeNull();
  });

  it('is not of files that no commit has', () => {
    expect(refusalOf('abc1234+', LEAST)).toContain('differ from the commit');
  });

  it.each(['repeats', 'seconds', 'minutes'] as const)('is not of too few %s', (name) => {
    expect(refusalOf('abc1234', { ...LEAST, [name]: LEAST[name] - 1 })).toContain(`--${name}`);
  });
});
