import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventData } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import { NOW, reject, submit } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { LegCommand, LegEvent } from '../leg/leg.js';
import { proposedFor } from './crosswalk.js';
import { attached, clock, none, says, Told } from './said.fixtures.js';
import { drivingGrade } from './state.js';

const driving = ({ state }: Told): string | undefined => drivingGrade(state.escalation)?.level;

const raise = (level: 'P1' | 'P2' | 'P3', by: string, person: string | null = 'p-1') =>
  says('RaisePriority', { level, reasons: ['SELF_HARM_RISK'], ...none }, { by, person });
const lower = (level: 'P2' | 'P3' | 'P4', person: string | null = 'p-1') =>
  says(
    'LowerPriority',
    { level, reasons: ['IDENTIFIED_VICTIM'], lowering: 'CHILD_SAFE_CONFIRMED', ...none },
    { person },
  );
const approve = (person: string | null) => says('ApproveLowering', { note: null }, { person });
const dispute = says('DisputePriority', { reasons: ['SELF_HARM_RISK'], note: null }, { by: 'US-CLEAR', person: null });
const higher = { as: { agency: 'PH-NCP', role: 'NCP_LE', country: 'PH' } };
const resolve = (level: 'P1' | 'P3', person = 'h-1', as: object = higher.as) =>
  says(
    'ResolveDispute',
    {
      level,
      reasons: ['SELF_HARM_RISK'],
      lowering: level === 'P1' ? null : 'FACTS_DISPROVED',
      note: null,
    },
    { person, as },
  );

const people = fc.constantFrom('p-1', 'p-2', null);
const levels = fc.constantFrom('P1', 'P2', 'P3');
const changes = fc.oneof(
  fc.tuple(levels, fc.constantFrom('US-CLEAR', 'PH-WCPC'), people).map((said) => raise(...said)),
  fc.tuple(fc.constantFrom('P2', 'P3', 'P4'), people).map((said) => lower(...said)),
  people.map(approve),
  fc.constant(dispute),
  fc.constantFrom('P1', 'P3').map((level) => resolve(level)),
  people.map((person) => says('ConfirmPriority', { reasons: ['LIVE_ABUSE'], ...attached }, { person })),
);

