import { describe, expect, it } from '@jest/globals';
import type { EventData, EventName, Nexus } from '#libs/contracts';
import { folded, given, party, prioritised, submitted } from '../leg/leg.fixtures.js';
import { leg, type LegEvent } from '../leg/leg.js';
import type { Membership } from '../membership/state.js';
import { contact, taking } from './contacts.fixtures.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import { ids, nothingAdded, say, told } from './words.fixtures.js';

const { ACCEPTED: before } = inStatus;
const { rules: _of, ...opening } = said([happened.consulting], 'JurisdictionConsultationOpened');
const { rules: _by, ...ending } = said([happened.consulted], 'JurisdictionConsultationConcluded');

/** @throws TypeError where it was not said */
function said<Name extends EventName>(events: readonly LegEvent[], type: Name): EventData<Name> {
  const data = dataOf(events, type);
  if (!data) throw new TypeError(`no ${type}`);
  return data;
}

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
  it.each(['US-CLEAR', 'PH-WCPC', 'GB-NCP'])(
    'does not rest on where data lie, which is custody and never jurisdiction: %s (vocabulary 3.4)',
    (by) => {
      for (const bases of [['DATA_LOCATION'], ['OFFENCE_PLACE', 'DATA_LOCATION']] as const)
        given(before)
          .when(say('OpenConsultation', { by, data: { bases: [...bases] } }))
          .thenRefused('CONSULTATION_BASIS_UNSUITABLE', { basis: 'DATA_LOCATION' });
    },
  );
  it('does not rest on what is not known (vocabulary 3.4)', () =>
    given(before)
      .when(say('OpenConsultation', { data: { bases: ['UNKNOWN'] } }))
      .thenRefused('CODE_UNKNOWN', { field: 'bases' }));
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

describe('whom a consultation is told beside the parties', () => {
  const opened = (by: string, members: Membership, countries = ['PH', 'GB']) =>
    said(
      leg.decide(say('OpenConsultation', { by, data: { countries } }), folded(before), undefined, members),
      'JurisdictionConsultationOpened',
    );
  const concluded = (by: string, members: Membership) => {
    const open = told('JurisdictionConsultationOpened', { ...opening, opener: party('GB-NCP') });
    const state = folded([...before, open]);
    return said(
      leg.decide(say('ConcludeConsultation', { by }), state, undefined, members),
      'JurisdictionConsultationConcluded',
    );
  };
  const ncp = (country: string, role = 'NCP_LE') => ({ agency: `${country}-NCP`, role, country });
  const everyone = taking(contact('PH'), contact('GB'), contact('AU'));

  it('are the national contacts of the countries that are named, and no others', () =>
    expect(opened('US-CLEAR', everyone)).toMatchObject({
      contacts: [ncp('PH'), ncp('GB')],
      unfilled: [],
      audience: ['PH-NCP', 'GB-NCP'],
    }));
  it('is who calls for it, though its country is not named', () => {
    const members = taking(contact('PH'), contact('US', 'US-CLEAR'), contact('GB'));
    expect(opened('GB-NCP', members, ['PH', 'US'])).toMatchObject({
      contacts: [ncp('PH'), { ...ncp('US'), agency: 'US-CLEAR' }],
      audience: ['PH-NCP', 'GB-NCP'],
    });
  });
  it('are whom a party names, and of those that a contact names its own, the parties’ and the case’s countries only', () => {
    for (const party of ['US-CLEAR', 'PH-WCPC'])
      expect(opened(party, everyone, ['PH', 'AU']).audience).toEqual(['PH-NCP', 'AU-NCP']);
    expect(() => opened('GB-NCP', everyone, ['PH', 'AU'])).toThrow('CONSULTATION_COUNTRIES_UNSUITABLE');
  });
  it('are in a country without one its central authority, else its prosecutor, else its point of contact', () => {
    const holding = (...roles: string[]) => taking(...roles.map((role) => contact('GB', `GB-${role}`, role)));
    const toldBy = (...roles: string[]) => opened('US-CLEAR', holding(...roles)).contacts?.map(({ role }) => role);
    expect(toldBy('POC_247')).toEqual(['POC_247']);
    expect(toldBy('POC_247', 'PROSECUTOR')).toEqual(['PROSECUTOR']);
    expect(toldBy('POC_247', 'PROSECUTOR', 'CENTRAL_AUTH')).toEqual(['CENTRAL_AUTH']);
    expect(toldBy('CENTRAL_AUTH', 'NCP_LE')).toEqual(['NCP_LE']);
    expect(opened('US-CLEAR', holding('LE_UNIT'))).toMatchObject({ contacts: [], unfilled: ['PH', 'GB'] });
  });
  it('are no parties, who see the whole leg', () =>
    expect(opened('US-CLEAR', taking(contact('US', 'US-CLEAR'), contact('GB')), ['US', 'GB'])).toMatchObject({
      contacts: [{ agency: 'US-CLEAR' }, { agency: 'GB-NCP' }],
      audience: ['GB-NCP'],
    }));
  it('of its end are the contacts by then, and who called for it while it takes part', () => {
    expect(concluded('PH-WCPC', taking(contact('PH'), contact('GB')))).toMatchObject({
      contacts: [ncp('PH'), ncp('GB')],
      audience: ['PH-NCP', 'GB-NCP'],
    });
    expect(concluded('PH-WCPC', taking(contact('PH')))).toMatchObject({ contacts: [ncp('PH')], audience: ['PH-NCP'] });
  });
  it('of its end is who states it for a country that was asked, though the case does not concern it', () => {
    const asked = [submitted({ nexus: [] }), prioritised('P3'), happened.consulting];
    const says = say('ConcludeConsultation', { by: 'GB-NCP' });
    const events = leg.decide(says, folded(asked), undefined, taking(contact('PH')));
    expect(said(events, 'JurisdictionConsultationConcluded').audience).toEqual(['PH-NCP', 'GB-NCP']);
    given([...asked, happened.consulted])
      .when(says)
      .thenRefused('REFERRAL_NOT_FOUND');
  });
});

