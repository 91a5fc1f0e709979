import { describe, expect, it } from '@jest/globals';
import { timingOf, timingsOf } from './timing-record.js';

const sample = { z: 0.5, p: 0.617, shiftMs: 0.002, medianMs: 1.5 };
const recordOf = (route: string, differs: boolean) => ({
  ...timingOf(route, { pairs: 10_000, seed: 7 }, { differs, samples: [sample] }),
  date: '2026-11-27',
  commit: 'abc',
});

describe('what the clock told (faults Z1)', () => {
  it('is what it told when it was last asked, with the figures', () => {
    const page = timingsOf(['GET /a', 'GET /b'], [recordOf('GET /a', true), recordOf('GET /a', false)]);
    expect(page).toContain('1 of 2 routes timed, 0 of them tell');
    expect(page).toContain('| `GET /a` | 10000 | z 0.50, p 0.617, 2 µs of 1.50 ms | no | 2026-11-27, abc, seed 7 |');
    expect(page).toContain('| `GET /b` | | | | never measured |');
  });

  it('names a route that tells', () => expect(timingsOf(['GET /a'], [recordOf('GET /a', true)])).toContain('**yes**'));
});
