import { describe, expect, it } from '@jest/globals';
import { type Outcome, scoreOf } from './score.js';

const mutation = (name: string) => ({ name, breaks: 'a rule', scenario: 'day' }) as const;
const outcome = (name: string, caught: boolean): Outcome => ({
  name,
  caught,
  by: caught ? ['K3'] : [],
  date: '2026-11-26',
  commit: 'abc',
});

describe('the score', () => {
  const bugs = [mutation('a'), mutation('b'), mutation('c'), mutation('d')];

  it('counts against itself what was never planted', () =>
    expect(scoreOf(bugs, [outcome('a', true), outcome('b', false)])).toContain(
      '1 of 4 planted bugs caught, score 0.25',
    ));

  it('is that of the last outcome of each', () =>
    expect(scoreOf(bugs, [outcome('a', false), outcome('a', true)])).toContain('1 of 4'));

  it('leaves out bugs that are planted no more', () =>
    expect(scoreOf(bugs, [outcome('gone', true)])).toContain('0 of 4'));

  it('names who saw each', () => expect(scoreOf(bugs, [outcome('a', true)])).toContain('| `a` | a rule | day | K3 |'));
});
