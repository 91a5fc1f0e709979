import { describe, expect, it } from '@jest/globals';
import { type CampaignRecord, campaignsOf, recordOf } from './record.js';

const done = { runs: 30_000, threads: 2, steps: 9_000_000, simulatedHours: 512.34, seconds: 150, failures: [] };
const breach = { law: 'journal', detail: 'positions have a gap' };

describe('the record of a campaign', () => {
  it('has its rate, and the seeds that broke a law', () =>
    expect(recordOf({ ...done, failures: [{ seed: 4711, breach }] }, 4000, 'abc')).toMatchObject({
      seed: 4000,
      runs: 30_000,
      perMinute: 12_000,
      simulatedHours: 512.3,
      findings: [{ seed: 4711, law: 'journal' }],
      commit: 'abc',
    }));

  it('is a line of the page, with what was found', () => {
    const record: CampaignRecord = { ...recordOf(done, 4000, 'abc'), date: '2026-11-27' };
    const page = campaignsOf([record, { ...record, findings: [{ seed: 4711, law: 'journal' }] }]);
    expect(page).toContain('60,000 interleavings, 1 broke a law.');
    expect(page).toContain('| 2026-11-27, abc | 4000 | 30,000 | 12,000 | 2 | 512.3 | none |');
    expect(page).toContain('| 4711: journal |');
  });
});
