import { describe, expect, it } from '@jest/globals';
import { type FeltRecord, feltOf } from './record.js';

const record = (attack: string, felt: boolean): FeltRecord => ({
  attack,
  submit: '1.00',
  read: '1.00',
  shown: '1.00',
  urgent: '1.00',
  memory: 1.1,
  failures: 0,
  felt,
  seed: 7,
  date: '2026-11-26',
  commit: 'abc',
});

describe('what others felt', () => {
  const attacks = ['a', 'b'].map((id) => ({ id, row: 'Z11', what: `attack ${id}` }) as const);

  it('is what they felt when it was last measured', () =>
    expect(feltOf(attacks, [record('a', true), record('a', false)])).toContain('1 of 2 attacks measured, 0 of them'));

  it('says what was never measured', () =>
    expect(feltOf(attacks, [record('a', true)])).toMatch(/\| attack b \|.*never measured/));
});
