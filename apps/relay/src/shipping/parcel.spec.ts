import { describe, expect, it } from '@jest/globals';
import { type BusEvent, schemasByFingerprint } from '#libs/contracts';
import { MacKeys } from '#libs/event-log';
import { LaneHistory } from '#libs/testing';
import { packLane } from './parcel.js';

const received: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };
const refused: BusEvent = {
  type: 'CommandRefused',
  data: { command: 'AcceptReferral', target: null, code: 'REFERRAL_NOT_OPEN', details: {} },
};
const { rows } = new LaneHistory(5).append([received, refused, received, received]);
const framing = {
  registryIds: new Map([...schemasByFingerprint.keys()].map((fingerprint) => [fingerprint, 1])),
  macKeys: new MacKeys('k', { k: Buffer.alloc(32) }),
};
const cursor = { lane: 5, position: 0, head: 4 };
const places = (packed: ReturnType<typeof packLane>) =>
  packed.parcel?.batches.map(({ topic, messages }) => [
    topic,
    messages.map(({ headers }) => headers['bus-place']!.split('/')[1]),
  ]);

describe('the parcel of a lane', () => {
  it('holds its rows by topic, in the order of positions', () => {
    const packed = packLane(cursor, rows, framing);
    expect(places(packed)).toEqual([
      ['bus.referral.v1', ['1', '3', '4']],
      ['bus.access.v1', ['2']],
    ]);
    expect(packed).toMatchObject({ hold: undefined, parcel: { lane: 5, from: 0, to: 4 } });
  });

  it('ends before a row that cannot be sent', () => {
    const packed = packLane(cursor, [rows[0]!, { ...rows[1]!, bytes: Buffer.of(1) }, rows[2]!], framing);
    expect(packed).toMatchObject({ hold: { reason: 'EVENT_UNSHIPPABLE' }, parcel: { from: 0, to: 1 } });
  });

  it('ends before a hole', () =>
    expect(packLane(cursor, [rows[0]!, rows[2]!], framing)).toMatchObject({
      hold: { reason: 'POSITION_MISSING' },
      parcel: { from: 0, to: 1 },
    }));

  it.each([
    ['its first row is not the next', [rows[1]!]],
    ['there is no row at all', []],
  ])('does not exist when %s', (_, some) =>
    expect(packLane(cursor, some, framing)).toMatchObject({ hold: { reason: 'POSITION_MISSING' } }),
  );
});
