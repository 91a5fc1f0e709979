import { describe, expect, it } from '@jest/globals';
import { audienceOf } from './audience.js';
import type { Extent } from './grants.js';
import { classesOf, EVENTS_FOR_LIMITED, extentFor, fieldsForLimited, isLimited } from './limited-roles.js';

const provider = { agency: 'US-PLAY', role: 'INDUSTRY_TS' };
const hotline = { agency: 'US-PLAY', role: 'HOTLINE' };

describe('a role that receives requests and the class of outcome only (vocabulary 6)', () => {
  it('is the provider’s, and no other of those that hold cases', () => {
    expect([provider, hotline, { role: 'LE_UNIT' }].map(isLimited)).toEqual([true, false, false]);
  });

  it.each<[Extent, boolean, Extent]>([
    ['PARTY', true, 'REQUESTS_AND_OUTCOME'],
    ['PARTY', false, 'STATE_AND_OUTCOME'],
    ['CASE', false, 'STATE_AND_OUTCOME'],
    ['STATE_AND_OUTCOME', false, 'STATE_AND_OUTCOME'],
  ])('sees of a leg that it sees as %s, sent by it: %p, its %s', (extent, isSender, limited) => {
    expect(extentFor(provider, extent, { isSender })).toBe(limited);
    expect(extentFor(hotline, extent, { isSender })).toBe(extent);
  });

  it('is told of no event that a sender in another role is not', () => {
    for (const type of EVENTS_FOR_LIMITED) {
      const data = { status: 'IN_FORCE', outcomes: [] };
      expect(audienceOf({ type, data } as unknown as Parameters<typeof audienceOf>[0]).parties).toBe('BOTH');
    }
  });

  it.each(['Supplemented', 'SafeguardingNotified', 'JurisdictionConsultationOpened', 'AccessGranted', 'DelayNotified'])(
    'is not told of %s, nor of what this build does not know',
    (type) => expect([fieldsForLimited(type), fieldsForLimited('constructor')]).toEqual([null, null]),
  );

  it('is told of outcomes neither the day nor how sure they are', () => {
    expect(classesOf([{ outcome: 'CHARGED', on: 20_000, accuracy: 'CONFIRMED' }])).toEqual([{ outcome: 'CHARGED' }]);
  });
});
