import { describe, expect, it } from '@jest/globals';
import { compiled, patched } from './build.js';
import { mutations } from './mutations/index.js';
import { scenarios } from './scenarios/index.js';
import { beyond, isCaught, verdictOf } from './verdict.js';

describe('the planted bugs', () => {
  it('are many, each with a name of its own', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(25);
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  });

  it.each(mutations.map((each) => [each.name, each] as const))(
    '%s fits the program as it is',
    (_, { patches, scenario }) => {
      const texts = new Map<string, string>();
      for (const patch of [...(scenarios[scenario].points ?? []), ...patches])
        texts.set(patch.file, patched(texts.get(patch.file) ?? compiled(patch.file), patch));
    },
  );

  it('are not planted where the text is gone, or stands twice', () => {
    const patch = { file: 'a.js', find: 'x', put: 'y' };
    expect(patched('a x b', patch)).toBe('a y b');
    expect(() => patched('a b', patch)).toThrow('0 times');
    expect(() => patched('x x', patch)).toThrow('2 times');
  });
});

describe('a verdict', () => {
  const expected = [{ check: 'K13', kind: 'unseen' }] as const;
  it('counts what the named checks found beyond what any build shows', () => {
    expect(
      isCaught(verdictOf({ caughtBy: ['K10'] }, [...expected, { check: 'K10', kind: 'offset-ahead' }], expected)),
    ).toBe(true);
    expect(
      isCaught(verdictOf({ caughtBy: ['K10'] }, [...expected, { check: 'K3', kind: 'poll-skip' }], expected)),
    ).toBe(false);
    expect(isCaught(verdictOf({ caughtBy: ['K13'] }, expected, expected))).toBe(false);
    expect(beyond([{ check: 'K13', kind: 'stopped' }], expected)).toHaveLength(1);
  });
});
