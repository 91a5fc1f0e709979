import { describe, expect, it } from '@jest/globals';
import { actor, DAY, eventId, folded, given, NOW, party, prioritised, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { LegCommand, LegEvent } from '../leg/leg.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import { exhibits, ids, nothingAdded, outcome, say } from './words.fixtures.js';

const { supplemented, corrected } = happened;
/** Event 3 is the supplement. */
const added = [...inStatus.SUBMITTED, supplemented];
/** Event 6 is the outcome. */
const reported = inStatus.OUTCOME_REPORTED;

const tenOf = (by: string): LegEvent[] =>
  Array.from({ length: 10 }, () => ({ ...supplemented, data: { ...supplemented.data, by } }) as LegEvent);
const tooManyCountries = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  .flatMap((one) => ['A', 'B'].map((other) => `${other}${one}`))
  .map((country) => ({ country, basis: 'OFFENCE_PLACE' as const, confidence: 'LOW' as const }));

describe('a supplement (vocabulary 2.3, features A12)', () => {
  it('adds to the submission, and says which version that makes', () => {
    given(inStatus.SUBMITTED).when(say('SupplementReferral')).then([supplemented]);
    expect(dataOf(leg.decide(say('SupplementReferral'), folded(added)), 'Supplemented')?.version).toBe(3);
  });
  it('may name the submission by its event', () =>
    given(inStatus.SUBMITTED)
      .when(say('SupplementReferral', { data: { part: eventId(1) } }))
      .then([supplemented]));
  it('is linked to what it adds to', () => {
    const events = leg.decide(say('SupplementReferral', { data: { part: eventId(3) } }), folded(added));
    expect(dataOf(events, 'Supplemented')).toMatchObject({ part: eventId(3), version: 2 });
  });
  it('adds to what the same party said', () => {
    given(added)
      .when(say('SupplementReferral', { by: 'PH-WCPC', data: { part: eventId(3) } }))
      .thenRefused('PART_NOT_YOURS');
    given(reported)
      .when(say('SupplementReferral', { data: { part: eventId(6) } }))
      .thenRefused('PART_NOT_YOURS');
    given(reported)
      .when(say('SupplementReferral', { by: 'PH-WCPC', data: { part: eventId(6) } }))
      .thenTypes('Supplemented');
  });
  it.each([ids.nobody, eventId(2), 'no id', '__proto__'])('adds to nothing that was not said: %s', (part) =>
    given(added)
      .when(say('SupplementReferral', { data: { part } }))
      .thenRefused('PART_NOT_FOUND'),
  );
  it('adds something', () => {
    given(added)
      .when(say('SupplementReferral', { data: { additions: nothingAdded } }))
      .thenRefused('SUPPLEMENT_EMPTY');
    given(added)
      .when(say('SupplementReferral', { data: { additions: nothingAdded, note: 'case/2026/17' } }))
      .thenTypes('Supplemented');
  });
  it('is not more of a party than a leg can keep', () =>
    given([...inStatus.SUBMITTED, ...tenOf('US-CLEAR')])
      .when(say('SupplementReferral'))
      .thenRefused('SUPPLEMENTS_EXHAUSTED', { limit: 10 }));
  it('of one party takes no room from the other', () => {
    const bySender = say('SupplementReferral');
    const byReceiver = say('SupplementReferral', { by: 'PH-WCPC', data: { part: eventId(9) } });
    const ofReceiver = [...reported, ...tenOf('PH-WCPC')];
    given(ofReceiver).when(bySender).thenTypes('Supplemented');
    given(ofReceiver).when(byReceiver).thenRefused('SUPPLEMENTS_EXHAUSTED', { limit: 10 });
    given([...reported, ...tenOf('US-CLEAR'), ...tenOf('PH-WCPC').slice(1)])
      .when(say('SupplementReferral', { by: 'PH-WCPC', data: { part: eventId(6) } }))
      .thenTypes('Supplemented');
  });
  it('makes further countries concerned, within what a leg can keep', () => {
    const state = folded(added);
    expect(state.referral).toMatchObject({ countries: ['PH', 'GB', 'AU'] });
    given([], state)
      .when(say('SupplementReferral', { data: { additions: { ...nothingAdded, nexus: tooManyCountries } } }))
      .thenRefused('NEXUS_COUNTRIES_EXHAUSTED', { limit: 50 });
  });
});

describe('a correction (I7)', () => {
  it('is a new event that names what it replaces, with a version and a reason', () => {
    given(inStatus.SUBMITTED).when(say('CorrectReferral')).then([corrected]);
    given(inStatus.SUBMITTED)
      .when(say('CorrectReferral', { data: { reason: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
  });
  it('counts on from the versions before, of each part for itself', () => {
    const third = leg.decide(say('CorrectReferral'), folded(added));
    expect(dataOf(third, 'Corrected')).toMatchObject({ part: null, version: 3 });
    const state = folded([...added, ...third]);
    expect(dataOf(leg.decide(say('CorrectReferral'), state), 'Corrected')?.version).toBe(4);
    const ofSupplement = say('CorrectReferral', { data: { part: eventId(3), reference: null, nexus: [] } });
    expect(dataOf(leg.decide(ofSupplement, state), 'Corrected')).toMatchObject({ part: eventId(3), version: 2 });
  });
  it('is the originator’s alone', () =>
    given(added)
      .when(say('CorrectReferral', { by: 'PH-WCPC' }))
      .thenRefused('PART_NOT_YOURS'));
  it('replaces something', () =>
    given(added)
      .when(say('CorrectReferral', { data: { reference: null } }))
      .thenRefused('CORRECTION_EMPTY'));
  it('replaces what that part has: an outcome by outcomes, and nothing else by them', () => {
    const outcomes = [outcome('UNFOUNDED')];
    given(reported)
      .when(say('CorrectReferral', { data: { reference: null, outcomes } }))
      .thenRefused('CORRECTION_UNSUITABLE', { field: 'outcomes' });
    given(reported)
      .when(say('CorrectReferral', { by: 'PH-WCPC', data: { part: eventId(6), reference: null, outcomes } }))
      .thenTypes('Corrected');
    given(reported)
      .when(say('CorrectReferral', { by: 'PH-WCPC', data: { part: eventId(6) } }))
      .thenRefused('CORRECTION_UNSUITABLE', { field: 'reference' });
    given(added)
      .when(say('CorrectReferral', { data: { part: eventId(3) } }))
      .thenRefused('CORRECTION_UNSUITABLE', { field: 'reference' });
  });
  it('is checked as what it replaces was', () => {
    const incident = { offenceType: 'SOLICITATION' as const, modifiers: [], zone: null, occurredAt: NOW + DAY };
    given(added)
      .when(say('CorrectReferral', { data: { incident } }))
      .thenRefused('INCIDENT_TIME_ABSURD');
  });
});

describe('what was entered in error (vocabulary 2.3)', () => {
  it('ends the leg when it is the submission, by the sender’s person with a reason', () => {
    given(inStatus.CLOSED).when(say('EnterReferralInError')).then([happened.inError]);
    given(inStatus.CLOSED)
      .when(say('EnterReferralInError', { person: null }))
      .thenRefused('PERSON_REQUIRED');
    given(inStatus.CLOSED)
      .when(say('EnterReferralInError', { by: 'PH-WCPC' }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE');
    given(inStatus.CLOSED)
      .when(say('EnterReferralInError', { data: { reason: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
  });
  it('takes back one part when it is one, by who said it, and the case goes on', () => {
    const command = say('EnterPartInError', { data: { part: eventId(6) } });
    const events = leg.decide(command, folded(reported));
    expect(dataOf(events, 'EnteredInError')).toMatchObject({ by: 'PH-WCPC', part: eventId(6) });
    const state = folded(events, { from: folded(reported) });
    expect(state.referral.status).toBe('OUTCOME_REPORTED');
    given([], state).when(command).thenRefused('PART_NOT_FOUND');
    given(reported)
      .when(say('EnterPartInError', { by: 'US-CLEAR', data: { part: eventId(6) } }))
      .thenRefused('PART_NOT_YOURS');
  });
  it('takes back no submission as if it were a part', () =>
    given(reported)
      .when(say('EnterPartInError', { by: 'US-CLEAR', data: { part: eventId(1) } }))
      .thenRefused('PART_NOT_FOUND'));
});

describe('what the bus carries on to an onward leg', () => {
  const carried = { leg: ids.lead, event: eventId(9) };
  const onward = [
    submitted({ from: party('US-CLEAR'), origin: ids.lead, parent: ids.lead, hop: 1, chain: [] }),
    prioritised('P3'),
  ];
  it('is said in the name of the leg’s sender, with a link to where it was said', () => {
    for (const word of ['SupplementReferral', 'CorrectReferral', 'EnterReferralInError'] as const) {
      const events = leg.decide(say(word, { by: 'BUS-POLICY', data: { carried } }), folded(onward));
      expect(events[0]?.data).toMatchObject({ by: 'US-CLEAR', carried });
    }
  });
  const carrying = say('SupplementReferral', { by: 'BUS-POLICY', data: { carried } });
  const once = leg.decide(carrying, folded(onward));
  const times = (count: number): LegEvent[] => Array.from({ length: count }, () => once).flat();
  const changing = (n: number) =>
    say('CorrectReferral', {
      by: 'BUS-POLICY',
      data: { part: eventId(n), reference: null, nexus: [], carried },
    });
  it('needs no room of an agency’s, and is the bus’s to correct', () => {
    const full = [...onward, ...tenOf('US-CLEAR')];
    given(full).when(say('SupplementReferral')).thenRefused('SUPPLEMENTS_EXHAUSTED', { limit: 10 });
    const events = leg.decide(carrying, folded(full));
    /** Event 13 is what was carried. */
    const state = folded([...full, ...events]);
    given([], state)
      .when(say('CorrectReferral', { data: { part: eventId(13), reference: null, nexus: [] } }))
      .thenRefused('PART_NOT_YOURS');
    given([], state).when(changing(13)).thenTypes('Corrected');
  });
  it('comes to the holder however much was carried before, and so does what changes it later (I7)', () => {
    /** Event 3 is the first of what was carried, and not remembered. */
    const full = [...onward, ...times(35)];
    given(full).when(carrying).thenTypes('Supplemented');
    given(full)
      .when(say('SupplementReferral', { by: 'BUS-POLICY', data: { carried, part: eventId(3) } }))
      .thenTypes('Supplemented');
    given(full)
      .when(say('EnterPartInError', { by: 'BUS-POLICY', data: { carried, part: eventId(3) } }))
      .thenTypes('EnteredInError');
    given(full)
      .when(say('EnterPartInError', { data: { part: eventId(3) } }))
      .thenRefused('PART_NOT_FOUND');
    expect(leg.decide(changing(3), folded(full))[0]?.data).toMatchObject({ part: eventId(3), version: 2 });
  });
  it('keeps the versions of what was changed, however much is carried after that', () => {
    const before = [...onward, ...times(35)];
    const changed = [...before, ...leg.decide(changing(3), folded(before)), ...times(35)];
    expect(leg.decide(changing(3), folded(changed))[0]?.data).toMatchObject({ version: 3 });
  });
  it('never has a version twice, though the leg forgot a part that was changed: the earlier leg knows its version (I7)', () => {
    /** Each is changed as soon as it is said, so that for want of room one that was changed goes. */
    const all = Array.from({ length: 31 }, (_, n) => [
      ...once,
      ...leg.decide(changing(3 + 2 * n), folded(onward)),
    ]).flat();
    const full = folded([...onward, ...all]);
    const change = changing(3);
    expect(leg.decide({ ...change, versionThere: 3 } as LegCommand, full)[0]?.data).toMatchObject({
      part: eventId(3),
      version: 3,
    });
    const addition = say('SupplementReferral', { by: 'BUS-POLICY', data: { carried, part: eventId(3) } });
    expect(leg.decide({ ...addition, versionThere: 3 } as LegCommand, full)[0]?.data).toMatchObject({ version: 3 });
  });
  it('may make more countries concerned than a leg keeps, and may be more evidence than one statement', () => {
    const evidence = exhibits(51);
    const additions = { ...nothingAdded, nexus: tooManyCountries };
    const adding = say('SupplementReferral', { by: 'BUS-POLICY', data: { additions, carried } });
    const events = leg.decide(adding, folded(onward));
    const state = folded([...onward, ...events]).referral;
    expect(state).toMatchObject({ countries: { length: 50 } });
    expect(state).toMatchObject({ countries: expect.arrayContaining(['PH', 'GB']) });
    const further = { from: party('PH-WCPC'), to: party('AU-UNIT'), origin: ids.lead, parent: ids.lead, hop: 1 };
    given([])
      .when(say('SubmitReferral', { by: 'BUS-POLICY', data: { ...further, nexus: tooManyCountries, evidence } }))
      .thenTypes('ReferralSubmitted', 'PrioritySet');
    const replacing = { reference: null, nexus: tooManyCountries, evidence };
    given(onward)
      .when(say('CorrectReferral', { by: 'BUS-POLICY', data: { ...replacing, carried } }))
      .thenTypes('Corrected');
    given(onward)
      .when(say('CorrectReferral', { data: replacing }))
      .thenRefused('EVIDENCE_EXHAUSTED', { limit: 50 });
  });
  it('is nothing on a first leg, and nothing without a link', () => {
    given(inStatus.SUBMITTED).when(carrying).thenRefused('ONWARD_FIELDS_FORBIDDEN');
    given(onward)
      .when(say('SupplementReferral', { by: 'BUS-POLICY' }))
      .thenRefused('ONWARD_FIELDS_FORBIDDEN');
  });
  it('is not claimed by an agency', () =>
    given(onward)
      .when(say('SupplementReferral', { data: { carried } }))
      .thenRefused('ONWARD_FIELDS_FORBIDDEN'));
  it('needs no person: the bus is none', () => expect(actor('BUS-POLICY').person).toBeNull());
});
