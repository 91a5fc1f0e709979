import { describe, expect, it } from '@jest/globals';
import type { BusEvent, RecordedEvent } from '#libs/contracts';
import { kinds, NOW, referral, submitted } from '../lane.fixtures.js';
import { Report } from '../report.js';
import { OnwardLegs } from './onward-legs.js';

const parent = referral(1);
const leg = 'AU.28.0198c1f0-0000-7000-8000-0000000000a1';
const to = { agency: 'AU-NCP', role: 'NCP_LE', country: 'AU' };
const words = { by: 'PH-WCPC', reason: null, rules: null } as const;

const forwarded: BusEvent = {
  type: 'ReferralForwarded',
  data: {
    ...words,
    to,
    leg,
    hop: 1,
    priority: 'P3',
    priorityReasons: [],
    obligation: null,
    handover: false,
    note: null,
  },
};
const returned: BusEvent = {
  type: 'ForwardReturned',
  data: { ...words, by: 'AU-NCP', leg, cause: 'REJECTED', offer: false },
};
const onward = (continues = parent): BusEvent =>
  ({ ...submitted, data: { ...submitted.data, origin: continues, parent: continues, hop: 1 } }) as BusEvent;

const found = (said: readonly (readonly [string, BusEvent])[], { ago = 3_600_000, lanes = [4, 28] } = {}): string[] => {
  const report = new Report();
  const check = new OnwardLegs(report, NOW);
  said.forEach(([key, event], index) => {
    const row = { lane: 4, position: index + 1, topic: 0, key, fingerprint: Buffer.alloc(0), bytes: Buffer.alloc(0) };
    check.add(row, { ...event, meta: { leg: key, acceptedAt: NOW - ago } } as RecordedEvent);
  });
  check.end(new Set(lanes));
  return kinds(report, 'onward');
};

describe('a case that went on', () => {
  it('is there under the id that was named', () =>
    expect(
      found([
        [parent, forwarded],
        [leg, onward()],
      ]),
    ).toEqual([]));
  it('is missed when it is not', () => expect(found([[parent, forwarded]])).toEqual(['unseen']));
  it('is not missed while it may still be said', () =>
    expect(found([[parent, forwarded]], { ago: 5_000 })).toEqual([]));
  it('is not missed where nobody looked', () => expect(found([[parent, forwarded]], { lanes: [4] })).toEqual([]));
  it('may have come back without', () =>
    expect(
      found([
        [parent, forwarded],
        [parent, returned],
      ]),
    ).toEqual([]));
  it('went on as one leg only', () =>
    expect(
      found([
        [parent, forwarded],
        [parent, forwarded],
        [leg, onward()],
      ]),
    ).toEqual(['duplicate']));
  it('is continued by nothing else', () => {
    expect(found([[leg, onward()]])).toEqual(['G1a']);
    expect(
      found([
        [parent, forwarded],
        [leg, onward(referral(2))],
      ]),
    ).toEqual(['G1a']);
  });
});
