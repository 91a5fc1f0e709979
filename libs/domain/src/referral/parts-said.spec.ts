import { describe, expect, it } from '@jest/globals';
import { actor, DAY, eventId, folded, given, NOW, party, prioritised, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import { ids, nothingAdded, outcome, say } from './words.fixtures.js';

const { supplemented, corrected } = happened;
/** Event 3 is the supplement. */
const added = [...inStatus.SUBMITTED, supplemented];
/** Event 6 is the outcome. */
const reported = inStatus.OUTCOME_REPORTED;

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
  it('is not more than a leg can keep', () =>
    given([...inStatus.SUBMITTED, ...Array.from({ length: 10 }, () => supplemented)])
      .when(say('SupplementReferral'))
      .thenRefused('SUPPLEMENTS_EXHAUSTED', { limit: 10 }));
  it('makes further countries concerned, within what a leg can keep', () => {
    const state = folded(added);
    expect(state.referral).toMatchObject({ countries: ['PH', 'GB', 'AU'] });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const nexus = letters
      .flatMap((one) => ['A', 'B'].map((other) => `${other}${one}`))
      .map((country) => ({ country, basis: 'OFFENCE_PLACE' as const, confidence: 'LOW' as const }));
    given([], state)
      .when(say('SupplementReferral', { data: { additions: { ...nothingAdded, nexus } } }))
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
  it('has room of its own, and is the bus’s to correct', () => {
    const carrying = say('SupplementReferral', { by: 'BUS-POLICY', data: { carried } });
    const full = [...onward, ...Array.from({ length: 10 }, () => supplemented)];
    given(full).when(say('SupplementReferral')).thenRefused('SUPPLEMENTS_EXHAUSTED', { limit: 10 });
    const events = leg.decide(carrying, folded(full));
    /** Event 13 is what was carried. */
    const state = folded([...full, ...events]);
    const correction = { part: eventId(13), reference: null, nexus: [] };
    given([], state)
      .when(say('CorrectReferral', { data: correction }))
      .thenRefused('PART_NOT_YOURS');
    given([], state)
      .when(say('CorrectReferral', { by: 'BUS-POLICY', data: { ...correction, carried } }))
      .thenTypes('Corrected');
    given([...onward, ...Array.from({ length: 20 }, () => events).flat()])
      .when(carrying)
      .thenRefused('SUPPLEMENTS_EXHAUSTED', { limit: 20 });
  });
  it('is nothing on a first leg, and nothing without a link', () => {
    const carrying = say('SupplementReferral', { by: 'BUS-POLICY', data: { carried } });
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
