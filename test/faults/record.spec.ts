import { describe, expect, it } from '@jest/globals';
import { countsOf, type RunRecord } from './record.js';

const run = (seed: number, recoveryMs: number | null, held = true): RunRecord => ({
  row: 'X2',
  seed,
  held,
  recoveryMs,
  slowness: 1,
  date: '2026-11-26',
  commit: `c${seed}`,
});

describe('the counts of runs', () => {
  const lineOf = (id: string, records: readonly RunRecord[]): string | undefined =>
    countsOf([{ id: 'X2' }, { id: 'X5' }], records)
      .split('\n')
      .find((line) => line.startsWith(`| \`${id}\``));

  it('have the median and the worst recovery of the runs that held', () =>
    expect(lineOf('X2', [run(1, 1_000), run(2, 9_000), run(3, 2_000), run(4, 90_000, false)])).toBe(
      '| `X2` | 4 | 3 | 0 | 2.0 s | 9.0 s | 2026-11-26, c4 | 4 at c4 |',
    ));

  it('keep a run that failed, whatever came later', () =>
    expect(lineOf('X2', [run(7, null, false), run(8, 1_000)])).toContain('| 2 | 1 | 0 |'));

  it('count a run whose fault did not come neither as held nor as failed', () =>
    expect(
      lineOf('X2', [{ ...run(7, 5_000, false), notInjected: ['nothing went over the link'] }, run(8, 1_000)]),
    ).toBe('| `X2` | 2 | 1 | 1 | 1.0 s | 1.0 s | 2026-11-26, c8 |  |'));

  it('say of a row that nobody ran it', () => expect(lineOf('X5', [run(1, 1)])).toContain('never run'));
});