describe('a contact of a country (vocabulary 3.4)', () => {
  const groundless = ['DATA_LOCATION', 'UNKNOWN'] as const;
  type Basis = Nexus['basis'];
  const gb = (basis: Basis): Nexus => ({ country: 'GB', basis, confidence: 'HIGH' });
  const submitting = (nexus: Nexus[]): LegEvent[] => leg.decide(say('SubmitReferral', { data: { nexus } }), folded([]));
  const asksOf = (history: readonly LegEvent[]) =>
    given(history, folded(history), taking()).when(say('OpenConsultation', { by: 'GB-NCP' }));
  const additions = (basis: Basis) => ({ ...nothingAdded, nexus: [gb(basis)] });

  it.each(groundless)('has no say where the submission links it by %s alone', (basis) => {
    const [submission] = submitting([gb(basis), { ...gb('VICTIM_PRESENT'), country: 'PH' }]);
    expect(submission?.data).toMatchObject({ nexus: [gb(basis), { country: 'PH' }], concerned: ['PH'] });
    asksOf(submitting([gb(basis)])).thenRefused('REFERRAL_NOT_FOUND');
  });
  it.each(groundless)('has a say where another basis links it beside %s', (basis) =>
    asksOf(submitting([gb(basis), gb('SUSPECT_PRESENT')])).thenTypes('JurisdictionConsultationOpened'),
  );
  it.each(groundless)('is brought in by no supplement, information or correction that says %s', (basis) => {
    const begun = submitting([]);
    const asked = [...begun, happened.received, happened.asked];
    const said = [
      [...begun, ...leg.decide(say('SupplementReferral', { data: { additions: additions(basis) } }), folded(begun))],
      [...asked, ...leg.decide(say('ProvideInformation', { data: { additions: additions(basis) } }), folded(asked))],
      [
        ...begun,
        ...leg.decide(say('CorrectReferral', { data: { reference: null, nexus: [gb(basis)] } }), folded(begun)),
      ],
    ];
    for (const history of said) asksOf(history).thenRefused('REFERRAL_NOT_FOUND');
    for (const history of said) {
      const grounded = say('SupplementReferral', { data: { additions: additions('PROVIDER_ESTABLISHED') } });
      asksOf([...history, ...leg.decide(grounded, folded(history))]).thenTypes('JurisdictionConsultationOpened');
    }
  });
  it('keeps its say when its link turns out to be one of custody: whoever was told is not forgotten', () => {
    const begun = submitting([gb('SUSPECT_PRESENT')]);
    const correction = say('CorrectReferral', { data: { reference: null, nexus: [gb('DATA_LOCATION')] } });
    asksOf([...begun, ...leg.decide(correction, folded(begun))]).thenTypes('JurisdictionConsultationOpened');
  });
  it('takes no room of a leg where no more than its data are concerned', () => {
    const letters = Array.from('ABCDEFGHIJ');
    const many = letters.flatMap((first) => letters.slice(0, 6).map((second) => first + second));
    const links = (basis: Basis) => many.map((country) => ({ ...gb(basis), country }));
    for (const basis of groundless)
      given([])
        .when(say('SubmitReferral', { data: { nexus: links(basis) } }))
        .thenTypes('ReferralSubmitted', 'PrioritySet');
    given([])
      .when(say('SubmitReferral', { data: { nexus: links('OFFENCE_PLACE') } }))
      .thenRefused('NEXUS_COUNTRIES_EXHAUSTED', { limit: 50 });
  });
});

describe('the result of a consultation', () => {
  const open = [...before, happened.consulting];
  it('is coded, and names the country that leads where one does', () => {
    given(open).when(say('ConcludeConsultation')).then([happened.consulted]);
    given(open)
      .when(say('ConcludeConsultation', { data: { result: 'JOINT_CASE', lead: null } }))
      .then([told('JurisdictionConsultationConcluded', { ...ending, result: 'JOINT_CASE', lead: null })]);
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
