import { describe, expect, it } from '@jest/globals';
import type { BusEvent, EventData } from '#libs/contracts';
import { plainSubmission } from '#libs/domain';
import { graded, kinds, laneOf, read, received, submitted } from '../lane.fixtures.js';

const holder = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' };
const sender = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' };

/** A case that came here straight from the United States. */
const arrived = { ...submitted, data: { ...submitted.data, ...plainSubmission, hop: 0 } } as BusEvent;

const refused = (more: Partial<EventData<'OnwardRefused'>> = {}): BusEvent => ({
  type: 'OnwardRefused',
  data: {
    ...{
      command: 'ForwardReferral',
      level: 'P3',
      holder,
      to: sender,
      cause: 'CYCLE',
      limit: null,
      originCountry: 'US',
      contacts: [],
      unfilled: ['PH', 'US'],
    },
    ...{ audience: [], rules: { set: 'referral', version: 1 } },
    ...more,
  },
});

const found = (...refusals: BusEvent[]): string[] =>
  kinds(
    read(laneOf([[[arrived, graded]], [[received]], ...refusals.map((event) => [[event]] as const)])).report,
    'rules',
  );

describe('that a case was not let go on', () => {
  it('follows again from its chain and its rules (vocabulary 2.4 I6)', () => expect(found(refused())).toEqual([]));
  it.each([
    ['nothing was in the way', { to: { ...sender, agency: 'AU-UNIT' } }],
    ['another thing was in the way', { cause: 'HOP_LIMIT', limit: 4 }],
    ['it was in other hands', { holder: sender }],
    ['it began elsewhere', { originCountry: 'GB' }],
    ['another level drove it', { level: 'P1' }],
  ] as const)('shows where %s', (_name, more) => expect(found(refused(more))).toEqual(['illegal-history']));
  it('shows where it was told twice', () => expect(found(refused(), refused())).toEqual(['illegal-history']));
});
