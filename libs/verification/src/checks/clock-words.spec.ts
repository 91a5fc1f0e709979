import { describe, expect, it } from '@jest/globals';
import type { BusEvent, Meta } from '#libs/contracts';
import {
  acceptedOf,
  busActors,
  type EscalationRules,
  firstEscalationRules,
  firstRulebook,
  leg,
  type Rulebook,
  rulebookOf,
} from '#libs/domain';
import { graded, kinds, laneOf, NOW, read, type Said, submitted } from '../lane.fixtures.js';

const HOUR_MS = 3_600_000;
const SUBMITTED_AT = NOW - 24 * HOUR_MS;
const MARCH = SUBMITTED_AT + HOUR_MS;

const urgent = { ...graded, data: { ...graded.data, level: 'P2', rules: 'escalation/1' } } as BusEvent;

/** The clock for the acknowledgement of P2 goes from 8 h to 6 h while the referral is open. */
const { P2, ...others } = firstEscalationRules.levels;
const ofMarch: EscalationRules = {
  ...firstEscalationRules,
  version: 2,
  levels: { ...others, P2: { ...P2, duties: { ...P2.duties, ACKNOWLEDGE: { within: 360, warnBefore: 120 } } } },
};
const rulebook = rulebookOf({
  referral: [{ from: 0, rules: firstRulebook.version(1) }],
  escalation: [
    { from: 0, rules: firstEscalationRules },
    { from: MARCH, rules: ofMarch },
  ],
});

/** The referral, and what its clock says of it after so many hours, judged by these rules. */
function said(hours: number, rules: Rulebook = rulebook): Said[] {
  const accepted = acceptedOf({
    acceptedAt: SUBMITTED_AT,
    eventId: '',
    actor: { person: null },
    synthetic: false,
  } as Meta);
  const state = [submitted, urgent].reduce((before, event) => leg.evolve(before, event, accepted), leg.initialState());
  const meta = { actor: busActors.clock, now: SUBMITTED_AT + hours * HOUR_MS };
  return [[[submitted, urgent]], [leg.decide({ type: 'RunClocks', meta, data: {} }, state, rules)]];
}

const found = (history: readonly Said[], hours: number, rules: Rulebook | null = rulebook): string[] => {
  const rows = laneOf(history, ({ position }) => ({
    acceptedAt: position <= 2 ? SUBMITTED_AT : SUBMITTED_AT + hours * HOUR_MS,
    ...(position > 2 && { actor: { ...busActors.clock } }),
  }));
  return kinds(read(rows, { rules }).report, 'rules');
};

describe('what the clock said of a referral of February', () => {
  it('follows again from the rules of February after those of March came', () => {
    const history = said(9);
    expect(history[1]?.[0].map(({ type }) => type)).toEqual(['DeadlineWarned', 'DeadlineMissed', 'EscalationRaised']);
    expect(found(history, 9)).toEqual([]);
  });

  it('shows where it was judged by the rules of March', () => {
    const byMarch = rulebookOf({
      referral: [{ from: 0, rules: firstRulebook.version(1) }],
      escalation: [{ from: 0, rules: { ...ofMarch, version: 1 } }],
    });
    expect(found(said(7, byMarch), 7)).toEqual(['illegal-history', 'illegal-history']);
  });

  it('shows what was said too early, and of what more was due', () => {
    expect(found(said(9), 7)).toEqual(['illegal-history', 'illegal-history', 'illegal-history']);
    expect(found(said(7), 9)).toEqual(['illegal-history']);
  });

  it('shows another time in it', () => {
    const [first, [events] = [[]]] = said(7);
    const later = events.map((event) => ({ ...event, data: { ...event.data, dueAt: NOW } }) as BusEvent);
    expect(found([first!, [later]], 7)).toEqual(['illegal-history']);
  });

  it('may call upon others than would be known now', () => {
    const [first, [events] = [[]]] = said(9);
    const to = [{ agency: 'PH-NCP', role: 'NCP_LE', country: 'PH' }];
    const calling = events.map((event) =>
      event.type === 'EscalationRaised' ? { ...event, data: { ...event.data, to } } : event,
    );
    expect(found([first!, [calling]], 9)).toEqual([]);
  });

  it('is not judged while its rules are not known', () => {
    expect(found(said(7), 9, null)).toEqual([]);
    const unknown = rulebookOf({
      referral: [{ from: 0, rules: firstRulebook.version(1) }],
      escalation: [{ from: 0, rules: ofMarch }],
    });
    expect(found(said(7), 9, unknown)).toEqual([]);
  });
});
