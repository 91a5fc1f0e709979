import { describe, expect, it } from '@jest/globals';
import { referralId } from '../agency-views.fixtures.js';
import { feedItemOf } from './feed-item.js';
import type { ItemRow, Opening } from './feed-rows.js';

const row: ItemRow = {
  lane: 1,
  position: 4,
  source: 4,
  referral: referralId(1),
  type: 'ReferralRejected',
  event_id: '0198c1f0-0000-7000-8000-000000000001',
  at: new Date(1_795_507_200_000),
  synthetic: false,
  agency: 'PH-WCPC',
  role: 'LE_UNIT',
  country: 'PH',
  person: 'officer-7',
  readers: ['SENDER', 'RECIPIENT', 'CASE', 'STATE'],
  mentions: [referralId(9)],
  data: { by: 'PH-WCPC', reason: 'DUPLICATE', duplicateOf: referralId(9), note: 'n-1' },
  reached: 'x',
};
const as = (viewpoint: Opening['viewpoint'], position = 1): [string, Opening[]] => [
  referralId(1),
  [{ viewpoint, position }],
];
const seen = (agency: string, openings: [string, Opening[]][], of: Partial<ItemRow> = {}) =>
  feedItemOf({ ...row, ...of }, { agency, role: 'LE_UNIT' }, new Map(openings));

describe('an item of the feed', () => {
  it('is whole for its own agency', () => {
    const item = seen('PH-WCPC', [as('RECIPIENT')]);
    expect(item).toMatchObject({ data: row.data, actor: { person: 'officer-7' }, viewpoint: 'RECIPIENT' });
  });

  it('shows others no people, no notes and no referral that they may not read', () => {
    expect(seen('US-CLEAR', [as('SENDER')])).toMatchObject({
      actor: { person: null },
      data: { by: 'PH-WCPC', reason: 'DUPLICATE', duplicateOf: null, note: null },
    });
    const knows: [string, Opening[]] = [referralId(9), [{ viewpoint: 'SENDER', position: 1 }]];
    expect(seen('US-CLEAR', [as('SENDER'), knows])?.data).toMatchObject({ duplicateOf: referralId(9) });
  });

  it('has no content for who may see state and outcome only', () => {
    expect(seen('DE-NCP', [as('STATE')])?.data).toEqual({ by: 'PH-WCPC' });
  });

  it('says to whom a step of the ladder calls upon how urgent it is', () => {
    const raised = {
      type: 'EscalationRaised',
      readers: ['RECIPIENT', '@GB-NCP'],
      data: { level: 'P1', unfilled: [], dueAt: 'x' },
    };
    expect(seen('GB-NCP', [as('STATE')], raised)?.data).toEqual({ level: 'P1', unfilled: [] });
  });

  it('is not there once the access has lapsed, nor for an access that came later', () => {
    expect(seen('GB-NCP', [])).toBeNull();
    expect(seen('GB-NCP', [as('CASE', 5)])).toBeNull();
    expect(seen('GB-NCP', [as('CASE', 4)])).toMatchObject({ viewpoint: 'CASE' });
  });

  it('is for those whom it is said to', () => {
    expect(seen('GB-NCP', [as('STATE')], { readers: ['SENDER', 'RECIPIENT'] })).toBeNull();
    expect(seen('GB-NCP', [as('STATE')], { readers: ['SENDER', '@GB-NCP'] })).toMatchObject({ viewpoint: 'STATE' });
  });
});
