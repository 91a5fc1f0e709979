import { describe, expect, it } from '@jest/globals';
import { confirmations, type LaneBatch, SendError } from './lane-producer.js';

const message = { key: 'k', value: Buffer.of(0), headers: {}, timestamp: '1' };
const batches: LaneBatch[] = [
  { topic: 'bus.referral.v1', lane: 1, messages: [message, message] },
  { topic: 'bus.access.v1', lane: 1, messages: [message] },
];
const answer = (topicName: string, partition: number, errorCode = 0) => ({
  topicName,
  partition,
  errorCode,
  baseOffset: '40',
  logStartOffset: '2',
});
const prefix = { topicPrefix: 't.' };

describe('the confirmation of a request', () => {
  it('says of each lane where its records stand', () =>
    expect(confirmations(batches, [answer('t.bus.access.v1', 1), answer('t.bus.referral.v1', 1)], prefix)).toEqual([
      { topic: 'bus.referral.v1', lane: 1, from: 40, to: 42, low: 2 },
      { topic: 'bus.access.v1', lane: 1, from: 40, to: 41, low: 2 },
    ]));

  it.each([
    ['a lane is missing', [answer('t.bus.referral.v1', 1)]],
    ['another lane is named', [answer('t.bus.referral.v1', 1), answer('t.bus.access.v1', 2)]],
    ['a lane failed', [answer('t.bus.referral.v1', 1), answer('t.bus.access.v1', 1, 3)]],
  ])('is none when %s', (_, answers) =>
    expect(() => confirmations(batches, answers, prefix)).toThrow(new SendError('NOT_CONFIRMED', 'bus.access.v1/1')),
  );
});
