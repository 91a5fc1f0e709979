import { describe, expect, it } from '@jest/globals';
import type { Priority } from '#libs/contracts';
import { firstRulebook, type Level } from '#libs/domain';
import { DAY, HOUR, NOW } from '../../../../libs/domain/src/leg/leg.fixtures.js';
import { LaneScript, recipient, referralId, sender } from '../agency-views.fixtures.js';
import type { Raised } from './escalation-entries.js';
import { nextOf, openingOf } from './escalation-next.js';
import { keepingHours, taking, ToldLeg } from './told-leg.fixtures.js';

const iso = (at: number): string => new Date(at).toISOString();

describe('what comes next', () => {
  const step = (level: Priority, members = keepingHours) => {
    const { escalation, referral } = new ToldLeg(new LaneScript(1), referralId(1), level).told.state;
    if (referral.status === 'NONE') throw new RangeError('nothing was sent');
    const sight = { reader: recipient as never, rulebook: firstRulebook, members, now: NOW };
    const parties = { receiver: recipient, sender: sender.agency };
    return nextOf({ leg: { referral, escalation }, escalation, entries: [] }, sight, {
      level: level as Level,
      ...parties,
    }).step;
  };
  it('is a step that waits for its desk, where nobody is there at its time and it can wait', () => {
    // an hour before it opens
    expect(step('P3')).toMatchObject({ at: iso(NOW + DAY), opensAt: iso(NOW + DAY + HOUR) });
    expect(step('P4')).toMatchObject({ at: iso(NOW + 3 * DAY), opensAt: iso(NOW + 3 * DAY + HOUR) });
  });
  it('is a step that calls at its time, where nobody said hours or it cannot wait', () => {
    expect(step('P3', taking)).toMatchObject({ opensAt: null });
    expect(step('P2')).toMatchObject({ at: iso(NOW + 8 * HOUR), opensAt: null });
  });
});

describe('the opening that a step waits for', () => {
  const desk = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' };
  const said = (level: Priority, ...closed: readonly object[]): Raised =>
    ({ data: { level, to: [desk], closed } }) as never;
  const opensAt = iso(NOW + HOUR);
  it('is that of a desk that was called upon while it was closed, until it has opened', () => {
    const step = said('P3', { ...desk, opensAt });
    expect(openingOf(step, NOW, true)).toEqual({ ...desk, at: opensAt });
    expect(openingOf(step, NOW, false)).toEqual({ ...desk, agency: null, at: opensAt });
    expect(openingOf(step, NOW + HOUR, true)).toBeNull();
  });
  it('is none of a desk that was passed over, that is called at once, or that never opens', () => {
    expect(openingOf(said('P3', { ...desk, agency: 'PH-NCP', opensAt }), NOW, true)).toBeNull();
    expect(openingOf(said('P1', { ...desk, opensAt }), NOW, true)).toBeNull();
    expect(openingOf(said('P3', { ...desk, opensAt: null }), NOW, true)).toBeNull();
    expect(openingOf(undefined, NOW, true)).toBeNull();
  });
});