/** Nothing where it is refused. */
function wordless(say: () => LegEvent[]): LegEvent[] {
  try {
    return say();
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

describe('the level of a leg (vocabulary 1.4 R1.1)', () => {
  it('is the higher of both values until a person of the receiver has decided', () => {
    const told = Told.sent('P3');
    told.say(raise('P2', 'PH-WCPC', null));
    expect(driving(told)).toBe('P2');
    told.say(lower('P4'));
    expect(driving(told)).toBe('P4');
    expect(told.state.escalation).toMatchObject({ sender: { level: 'P3' }, receiver: { level: 'P4', decided: true } });
  });
  it('is confirmed by a person, with reasons, and once', () => {
    const told = Told.sent('P2');
    const confirm = (person: string | null) =>
      says('ConfirmPriority', { reasons: ['EXTORTION_ACTIVE'], ...attached }, { person });
    expect(told.refused(confirm(null))).toBe('PERSON_REQUIRED');
    expect(told.say(confirm('p-1'))).toMatchObject([{ type: 'PrioritySet', data: { side: 'RECEIVER', level: 'P2' } }]);
    expect(told.say(confirm('p-2'))).toEqual([]);
    expect(told.refused(says('ConfirmPriority', { reasons: [], ...attached }))).toBe('PRIORITY_REASON_REQUIRED');
  });
  it('that the sender raises after a decision makes the receiver decide again', () => {
    const told = Told.sent('P3');
    told.say(lower('P4'));
    expect(told.say(raise('P2', 'US-CLEAR', null))).toMatchObject([
      { data: { side: 'SENDER', previous: 'P4', level: 'P2', driving: 'P2', status: 'IN_FORCE' } },
    ]);
    expect(driving(told)).toBe('P2');
  });
});

describe('what drives after a change', () => {
  it('is what the event says, whoever said what', () => {
    fc.assert(
      fc.property(fc.constantFrom('P1', 'P2', 'P3', 'P4'), fc.array(changes, { maxLength: 12 }), (level, said) => {
        const told = Told.sent(level);
        for (const word of said) {
          const [event] = wordless(() => told.say(word));
          if (event?.type !== 'PriorityChanged' && event?.type !== 'PriorityDisputed') continue;
          expect(driving(told)).toBe(event.data.driving);
        }
      }),
    );
  });
});

describe('raising (R1.2)', () => {
  it.each(['US-CLEAR', 'PH-WCPC'])('is always allowed to %s, also without a person', (by) =>
    expect(Told.sent('P3').say(raise('P1', by, null))).toHaveLength(1),
  );
  it('says nothing new of the level that drives, and is no way to lower', () => {
    expect(Told.sent('P1').say(raise('P1', 'US-CLEAR'))).toEqual([]);
    expect(Told.sent('P1').refused(raise('P2', 'US-CLEAR'))).toBe('PRIORITY_NOT_RAISED');
  });
  it('is told to nobody else that there is such a leg', () =>
    expect(Told.sent('P3').refused(raise('P1', 'GB-NCP'))).toBe('REFERRAL_NOT_FOUND'));
});

describe('lowering P1 (R1.2)', () => {
  it('takes two persons: what is proposed changes nothing', () => {
    const told = Told.sent('P1');
    expect(told.say(lower('P3'))).toMatchObject([{ data: { status: 'PROPOSED', driving: 'P1', approves: null } }]);
    expect(driving(told)).toBe('P1');
    expect(told.say(lower('P3'))).toEqual([]);
    expect(told.refused(approve('p-1'))).toBe('SECOND_PERSON_REQUIRED');
    expect(told.refused(approve(null))).toBe('PERSON_REQUIRED');
    const proposal = told.idOf('PriorityChanged');
    expect(told.say(approve('p-2'))).toMatchObject([
      { data: { status: 'IN_FORCE', driving: 'P3', lowering: 'CHILD_SAFE_CONFIRMED', approves: proposal } },
    ]);
    expect(driving(told)).toBe('P3');
  });
  it('is not approved where nothing is proposed, or the level has been stated anew since', () => {
    expect(Told.sent('P1').refused(approve('p-2'))).toBe('LOWERING_NOT_PROPOSED');
    const told = Told.sent('P1');
    told.say(lower('P3'));
    told.say(says('ConfirmPriority', { reasons: ['LIVE_ABUSE'], ...attached }, { person: 'p-3' }));
    expect(told.refused(approve('p-2'))).toBe('LOWERING_NOT_PROPOSED');
  });
  it('is the receiver’s, and below P1 one person’s with a reason', () => {
    const by = { by: 'US-CLEAR' };
    const words = { level: 'P3', reasons: ['NO_IDENTIFIERS'], lowering: 'WRONGLY_CLASSIFIED', ...none } as const;
    expect(Told.sent('P1').refused(says('LowerPriority', words, by))).toBe('REFERRAL_ADDRESSED_ELSEWHERE');
    expect(Told.sent('P2').refused(lower('P3', null))).toBe('PERSON_REQUIRED');
    expect(Told.sent('P2').refused(says('LowerPriority', { ...words, lowering: 'UNKNOWN' }))).toBe('CODE_UNKNOWN');
    expect(Told.sent('P4').refused(lower('P3'))).toBe('PRIORITY_NOT_LOWERED');
  });
});

describe('an objection (R1.2)', () => {
  const lowered = (): Told => {
    const told = Told.sent('P1');
    told.say(lower('P3', 'p-1'));
    told.say(approve('p-2'));
    return told;
  };
  it('restores P1 until the higher role has decided, and is said once', () => {
    const told = lowered();
    const change = told.idOf('PriorityChanged');
    expect(told.say(dispute)).toMatchObject([
      { type: 'PriorityDisputed', data: { change, previous: 'P3', driving: 'P1' } },
    ]);
    expect(driving(told)).toBe('P1');
    expect(told.say(dispute)).toEqual([]);
    for (const word of [lower('P3'), approve('p-3')]) expect(told.refused(word)).toBe('PRIORITY_DISPUTED');
  });
  it.each([
    ['P1', 'LOWERING_NOT_DISPUTABLE'],
    ['P3', 'LOWERING_NOT_DISPUTABLE'],
  ] as const)('is decided for %s by the higher role of the receiver’s country, and stands', (level, again) => {
    const told = lowered();
    told.say(dispute);
    const open = told.idOf('PriorityDisputed');
    expect(told.say(resolve(level))).toMatchObject([{ data: { resolves: open, driving: level, status: 'IN_FORCE' } }]);
    expect(driving(told)).toBe(level);
    expect(told.refused(dispute)).toBe(again);
  });
  it('is decided by nobody else, nor by who lowered the level', () => {
    const told = lowered();
    expect(told.refused(resolve('P1'))).toBe('REFERRAL_NOT_FOUND'); // no dispute: the leg does not exist for that agency
    told.say(dispute);
    expect(told.refused(resolve('P1', 'h-1', { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' }))).toBe(
      'REFERRAL_NOT_FOUND',
    );
    expect(told.refused(resolve('P1', 'h-1', { role: 'LE_UNIT' }))).toBe('REFERRAL_ADDRESSED_ELSEWHERE');
    for (const person of ['p-1', 'p-2'])
      expect(told.refused(resolve('P3', person, { role: 'POC_247' }))).toBe('SECOND_PERSON_REQUIRED');
    expect(told.say(resolve('P3', 'p-3', { role: 'POC_247' }))).toHaveLength(1);
  });
  it('is possible also after the level was lowered further, by one person', () => {
    const told = lowered();
    const change = told.idOf('PriorityChanged');
    told.say(lower('P4', 'p-1'));
    expect(told.say(dispute)).toMatchObject([{ data: { change, previous: 'P4', driving: 'P1' } }]);
  });
  it('needs a lowering of P1', () => expect(Told.sent('P1').refused(dispute)).toBe('LOWERING_NOT_DISPUTABLE'));
});

describe('scores and other schemes (R1.3)', () => {
  it('are attached as they are, and no level follows', () => {
    const told = Told.sent('P3');
    const score: EventData<'PrioritySet'>['riskAssessment'] = {
      ...{ tool: 'KIRAT', version: '2', value: 'very-high', assessor: 'a-7', assessedAt: NOW },
    };
    const external = { scheme: 'NCMEC', code: '1', setBy: 'US-CLEAR', setAt: NOW };
    const words = { reasons: ['IDENTIFIED_SUSPECT'] as const, riskAssessment: score, externalPriority: external };
    expect(told.say(says('ConfirmPriority', words))).toMatchObject([
      { data: { level: 'P3', riskAssessment: score, externalPriority: external } },
    ]);
    expect(driving(told)).toBe('P3');
  });
  it('come with a submission as well, whichever level that states, and as codes alone', () => {
    const low = { tool: 'KIRAT', version: '2', value: 'low', assessor: 'a-7', assessedAt: NOW };
    const externalPriority = { scheme: 'NCMEC', code: '3', setBy: 'US-CLEAR', setAt: NOW };
    const priority = { level: 'P1', reasons: ['LIVE_ABUSE'], riskAssessment: low, externalPriority } as const;
    const told = new Told();
    expect(told.say({ ...submit(), priority } as LegCommand)).toMatchObject([
      { type: 'ReferralSubmitted' },
      { type: 'PrioritySet', data: { level: 'P1', riskAssessment: low, externalPriority } },
    ]);
    expect(driving(told)).toBe('P1');
    const words = { ...priority, riskAssessment: { ...low, value: 'low, says the neighbour' } };
    expect(new Told().refused({ ...submit(), priority: words } as LegCommand)).toBe('NOTE_MALFORMED');
  });
  it('have codes that suggest levels, where the vocabulary says so (crosswalk)', () => {
    expect(proposedFor('NCMEC', 'ESCALATED')).toEqual(['P1', 'P2']);
    expect(proposedFor('PRIMERO', 'HIGH')).toEqual(['P2']);
    expect(proposedFor('NCMEC', 'E')).toEqual([]); // could not be found in any text
    expect(proposedFor('constructor', 'name')).toEqual([]);
  });
});

describe('what drives', () => {
  it.each(['INSUFFICIENT_INFO', 'CAPACITY'] as const)('forbids to refuse for %s (R1.5)', (reason) => {
    const told = Told.sent('P3');
    told.fold({ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } } }, NOW);
    told.say(raise('P2', 'US-CLEAR', null));
    expect(told.refused(reject({ reason }))).toBe('PRIORITY_FORBIDS_REASON');
    told.say(lower('P3'));
    expect(told.refused(reject({ reason }))).toBeUndefined();
  });
  it('is what legs from before had: nothing of the escalation runs for them', () => {
    const old = { sender: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] }, receiver: null };
    const stored = { ...Told.sent('P3').state, escalation: old };
    const state = leg.upcasts[2](JSON.parse(JSON.stringify(stored)));
    expect(leg.due(state)?.at).toBe(NOW + 7 * 86_400_000); // half of the time until it expires
    expect(leg.decide(clock(NOW + 86_400_000), state)).toEqual([]);
  });
});
