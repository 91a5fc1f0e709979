import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { clockWalks, spoken } from '../escalation/clock-walks.fixtures.js';
import { climbedNow } from '../escalation/moments.js';
import { PaperClock } from '../escalation/paper-clock.fixtures.js';
import { MINUTE, Told } from '../escalation/said.fixtures.js';
import { isOpen } from '../referral/ended.js';
import { callsEndedBy, urgencyIn } from './calls.js';
import { NOW, prioritised, submitted } from './leg.fixtures.js';
import type { LegEvent } from './leg.js';

/** Who stands on the ladder, by what is said event by event alone. */
function isCalledUpon(told: Told): boolean {
  let open: string | null = null;
  for (const { event, at, id } of told.events) {
    if (event.type === 'EscalationRaised') open = event.data.cause;
    else if (event.type === 'DeadlineMissed') continue;
    else if (open !== null) {
      const ended: string[] = callsEndedBy(event, 'PH-WCPC', { at, eventId: id, person: null, synthetic: false });
      if (ended.includes(open)) open = null;
    }
  }
  return open !== null;
}

describe('calls', () => {
  it('end when the ladder stops, whatever was said', () => {
    let [stood, ended] = [0, 0];
    fc.assert(
      fc.property(clockWalks, ({ level, words }) => {
        const told = Told.sent(level);
        const paper = new PaperClock(level);
        let at = NOW;
        for (const { word, later } of words) {
          at += later * MINUTE;
          try {
            told.say(spoken(word, at, paper)[0]);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          const { referral, escalation } = told.state;
          const climbs = referral.status !== 'NONE' && isOpen(referral.status) && climbedNow(referral, escalation);
          expect(isCalledUpon(told)).toBe(Boolean(climbs));
          if (climbs) stood += 1;
          else if (escalation.ladder) ended += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(stood, ended)).toBeGreaterThan(100);
  });

  it('do not end because the system of the receiver has the referral', () => {
    const said = { at: NOW, eventId: '', person: null, synthetic: false };
    const ended = (event: LegEvent): string[] => callsEndedBy(event, 'PH-WCPC', said);
    expect(
      ended({
        type: 'ReferralReceived',
        data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } },
      } as unknown as LegEvent),
    ).not.toContain('ACKNOWLEDGE');
    expect(
      ended({
        type: 'ReferralAcknowledged',
        data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } },
      } as unknown as LegEvent),
    ).toContain('ACKNOWLEDGE');
  });

  it('are for P1, from the first word on', () => {
    expect([submitted(), prioritised('P1'), prioritised('P2')].map(urgencyIn)).toEqual([null, 'P1', null]);
  });
});
