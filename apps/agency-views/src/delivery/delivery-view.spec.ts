import { describe, expect, it } from '@jest/globals';
import type { ReferralRow } from '../referral/referral-row.js';
import { deliveryEvidenceOf, deliveryStandingOf } from './delivery-view.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 8, minute));
const iso = (minute: number): string => at(minute).toISOString();

const row = (known: Partial<ReferralRow> = {}): ReferralRow =>
  ({
    submitted_at: at(0),
    delivery_kept: true,
    ...{ relayed_at: null, relayed_due: null, relayed_missed: false },
    ...{ readable_at: null, readable_due: null, readable_missed: false },
    ...{ retrieved_at: null, retrieved_due: null, retrieved_missed: false },
    ...{ received_at: null, acknowledged_at: null, seen_at: null },
    ...known,
  }) as ReferralRow;

const stepsOf = (known: Partial<ReferralRow>) =>
  deliveryEvidenceOf(row(known), 'SENDER')?.steps.map(({ step, at: when, late, missed }) => [step, when, late, missed]);

describe('how far a referral got, as its parties read it (features A8, A9)', () => {
  it('is accepted when nothing more is known', () =>
    expect(deliveryStandingOf(row(), 'SENDER')).toEqual({ step: 'ACCEPTED', at: iso(0), late: false }));
  it('is shown by a later step, at the latest then', () =>
    expect(stepsOf({ received_at: at(3), relayed_at: at(1) })).toEqual([
      ['ACCEPTED', iso(0), false, false],
      ['RELAYED', iso(1), false, false],
      ['AVAILABLE', iso(3), false, false],
      ['RETRIEVED', iso(3), false, false],
      ['ACKNOWLEDGED', null, false, false],
    ]));
  it('is missed until it is reached, and late from then on', () => {
    const missed = { readable_due: at(5), readable_missed: true };
    expect(stepsOf({ ...missed, relayed_at: at(1) })?.[2]).toEqual(['AVAILABLE', null, false, true]);
    expect(stepsOf({ ...missed, readable_at: at(9) })?.[2]).toEqual(['AVAILABLE', iso(9), true, false]);
    // the bus learned of it late, and it was in time
    expect(stepsOf({ ...missed, readable_at: at(4) })?.[2]).toEqual(['AVAILABLE', iso(4), false, false]);
  });
  it('is acknowledged by whoever decides, whatever becomes of the case', () =>
    expect(deliveryStandingOf(row({ seen_at: at(7), status: 'WITHDRAWN' }), 'RECEIVER')?.step).toBe('ACKNOWLEDGED'));
  it('is between its parties, and nothing is said of what came before', () => {
    expect(deliveryEvidenceOf(row({ relayed_at: at(1) }), 'THIRD')).toBeNull();
    expect(deliveryEvidenceOf(row({ delivery_kept: false }), 'SENDER')).toBeNull();
  });
});
