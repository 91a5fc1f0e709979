import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DELIVERY_STEPS } from '#libs/contracts';
import { DAY, folded, given, HOUR, NOW, prioritised, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { LegCommand, LegEvent } from '../leg/leg.js';
import { clock, lines, MINUTE, receipt, says, Told } from '../escalation/said.fixtures.js';
import { faultsOfEscalationRules } from '../rules/escalation-rules.js';
import { firstEscalationRules } from '../escalation/first-rules.js';
import { say } from './words.fixtures.js';

const stepsOf = (events: readonly LegEvent[]) =>
  events.flatMap((event) => (event.type === 'EvidenceAdvanced' ? event.data.steps : []));
const evidenceOf = (events: readonly LegEvent[]): string[] =>
  lines(events.filter(({ type }) => type === 'EvidenceAdvanced'));

describe('evidence of delivery (features A8)', () => {
  it('says together what was reached together, each step at its own time', () => {
    const told = Told.sent('P3');
    const data = {
      reached: [
        { step: 'RELAYED', agoMs: 3_000 },
        { step: 'RETRIEVED', agoMs: 1_000 },
      ],
    } as const;
    const said = told.say(say('AdvanceEvidence', { at: NOW + MINUTE, data }));
    expect(said).toHaveLength(1);
    expect(stepsOf(said)).toEqual([
      { step: 'RELAYED', at: NOW + MINUTE - 3_000, dueAt: NOW + 30 * MINUTE },
      // nobody retrieves what is not available
      { step: 'AVAILABLE', at: NOW + MINUTE - 1_000, dueAt: NOW + 30 * MINUTE },
      { step: 'RETRIEVED', at: NOW + MINUTE - 1_000, dueAt: NOW + 8 * HOUR },
    ]);
  });
  it('is never before the submission, nor later than it is said, whatever a clock elsewhere says', () => {
    const at = (agoMs: number) => stepsOf(Told.sent('P3').say(receipt('RELAYED', { at: NOW + 5, agoMs })))[0]?.at;
    expect([at(1_000), at(-1_000)]).toEqual([NOW, NOW + 5]);
  });
  it('is not taken back or said twice by an older or repeated receipt, in any order', () => {
    const receipts = fc.array(fc.record({ step: fc.constantFrom(...DELIVERY_STEPS), agoMs: fc.nat(60_000) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(receipts, (reached) => {
        const told = Told.sent('P3');
        const steps = reached.flatMap((each, index) =>
          stepsOf(told.say(receipt(each.step, { at: NOW + index * MINUTE, agoMs: each.agoMs }))),
        );
        const furthest = Math.max(...reached.map(({ step }) => DELIVERY_STEPS.indexOf(step)));
        expect(steps.map(({ step }) => step)).toEqual(DELIVERY_STEPS.slice(0, furthest + 1));
      }),
    );
  });
  it('is no news once the receiver has said a word', () => {
    const words: LegCommand[] = [
      say('ReceiveReferral'),
      say('AcknowledgeReferral'),
      says('ConfirmPriority', { reasons: ['IDENTIFIED_SUSPECT'], riskAssessment: null, externalPriority: null }),
    ];
    for (const word of words) {
      const told = Told.sent('P3');
      told.say(word);
      expect(told.say(receipt('RETRIEVED'))).toEqual([]);
    }
  });
  it('is kept of no leg from before, and is the bus’s alone to say', () => {
    const before = folded([submitted({ deliveryRules: null }), prioritised('P3')]);
    given([], before).when(receipt('RETRIEVED')).thenNothing();
    expect(evidenceOf(leg.decide(clock(NOW + DAY), before))).toEqual([]);
    const word = say('AdvanceEvidence', { by: 'PH-WCPC' });
    given([submitted(), prioritised('P3')])
      .when(word)
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE');
  });
});

describe('its negative twins (features A9)', () => {
  it('come when the time of a step passes, once, and the late step after them is late', () => {
    const told = Told.sent('P3');
    expect(evidenceOf(told.say(clock(NOW + 9 * HOUR)))).toEqual(['30m NOT RELAYED AVAILABLE', '480m NOT RETRIEVED']);
    expect(evidenceOf(told.say(clock(NOW + 10 * HOUR)))).toEqual([]);
    const [, available] = stepsOf(told.say(receipt('AVAILABLE', { at: NOW + 10 * HOUR })));
    expect(available).toEqual({ step: 'AVAILABLE', at: NOW + 10 * HOUR, dueAt: NOW + 30 * MINUTE });
    expect(evidenceOf(told.say(clock(NOW + 11 * HOUR)))).toEqual([]);
  });
  it('do not come for what was reached, nor once the receiver has said a word, nor after the end', () => {
    const reached = Told.sent('P3');
    reached.say(receipt('AVAILABLE'));
    expect(evidenceOf(reached.say(clock(NOW + DAY)))).toEqual(['480m NOT RETRIEVED']);
    for (const word of [say('ReceiveReferral'), say('WithdrawReferral')]) {
      const told = Told.sent('P3');
      told.say(word);
      expect(evidenceOf(told.say(clock(NOW + DAY)))).toEqual([]);
    }
  });
  it('come by the level that drives: one that is raised may be late at once', () => {
    const told = Told.sent('P3');
    const raised = {
      level: 'P1',
      reasons: ['LIVE_ABUSE'],
      riskAssessment: null,
      externalPriority: null,
      note: null,
    } as const;
    told.say(says('RaisePriority', raised, { by: 'US-CLEAR', at: NOW + 7 * MINUTE }));
    expect(evidenceOf(told.say(clock(NOW + 7 * MINUTE)))).toEqual(['5m NOT RELAYED AVAILABLE']);
  });
  it('have times that rise along the way, or none', () => {
    const { version: _, ...rules } = firstEscalationRules;
    const withTimes = (delivery: unknown) =>
      faultsOfEscalationRules({ ...rules, levels: { ...rules.levels, P1: { ...rules.levels.P1, delivery } } });
    expect(withTimes(undefined)).toEqual([]);
    expect(withTimes({ RELAYED: 1, AVAILABLE: 1, RETRIEVED: 4 })).toEqual([]);
    for (const times of [{ RELAYED: 2, AVAILABLE: 1, RETRIEVED: 4 }, { RELAYED: 1, AVAILABLE: 1 }, 'soon'])
      expect(withTimes(times)).toHaveLength(1);
  });
});
