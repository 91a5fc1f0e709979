import { describe, it } from '@jest/globals';
import { given, prioritised, submitted } from '../leg/leg.fixtures.js';
import { happened, inStatus } from './histories.fixtures.js';
import { ids, say, told } from './words.fixtures.js';

const { ACCEPTED: before } = inStatus;

describe('a consultation on jurisdiction (vocabulary 2.5, 22(5))', () => {
  it.each(['US-CLEAR', 'PH-WCPC', 'GB-NCP'])('is opened by a party or by a contact of a country concerned: %s', (by) =>
    given(before).when(say('OpenConsultation', { by })).thenTypes('JurisdictionConsultationOpened'),
  );
  it('names who opens it, the countries and what their claims rest on', () =>
    given(before).when(say('OpenConsultation')).then([happened.consulting]));
  it('does not exist for others: another country’s contact, or another role of a country concerned', () => {
    const elsewhere = [submitted({ nexus: [] }), prioritised('P3')];
    given(elsewhere)
      .when(say('OpenConsultation', { by: 'GB-NCP' }))
      .thenRefused('REFERRAL_NOT_FOUND');
    given([...before, happened.supplemented])
      .when(say('OpenConsultation', { by: 'AU-UNIT' }))
      .thenRefused('REFERRAL_NOT_FOUND');
  });
  it.each([[['PH']], [['PH', 'PH']], [['PH', 'gb']], [[]]])('is between countries: not %j', (countries) =>
    given(before)
      .when(say('OpenConsultation', { data: { countries } }))
      .thenRefused('CONSULTATION_COUNTRIES_UNSUITABLE'),
  );
  it('is one at a time', () => {
    const open = [...before, happened.consulting];
    given(open).when(say('OpenConsultation')).thenNothing();
    given(open)
      .when(say('OpenConsultation', { by: 'GB-NCP' }))
      .thenRefused('CONSULTATION_OPEN');
    given([...open, happened.consulted])
      .when(say('OpenConsultation', { by: 'GB-NCP' }))
      .thenTypes('JurisdictionConsultationOpened');
  });
});

describe('the result of a consultation', () => {
  const open = [...before, happened.consulting];
  it('is coded, and names the country that leads where one does', () => {
    given(open).when(say('ConcludeConsultation')).then([happened.consulted]);
    given(open)
      .when(say('ConcludeConsultation', { data: { result: 'JOINT_CASE', lead: null } }))
      .then([
        told('JurisdictionConsultationConcluded', { by: 'PH-WCPC', result: 'JOINT_CASE', lead: null, note: null }),
      ]);
  });
  it.each([
    { result: 'LEAD_AGREED' as const, lead: null },
    { result: 'NO_AGREEMENT' as const, lead: 'PH' },
    { result: 'LEAD_AGREED' as const, lead: 'AU' },
  ])('is whole: not %j', (data) =>
    given(open).when(say('ConcludeConsultation', { data })).thenRefused('CONSULTATION_LEAD_UNSUITABLE'),
  );
  it('is that of an open consultation', () =>
    given(before).when(say('ConcludeConsultation')).thenRefused('CONSULTATION_NOT_OPEN'));
});

describe('a bundle of near-identical routine referrals (vocabulary 1.1)', () => {
  it('is named on each member with the referral that leads it, and leaves the member’s state alone', () =>
    given(before).when(say('BundleReferral')).then([happened.bundled]));
  it.each(['P1', 'P2'] as const)('never has a member of %s', (level) => {
    given([submitted(), prioritised(level)])
      .when(say('BundleReferral'))
      .thenRefused('PRIORITY_FORBIDS_BUNDLING', { priority: level });
    given([])
      .when(say('SubmitReferral', { level, data: { bundle: { bundle: ids.bundle, lead: ids.lead } } }))
      .thenRefused('PRIORITY_FORBIDS_BUNDLING');
  });
  it('may be named by the submission', () => {
    const bundle = { bundle: ids.bundle, lead: ids.lead };
    given([])
      .when(say('SubmitReferral', { data: { bundle } }))
      .then([submitted({ bundle }), prioritised('P3')]);
    given([submitted({ bundle }), prioritised('P3')])
      .when(say('BundleReferral'))
      .thenNothing();
  });
  it('is one at a time', () => {
    given([...before, happened.bundled])
      .when(say('BundleReferral'))
      .thenNothing();
    given([...before, happened.bundled])
      .when(say('BundleReferral', { data: { bundle: { bundle: ids.nobody, lead: ids.lead } } }))
      .thenRefused('BUNDLED_ALREADY');
  });
  it('is named by ids', () => {
    for (const bundle of [
      { bundle: 'a burst of copies', lead: ids.lead },
      { bundle: ids.bundle, lead: 'somewhere' },
    ])
      given(before)
        .when(say('BundleReferral', { data: { bundle } }))
        .thenRefused('BUNDLE_MALFORMED');
  });
});
