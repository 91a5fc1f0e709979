import { describe, expect, it } from '@jest/globals';
import { DAY, eventId, HOUR, NOW, prioritised, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import { demoDirectory, foundBus } from '../membership/membership.fixtures.js';
import { membership } from '../membership/membership.js';
import { happened } from '../referral/histories.fixtures.js';
import { rulebookOf, firstRulebook } from '../referral/rules.js';
import { say } from '../referral/words.fixtures.js';
import { firstEscalationRules } from './first-rules.js';
import { clock, lines, MINUTE, none, receipt, says, Told } from './said.fixtures.js';

const members = foundBus(demoDirectory).reduce(
  (state, event, index) =>
    membership.evolve(state, event, { at: NOW, eventId: eventId(index + 1), person: 'ops-1', synthetic: false }),
  membership.initialState(),
);
const called = { agency: 'PH-WCPC', role: 'POC_247', country: 'PH' };
const call = (result: 'REACHED' | 'NO_ANSWER', at = NOW) =>
  says('RecordVoiceContact', { at, to: called, result, note: null }, { by: 'US-CLEAR', at });

describe('the clocks of a silent leg (vocabulary 1.3)', () => {
  it('of P1 warn, are missed and climb the ladder, within eight hours', () => {
    const told = Told.sent('P1');
    expect(lines(told.say(clock(NOW + HOUR)))).toEqual([
      '5m NOT RELAYED AVAILABLE',
      '10m NOT RETRIEVED',
      'WARNED VOICE_CONTACT of 15m',
      'WARNED ACKNOWLEDGE of 30m',
      '15m MISSED VOICE_CONTACT P1',
      '15m RAISED 1 for VOICE_CONTACT',
      '30m MISSED ACKNOWLEDGE P1',
      '30m RAISED 2 for VOICE_CONTACT',
      '60m RAISED 3 for VOICE_CONTACT',
    ]);
    expect(lines(told.say(clock(NOW + 8 * HOUR))).filter((line) => line.includes('MISSED'))).toEqual([
      '120m MISSED PRESERVATION P1',
      '240m MISSED FIRST_ACTION P1',
      '240m MISSED SAFEGUARDING P1',
      '480m MISSED FIRST_ACTION_LIMIT P1',
    ]);
  });
  it.each([
    ['P2', ['480m MISSED ACKNOWLEDGE P2', '480m RAISED 1 for ACKNOWLEDGE']],
    ['P3', ['1440m MISSED ACKNOWLEDGE P3', '1440m RAISED 1 for ACKNOWLEDGE']],
    ['P4', ['4320m MISSED ACKNOWLEDGE P4', '4320m RAISED 1 for ACKNOWLEDGE']],
  ] as const)('of %s raise the first step when the acknowledgement is missed', (level, expected) => {
    const said = lines(Told.sent(level).say(clock(NOW + 4 * DAY)));
    expect(said.filter((line) => /MISSED|RAISED/.test(line)).slice(0, 2)).toEqual(expected);
  });
  it('say each thing once, whether the clock comes often or was away for months', () => {
    const often = Told.sent('P3');
    const seldom = Told.sent('P3');
    const said = Array.from({ length: 91 * 4 }, (_, quarter) => often.say(clock(NOW + quarter * 6 * HOUR))).flat();
    const late = [1, 2, 3].flatMap(() => seldom.say(clock(NOW + 90 * DAY)));
    expect(lines(late)).toEqual(lines(said));
    expect(late.at(-1)?.type).toBe('ReferralExpired');
    expect(seldom.say(clock(NOW + 400 * DAY))).toEqual([]);
  });
  it('are the clock’s alone to say', () => {
    const told = Told.sent('P1');
    const late = { ...clock(NOW + DAY), meta: { ...says('ApproveLowering', { note: null }).meta, now: NOW + DAY } };
    expect(told.refused(late)).toBe('REFERRAL_ADDRESSED_ELSEWHERE');
  });
});

describe('what was done', () => {
  it('is not said to be missed, also where the clock comes later', () => {
    const told = Told.sent('P2');
    told.say(say('AcknowledgeReferral', { at: NOW + 9 * HOUR }));
    expect(lines(told.say(clock(NOW + 10 * HOUR)))).toEqual([]);
  });
  it('tells where to look: at the bus until the receiver could read the leg (design 4)', () => {
    const [unseen, seen] = [Told.sent('P3'), Told.sent('P3')];
    seen.say(say('ReceiveReferral'));
    const available = Told.sent('P3');
    available.say(receipt('AVAILABLE'));
    const late = Told.sent('P3');
    late.say(receipt('AVAILABLE', { at: NOW + DAY + 1 }));
    const earlier = new Told();
    [submitted({ deliveryRules: null }), prioritised('P3')].forEach((event) => earlier.fold(event, NOW));
    const causes = [unseen, seen, available, late, earlier].map((told) => {
      const missed = told.say(clock(NOW + DAY + 1)).find((event) => event.type === 'DeadlineMissed');
      return missed?.data;
    });
    expect(causes.map((missed) => missed?.cause)).toEqual(['BUS', 'RECEIVER', 'RECEIVER', 'BUS', 'NOT_DETERMINED']);
  });
  it('stops the ladder, and a person’s answer does; what was raised stands (R1.4)', () => {
    const told = Told.sent('P2');
    told.say(clock(NOW + 8 * HOUR));
    const reply = says('AnswerEscalation', { reply: 'TAKES_OVER', note: null });
    expect(told.say(reply)).toMatchObject([{ data: { step: 1, cause: 'ACKNOWLEDGE', reply: 'TAKES_OVER' } }]);
    expect(told.say(reply)).toEqual([]);
    expect(lines(told.say(clock(NOW + 20 * HOUR)))).not.toContainEqual(expect.stringContaining('RAISED'));
    expect(told.refused(says('AnswerEscalation', { reply: 'TAKES_OVER', note: null }, { person: null }))).toBe(
      'PERSON_REQUIRED',
    );
    expect(Told.sent('P2').refused(reply)).toBe('ESCALATION_NOT_RAISED');
  });
  it('a telephone call ends what P1 owes only where somebody was reached (R1.7)', () => {
    const [reached, rang] = [Told.sent('P1'), Told.sent('P1')];
    reached.say(call('REACHED'));
    rang.say(call('NO_ANSWER'));
    const missed = (told: Told) => lines(told.say(clock(NOW + 16 * MINUTE)));
    expect(missed(rang)).toContain('15m MISSED VOICE_CONTACT P1');
    expect(missed(reached).slice(2)).toEqual(['WARNED ACKNOWLEDGE of 30m', '15m RAISED 1 for ACKNOWLEDGE']);
    expect(rang.refused(call('REACHED', NOW + DAY))).toBeUndefined();
    expect(rang.refused(says('RecordVoiceContact', { at: NOW + DAY, to: called, result: 'REACHED', note: null }))).toBe(
      'TIME_ABSURD',
    );
  });
});

describe('the status of what is worked on', () => {
  const working = (level: 'P1' | 'P2'): Told => {
    const told = Told.sent(level);
    for (const type of ['ReceiveReferral', 'AcceptReferral', 'StartWork'] as const) told.say(say(type));
    return told;
  };
  const missedStatus = (told: Told, at: number): boolean => {
    const said: string[] = [];
    for (let events = told.say(clock(at)); events.length > 0; events = told.say(clock(at))) said.push(...lines(events));
    return said.some((line) => line.includes('MISSED STATUS_UPDATE'));
  };
  it('is owed since the receiver’s last word, and begins anew with each', () => {
    const told = working('P1');
    told.say(say('NotifyDelay', { at: NOW + 3 * HOUR }));
    expect(missedStatus(told, NOW + 7 * HOUR - 1)).toBe(false);
    expect(missedStatus(told, NOW + 7 * HOUR)).toBe(true);
    expect(missedStatus(told, NOW + DAY)).toBe(false);
    told.say(say('NotifyDelay', { at: NOW + DAY }));
    expect(missedStatus(told, NOW + DAY + 4 * HOUR)).toBe(true);
  });
  it('of P1 is owed until the child is located, of P2 weekly after the first action', () => {
    const found = working('P1');
    const outcome = { outcome: 'CHILD_SAFEGUARDED', on: 20_000, accuracy: 'CONFIRMED' } as const;
    found.say(say('ReportOutcome', { data: { outcomes: [outcome] } }));
    expect(missedStatus(found, NOW + 30 * DAY)).toBe(false);
    expect(missedStatus(working('P2'), NOW + 7 * DAY - 1)).toBe(false);
    expect(missedStatus(working('P2'), NOW + 7 * DAY)).toBe(true);
  });
  it('pauses while work rests, until the date of review, of which is warned (2.3)', () => {
    const told = working('P2');
    told.say(say('SuspendWork', { data: { reviewAt: NOW + 20 * DAY } }));
    const said = lines(told.say(clock(NOW + 27 * DAY - 1)));
    expect(said).toContain(`WARNED REVIEW of ${(20 * DAY) / MINUTE}m`);
    expect(said.some((line) => line.includes('MISSED STATUS_UPDATE'))).toBe(false);
    expect(missedStatus(told, NOW + 27 * DAY)).toBe(true);
  });
});

describe('a change of the level', () => {
  it('moves the times that are open, counted from the receipt, and says since when the level drives', () => {
    const told = Told.sent('P3');
    const at = NOW + 10 * HOUR;
    told.say(says('RaisePriority', { level: 'P1', reasons: ['LIVE_ABUSE'], ...none }, { by: 'US-CLEAR', at }));
    expect(leg.due(told.state)).toEqual({ at: NOW + 5 * MINUTE, level: 'P1' });
    const missed = told.say(clock(at)).find((event) => event.type === 'DeadlineMissed');
    expect(missed?.data).toMatchObject({ levelSince: at, countedFrom: NOW, dueAt: NOW + 15 * MINUTE });
  });
  it('says nothing again of what was said', () => {
    const told = Told.sent('P3');
    told.say(clock(NOW + DAY));
    const at = NOW + 25 * HOUR;
    told.say(says('RaisePriority', { level: 'P2', reasons: ['ONGOING_ABUSE_SIGNS'], ...none }, { by: 'US-CLEAR', at }));
    const said = lines(told.say(clock(at)));
    expect(said).not.toContainEqual(expect.stringContaining('ACKNOWLEDGE P'));
    expect(said).not.toContainEqual(expect.stringContaining('RAISED 1 for ACKNOWLEDGE'));
    expect(said).toContain(`${16 * 60}m RAISED 2 for ACKNOWLEDGE`);
  });
});

describe('whom a step calls upon', () => {
  const raised = (told: Told, at: number) => told.say(clock(at)).filter((event) => event.type === 'EscalationRaised');

  it('is fixed by who takes part, and names roles that nobody holds', () => {
    const [first] = raised(Told.sent('P1', members), NOW + 15 * MINUTE);
    expect(first?.data.to.map(({ agency }) => agency)).toEqual(['PH-WCPC']);
    expect(first?.data.audience).toContain('PH-WCPC');
    const [nobody] = raised(Told.sent('P2'), NOW + 8 * HOUR);
    expect(nobody?.data).toMatchObject({
      to: [{ agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' }],
      unfilled: ['LE_UNIT'],
    });
  });
  it('is not the sender, for its own referral', () => {
    const told = Told.sent('P1', members);
    const stands = told.state.referral.status === 'NONE' ? null : { ...told.state.referral, sender: 'CA-LIAISON' };
    const state = { ...told.state, referral: stands ?? told.state.referral };
    const later = new Told(state, members);
    const callees = raised(later, NOW + HOUR).flatMap(({ data }) => data.to.map(({ agency }) => agency));
    expect(callees).not.toContain('CA-LIAISON');
  });
  it('may answer and is no stranger then; others are', () => {
    const told = Told.sent('P1', members);
    const steps = raised(told, NOW + HOUR);
    const other = steps.flatMap(({ data }) => data.to).find(({ agency }) => agency !== 'PH-WCPC');
    expect(other).toBeDefined();
    const words = { reply: 'PASSED_ON', note: null } as const;
    const as = { ...other, client: 'c' };
    expect(told.say(says('AnswerEscalation', words, { person: 'x-1', as }))).toHaveLength(1);
    const stranger = { agency: 'BR-UNIT', role: 'LE_UNIT', country: 'BR' };
    expect(told.refused(says('AnswerEscalation', words, { as: stranger }))).toBe('REFERRAL_NOT_FOUND');
  });
});

describe('the child and the evidence', () => {
  const request = {
    authority: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
    offence: 'SOLICITATION',
    facts: 'FACTS-1',
    data: ['TRAFFIC_DATA'],
    custodian: 'Example Video',
    location: null,
    necessity: 'RETENTION_ENDS',
    followUp: 'MUTUAL_ASSISTANCE_REQUEST',
    crossBorder: true,
    wantedUntil: null,
    note: null,
  } as const;
  const requested = (more: Partial<{ crossBorder: boolean }> = {}): [Told, string] => {
    const told = Told.sent('P2');
    told.say(says('RequestPreservation', { ...request, data: ['TRAFFIC_DATA'], ...more }));
    return [told, told.idOf('PreservationRequested')];
  };
  const confirm = (id: string, days: number, at = NOW) =>
    says('ConfirmPreservation', { request: id, until: at + days * DAY, reference: null, note: null }, { at });

  it('a request to preserve names what Budapest 29(2) requires (2.5)', () => {
    const told = Told.sent('P2');
    const refused = (more: object): string | undefined =>
      told.refused(says('RequestPreservation', { ...request, data: ['TRAFFIC_DATA'], ...more }));
    expect(refused({ custodian: null })).toBe('CUSTODIAN_REQUIRED');
    expect(refused({ data: [] })).toBe('CODE_REQUIRED');
    expect(refused({ facts: 'what happened there' })).toBe('NOTE_MALFORMED');
    expect(refused({ wantedUntil: NOW })).toBe('TIME_ABSURD');
    for (let count = 0; count < 4; count += 1)
      told.say(says('RequestPreservation', { ...request, data: ['TRAFFIC_DATA'] }));
    expect(refused({})).toBe('PRESERVATIONS_EXHAUSTED');
  });
  it('is confirmed for 60 days at least across borders and 90 at most at home', () => {
    const [abroad, one] = requested();
    expect(abroad.refused(confirm(one, 30))).toBe('PRESERVATION_TOO_SHORT');
    const [home, other] = requested({ crossBorder: false });
    expect(home.refused(confirm(other, 91))).toBe('PRESERVATION_TOO_LONG');
    expect(home.refused(confirm(eventId(99), 60))).toBe('PRESERVATION_NOT_FOUND');
  });
  it('warns 21, 7 and 2 days before data is lost, once each, also on a leg that went on, and anew where it is renewed', () => {
    const [told, id] = requested();
    told.say(confirm(id, 60));
    told.say(say('ReceiveReferral'));
    told.fold(happened.forwarded, NOW);
    const expiring = (days: number) => lines(told.say(clock(NOW + days * DAY)));
    expect(expiring(38)).toEqual([]);
    expect(expiring(39)).toEqual(['EXPIRING in 21 days']);
    expect(expiring(58)).toEqual(['EXPIRING in 7 days', 'EXPIRING in 2 days']);
    told.say(confirm(id, 60, NOW + 59 * DAY));
    expect(expiring(98)).toEqual(['EXPIRING in 21 days']);
    told.say(says('ReleasePreservation', { request: id, reason: 'DATA_OBTAINED', note: null }));
    expect(leg.due(told.state)).toBeNull();
  });
  it('that there is nothing to preserve ends what is owed; a service that was told is named when it answers', () => {
    const told = Told.sent('P1');
    told.say(says('ReleasePreservation', { request: null, reason: 'NOTHING_TO_PRESERVE', note: null }));
    told.say(
      says('NotifySafeguarding', { measure: 'CHILD_PROTECTION_NOTIFIED', country: 'PH', service: null, note: null }),
    );
    const said = told.say(clock(NOW + 8 * HOUR)).flatMap((event) => lines([event]));
    expect(said).not.toContainEqual(expect.stringMatching(/PRESERVATION|SAFEGUARDING/));
    const answer = (notified: string) => says('ConfirmSafeguarding', { notified, result: 'CHILD_SAFE', note: null });
    expect(told.refused(answer(eventId(99)))).toBe('SAFEGUARDING_NOT_NOTIFIED');
    expect(told.say(answer(told.idOf('SafeguardingNotified')))).toHaveLength(1);
  });
});

describe('rules of the escalation (scenario 16)', () => {
  const slower = {
    ...firstEscalationRules,
    version: 2,
    levels: {
      ...firstEscalationRules.levels,
      P3: { ...firstEscalationRules.levels.P3, ladder: firstEscalationRules.levels.P4.ladder },
    },
  };
  const book = rulebookOf({
    referral: [{ from: 0, rules: firstRulebook.version(1) }],
    escalation: [
      { from: 0, rules: firstEscalationRules },
      { from: NOW, rules: slower },
    ],
  });
  it('are those under which the leg was submitted, and each event says which', () => {
    const raisedUnder = (at: number) => {
      const events = leg.decide(say('SubmitReferral', { at }), leg.initialState(), book);
      const told = new Told();
      events.forEach((event) => told.fold(event, at));
      return leg
        .decide(clock(at + DAY), told.state, book)
        .filter(({ type }) => type === 'EscalationRaised')
        .map(({ data }) => ('rules' in data ? data.rules : null));
    };
    expect(raisedUnder(NOW - 1)).toEqual([{ set: 'escalation', version: 1 }]);
    expect(raisedUnder(NOW)).toEqual([]);
  });
});
