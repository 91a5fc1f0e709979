import { describe, expect, it } from '@jest/globals';
import { brokenPromises, type Written } from './laws.js';

const [one, two, other] = ['PH.1.a', 'PH.1.a', 'PH.2.b'].map((referral, nth) => ({
  id: `item-${nth + 1}`,
  type: 'ReferralReceived',
  referral,
})) as [Item, Item, Item];
type Item = Pick<Written, 'id' | 'type' | 'referral'>;
const told = [one, two, other];

const sent = (item: Item, changes: Partial<Written> = {}): Written => ({
  ...item,
  behaviour: 'TAKE',
  body: `body of ${item.id}`,
  ...changes,
});
const called = (message: number, id = `call-${message}`): Written => {
  const data = { referral: 'PH.1.a', role: 'LE_UNIT', step: 1, cause: 'ACKNOWLEDGE', message };
  return sent({ id, type: 'bus.call', referral: 'PH.1.a' }, { body: JSON.stringify({ data }) });
};

describe('what a receiver wrote down', () => {
  it('keeps every promise where each item came in the order of its referral, and a repetition is the same', () =>
    expect(
      brokenPromises(
        [sent(one, { behaviour: 'ERROR' }), sent(other), sent(one), sent(one), called(1), sent(two)],
        told,
      ),
    ).toEqual([]));

  it('takes what was answered slowly, or longer than it says, for taken', () =>
    expect(
      brokenPromises([sent(one, { behaviour: 'SLOW' }), sent(two, { behaviour: 'LONG' }), sent(other)], told),
    ).toEqual([]));

  it.each<[string, Written[], string]>([
    ['lost', [sent(one), sent(other)], 'item-2 (ReferralReceived of PH.1.a) never came'],
    [
      'never taken',
      [sent(one), sent(two, { behaviour: 'CUT' }), sent(other)],
      'item-2 (ReferralReceived of PH.1.a) never came',
    ],
    ['passed by a later one', [sent(two), sent(one), sent(other)], 'was sent before what comes before it was taken'],
    [
      'followed before it was taken',
      [sent(one, { behaviour: 'ERROR' }), sent(two), sent(one), sent(other)],
      'was sent before',
    ],
    [
      'repeated otherwise',
      [sent(one), sent(one, { body: 'else' }), sent(two), sent(other)],
      'came again with other bytes',
    ],
    ['sent under another id', [sent(one), sent(one, { id: 'new' }), sent(two), sent(other)], 'and the feed has it not'],
  ])('shows an item that was %s', (_what, written, said) =>
    expect(brokenPromises(written, told)).toEqual([expect.stringContaining(said)]),
  );

  it.each<[string, Written[], string]>([
    ['has more than one id', [called(1), called(1, 'call-x')], 'has more than one id'],
    ['is missing', [called(2)], 'are missing'],
    ['came too soon', [{ ...called(1), behaviour: 'CUT' }, called(2), called(1)], 'was sent before'],
  ])('shows a call of which a message %s', (_what, written, said) =>
    expect(brokenPromises(written, [])).toEqual([expect.stringContaining(said)]),
  );
});
