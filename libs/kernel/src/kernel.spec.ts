import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatBusPosition, parseBusPosition } from './bus-position.js';
import { advance, highest } from './lane-vector.js';
import { formatReferralId, parseReferralId } from './referral-id.js';

const uuid = '0198c1f0-0000-7000-8000-000000000001';

describe('a referral id', () => {
  it('reads back as it was written', () => {
    const address = { jurisdiction: 'PH', lane: 17, uuid };
    expect(parseReferralId(formatReferralId(address))).toEqual(address);
  });

  it.each([
    `ph.17.${uuid}`,
    `PH.017.${uuid}`,
    `PH.17.${uuid.toUpperCase().replace('0198C1F0', '0198C1FA')}`,
    `PH.17.${uuid} `,
    `PH.17.${uuid}\n`,
    'PH.17.0198c1f0-0000-4000-8000-000000000001',
    '',
    'PH.17',
  ])('has one spelling: %j is none', (text) => expect(parseReferralId(text)).toBeNull());

  it('is not read out of any other text', () =>
    fc.assert(fc.property(fc.string(), (text) => expect(parseReferralId(text)).toBeNull())));
});

describe('a bus position', () => {
  it('reads back as it was written', () =>
    fc.assert(
      fc.property(fc.nat(99), fc.nat(), fc.array(fc.nat(), { maxLength: 8 }), (lane, position, vector) =>
        expect(parseBusPosition(formatBusPosition({ lane, position, vector }))).toEqual({ lane, position, vector }),
      ),
    ));

  it('is nothing that somebody made up', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(parseBusPosition(text)).toBeNull()));
    expect(parseBusPosition(Buffer.from('1~2').toString('base64url'))).toBeNull();
    expect(parseBusPosition('A'.repeat(2000))).toBeNull();
  });
});

describe('a lane vector', () => {
  it('keeps what it does not know', () => expect(advance([1, 2, 3, 4, 5, 6, 7], 1, 9)).toEqual([1, 9, 3, 4, 5, 6, 7]));
  it('grows as topics appear', () => expect(advance([], 3, 5)).toEqual([0, 0, 0, 5]));
  it('is compared over the topics that are read', () => expect(highest([4, 9, 2], [0, 2])).toBe(4));
});
