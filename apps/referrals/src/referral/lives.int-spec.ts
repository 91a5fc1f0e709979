import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstRulebook, type Rulebook, rules, treatiesOf } from '#libs/domain';
import { v7 } from 'uuid';
import { inDays } from '../api-docs/examples.js';
import { type SpecApp, startReferrals } from '../referrals-app.fixtures.js';
import { acceptedCase, newCase, type Parties, partiesOf, refusal, status } from './parties.fixtures.js';

let app: SpecApp;
let parties: Parties;

beforeAll(async () => {
  app = await startReferrals({ rulebook: { ...firstRulebook, treaties: budapest(['US', 'PH']) } });
  parties = await partiesOf(app);
});
afterAll(() => app.close());

/** Its status as published: these are dated parties of it, and nobody else. */
function budapest(countries: readonly string[]): Rulebook['treaties'] {
  const rows = countries.map((country) => ({
    country,
    status: 'party',
    since: '2018-07-01',
    source: 'a specification',
  }));
  const document = JSON.stringify({ asOf: '2026-11-01', rows });
  const data = { instrument: 'COE-185', version: 1, asOf: 0, inForceFrom: 0, document, change: null };
  const said = { at: 0, eventId: v7(), person: null, synthetic: false };
  return treatiesOf(rules.evolve(rules.initialState(), { type: 'TreatyStatusPublished', data }, said));
}

const outcomes = [{ outcome: 'CHILD_SAFEGUARDED', on: '2026-11-02', accuracy: 'CONFIRMED' }];
const eventsOf = async (id: string) => (await app.events()).filter(({ meta }) => meta.leg === id);

describe('until the decision', () => {
  it('information is asked for and given, as often as it is needed (vocabulary 2.3)', async () => {
    const { sender, receiver } = await newCase(parties);
    await receiver('receive');
    expect(await status(receiver('request-information', { types: ['LOCATION', 'TIME'] }))).toBe('INFO_REQUESTED');
    expect(await refusal(sender('provide-information', { answered: ['TIME'] }))).toEqual([
      409,
      'INFORMATION_INCOMPLETE',
    ]);
    expect(await status(sender('provide-information', { answered: ['TIME'], unavailable: ['LOCATION'] }))).toBe(
      'ACKNOWLEDGED',
    );
    expect(await status(receiver('request-information', { types: ['TRANSLATION'] }))).toBe('INFO_REQUESTED');
    expect(await status(receiver('accept', { scope: 'FULL' }))).toBe('ACCEPTED');
  });

  it.each([
    ['FULL', undefined, undefined],
    ['PARTIAL', 'DATA_NOT_HELD', undefined],
    ['CONDITIONAL', 'HANDLING_CANNOT_COMPLY', ['NO_COURT_USE', 'CONSULT_BEFORE_ACTION']],
  ])('it is accepted %s, with a ground unless in full (vocabulary 2.4 I3)', async (scope, reason, conditions) => {
    const { id, receiver } = await newCase(parties);
    await receiver('receive');
    const other = scope === 'FULL' ? { reason: 'CAPACITY' } : {};
    expect((await refusal(receiver('accept', { scope, ...other })))[0]).toBe(422);
    const answer = await receiver('accept', { scope, reason, conditions, note: 'NOTE-118402' });
    expect(answer.json()).toEqual({
      id,
      status: 'ACCEPTED',
      since: expect.any(String),
      scope,
      reason: reason ?? null,
      ...(conditions && { conditions }),
    });
    const acceptance = (await eventsOf(id)).find(({ type }) => type === 'ReferralAccepted');
    expect(acceptance?.data).toMatchObject({ scope, conditions: conditions ?? null, note: 'NOTE-118402' });
  });

  it('it is rejected with a ground, and a note beside it (vocabulary 2.4 I3)', async () => {
    const { id, receiver } = await newCase(parties);
    await receiver('receive');
    expect(await status(receiver('reject', { reason: 'DATA_NOT_HELD', note: 'NOTE-118403' }))).toBe('REJECTED');
    const rejection = (await eventsOf(id)).find(({ type }) => type === 'ReferralRejected');
    expect(rejection?.data).toMatchObject({ reason: 'DATA_NOT_HELD', note: 'NOTE-118403' });
  });

  it('the sender takes it back (vocabulary 2.4 I4)', async () => {
    const { sender, receiver } = await newCase(parties);
    await receiver('receive');
    expect(await refusal(receiver('withdraw', { reason: 'FACTS_DISPROVED' }))).toEqual([
      409,
      'REFERRAL_ADDRESSED_ELSEWHERE',
    ]);
    expect(await status(sender('withdraw', { reason: 'FACTS_DISPROVED' }))).toBe('WITHDRAWN');
    expect(await refusal(receiver('accept', { scope: 'FULL' }))).toEqual([409, 'REFERRAL_TRANSITION_ILLEGAL']);
  });

  it('it is taken up again after a rejection (vocabulary 2.3)', async () => {
    const { sender, receiver } = await newCase(parties);
    await receiver('receive');
    expect(await status(receiver('reject', { reason: 'DATA_NOT_HELD' }))).toBe('REJECTED');
    expect(await status(sender('reopen', { reason: 'NEW_INFORMATION' }))).toBe('ACKNOWLEDGED');
  });
});

describe('in work', () => {
  it('it rests with a reason and a date of review, and goes on (vocabulary 2.4 I3, 2.5 27(5))', async () => {
    const { receiver } = await acceptedCase(parties);
    expect(await status(receiver('start-work'))).toBe('IN_PROGRESS');
    expect(await refusal(receiver('suspend-work', { reason: 'OWN_PROCEEDINGS' }))).toEqual([422, 'CONTENT_INVALID']);
    expect(
      await refusal(receiver('suspend-work', { reason: 'OWN_PROCEEDINGS', reviewAt: '2026-01-01T00:00:00Z' })),
    ).toEqual([422, 'TIME_ABSURD']);
    expect(await status(receiver('suspend-work', { reason: 'OWN_PROCEEDINGS', reviewAt: inDays(30) }))).toBe('ON_HOLD');
    expect(await status(receiver('resume-work'))).toBe('IN_PROGRESS');
  });

  it('the receiver warns of a delay in any state, which stays (vocabulary 2.5 27(7))', async () => {
    const { id, receiver } = await newCase(parties);
    const answer = await receiver('notify-delay', { reason: 'AWAIT_TRANSLATION', impossible: true });
    expect(answer.json()).toEqual({ id, at: expect.any(String) });
    expect(await status(receiver('receive'))).toBe('RECEIVED');
  });

  it('outcomes are told, one after the other, and close it (vocabulary 2.3)', async () => {
    const { sender, receiver } = await acceptedCase(parties);
    const close = { reasons: ['OUTCOME_FINAL'] };
    expect(await refusal(receiver('close', close))).toEqual([409, 'REFERRAL_TRANSITION_ILLEGAL']);
    expect(await status(receiver('report-outcome', { outcomes }))).toBe('OUTCOME_REPORTED');
    const later = [{ outcome: 'CONVICTED', on: '2026-11-03', accuracy: 'CONFIRMED' }];
    expect(await status(receiver('report-outcome', { outcomes: later }))).toBe('OUTCOME_REPORTED');
    expect(await refusal(sender('close', close))).toEqual([409, 'CLOSE_TOO_EARLY']);
    expect(await status(receiver('close', close))).toBe('CLOSED');
    expect(await status(receiver('reopen', { reason: 'FURTHER_PERSONS' }))).toBe('ACKNOWLEDGED');
    expect(await status(receiver('accept', { scope: 'FULL' }))).toBe('ACCEPTED');
  });

  it('it is not closed for the victim having withdrawn alone (vocabulary 2.4 I5)', async () => {
    const { receiver } = await acceptedCase(parties);
    await receiver('report-outcome', { outcomes });
    expect(await refusal(receiver('close', { reasons: ['VICTIM_WITHDREW'] }))).toEqual([
      422,
      'CLOSING_REASON_INSUFFICIENT',
    ]);
    expect(await status(receiver('close', { reasons: ['VICTIM_WITHDREW', 'NO_FURTHER_ACTION'] }))).toBe('CLOSED');
  });

  it('extradition refused for nationality obliges to prosecute or report (vocabulary 2.5 24(6))', async () => {
    const { receiver } = await acceptedCase(parties);
    await receiver('report-outcome', { outcomes, extraditionFlag: 'REFUSED_NATIONALITY' });
    expect(await refusal(receiver('close', { reasons: ['OUTCOME_FINAL'] }))).toEqual([409, 'OBLIGATION_OPEN']);
    const convicted = { outcomes: [{ ...outcomes[0], outcome: 'CONVICTED' }] };
    const { part } = (await receiver('report-outcome', convicted)).json<{ part: string }>();
    expect(await status(receiver('close', { reasons: ['OUTCOME_FINAL'] }))).toBe('CLOSED');
    const corrected = { part, reason: 'FACTUAL_ERROR', outcomes };
    expect(await refusal(receiver('correct', corrected))).toEqual([409, 'OBLIGATION_OPEN']);
    const inError = { part, reason: 'WRONG_CASE' };
    expect(await refusal(receiver('enter-part-in-error', inError))).toEqual([409, 'OBLIGATION_OPEN']);
    await receiver('reopen', { reason: 'NEW_INFORMATION' });
    expect(await status(receiver('enter-part-in-error', inError))).toBe('stays');
  });

  it('once accepted the sender asks for it back and the receiver decides (vocabulary 2.4 I4)', async () => {
    const { sender, receiver } = await acceptedCase(parties);
    const reason = 'VICTIM_WITHDREW';
    expect(await refusal(sender('withdraw', { reason }))).toEqual([409, 'REFERRAL_TRANSITION_ILLEGAL']);
    expect(await status(sender('request-withdrawal', { reason }))).toBe('stays');
    expect(await status(receiver('decline-withdrawal', { reason: 'PROCEEDINGS_CONTINUE' }))).toBe('stays');
    expect(await refusal(receiver('confirm-withdrawal'))).toEqual([409, 'WITHDRAWAL_NOT_PENDING']);
    await sender('request-withdrawal', { reason: 'FACTS_DISPROVED' });
    expect(await refusal(receiver('offer-handover', { to: { agency: 'GB-NCP' } }))).toEqual([
      409,
      'WITHDRAWAL_PENDING',
    ]);
    expect(await status(receiver('confirm-withdrawal'))).toBe('WITHDRAWN');
  });

  it('a report of outcomes while the sender asks for it back answers that (vocabulary 2.4 I4)', async () => {
    const { id, sender, receiver } = await acceptedCase(parties);
    await sender('request-withdrawal', { reason: 'VICTIM_WITHDREW' });
    const answer = await receiver('report-outcome', { outcomes });
    const [declined, reported] = (await eventsOf(id)).slice(-2);
    expect(declined).toMatchObject({
      type: 'WithdrawalDeclined',
      data: { by: 'PH-WCPC', reason: 'PROCEEDINGS_CONTINUE', note: null },
    });
    expect(reported?.type).toBe('OutcomeReported');
    expect(answer.json()).toMatchObject({ status: 'OUTCOME_REPORTED', part: reported?.meta.eventId });
  });
});

describe('what was said', () => {
  const nexus = [{ country: 'AU', basis: 'SUSPECT_PRESENT', confidence: 'LOW' }];

  it('is added to, corrected and taken back by who said it, version by version (vocabulary 2.3, 2.4 I7)', async () => {
    const { id, sender, receiver } = await newCase(parties);
    const { part, version } = (await sender('supplement', { additions: { nexus } })).json<{
      part: string;
      version: number;
    }>();
    expect(version).toBe(2);
    const correction = { part, reason: 'FACTUAL_ERROR', nexus: [{ ...nexus[0], confidence: 'HIGH' }] };
    expect((await sender('correct', correction)).json()).toMatchObject({ id, version: 2 });
    expect(await refusal(receiver('correct', correction))).toEqual([409, 'PART_NOT_YOURS']);
    expect(await refusal(sender('correct', { ...correction, reference: 'CT-1' }))).toEqual([
      409,
      'CORRECTION_UNSUITABLE',
    ]);
    expect(await status(sender('enter-part-in-error', { part, reason: 'WRONG_CASE' }))).toBe('stays');
    expect(await refusal(sender('enter-part-in-error', { part, reason: 'WRONG_CASE' }))).toEqual([
      404,
      'PART_NOT_FOUND',
    ]);
    expect((await sender('correct', { reason: 'FACTS_CHANGED', reference: 'CT-2' })).json()).toMatchObject({
      version: 3,
    });
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'ReferralSubmitted',
      'PrioritySet',
      'Supplemented',
      'Corrected',
      'EnteredInError',
      'Corrected',
    ]);
  });

  it('of an outcome is corrected by the receiver (vocabulary 2.4 I7)', async () => {
    const { receiver } = await acceptedCase(parties);
    const { part } = (await receiver('report-outcome', { outcomes })).json<{ part: string }>();
    const corrected = { part, reason: 'FACTUAL_ERROR', outcomes: [{ ...outcomes[0], accuracy: 'CORROBORATED' }] };
    expect((await receiver('correct', corrected)).json()).toMatchObject({ version: 2 });
  });

  it('is taken back as a whole, in whatever state, by a person of the sender (vocabulary 2.3)', async () => {
    const { id, sender, receiver } = await acceptedCase(parties);
    expect(await refusal(receiver('enter-in-error', { reason: 'WRONG_PERSON' }))).toEqual([
      409,
      'REFERRAL_ADDRESSED_ELSEWHERE',
    ]);
    const nobody = await parties.sender.post(
      `/v1/referrals/${id}/enter-in-error`,
      { reason: 'WRONG_PERSON' },
      { 'idempotency-key': 'nobody-in-particular-1' },
    );
    expect(nobody.json()).toMatchObject({ status: 422, code: 'PERSON_REQUIRED' });
    expect(await status(sender('enter-in-error', { reason: 'WRONG_PERSON' }))).toBe('ENTERED_IN_ERROR');
  });

  it.each([
    ['supplement', { additions: { subjects: [{ name: 'CANARY-PERSON' }] } }],
    ['correct', { reason: 'FACTUAL_ERROR', subjects: [{ name: 'CANARY-PERSON' }] }],
  ])('never names a person: %s (design 5)', async (command, body) => {
    const { sender } = await newCase(parties);
    const answer = await sender(command, body);
    expect(answer.json()).toMatchObject({ status: 422, code: 'PERSONAL_DATA_NOT_ACCEPTED' });
    expect(answer.body + app.log()).not.toContain('CANARY-PERSON');
  });

  it.each([
    [{ reference: 'E-1', kind: 'IMAGE', holder: 'US-CLEAR', mediaType: 'application/pdf', sha256: 'a1'.repeat(32) }],
    [{ reference: 'E-1', kind: 'CASE_DOCUMENT', holder: 'US-CLEAR', mediaType: 'image/png', sha256: 'a1'.repeat(32) }],
  ])('has no digest but of documents of an allowed kind (features A16): %j', async (piece) => {
    const { sender } = await newCase(parties);
    expect(await refusal(sender('supplement', { additions: { evidence: [piece] } }))).toEqual([
      422,
      'EVIDENCE_DIGEST_FORBIDDEN',
    ]);
  });

  it('has a note by its reference only', async () => {
    const { receiver } = await newCase(parties);
    const words = { reason: 'AWAIT_INFO', note: 'a sentence about somebody' };
    expect((await receiver('notify-delay', words)).json()).toMatchObject({
      code: 'CONTENT_INVALID',
      errors: [{ path: '/note', rule: 'INVALID_FORMAT' }],
    });
  });
});

describe('countries and bundles', () => {
  it('countries consult, at the word of a party or of a contact of one that is concerned (vocabulary 2.5 22(5))', async () => {
    const nexus = ['PH', 'GB'].map((country) => ({ country, basis: 'VICTIM_PRESENT', confidence: 'LOW' }));
    const { id, receiver, third } = await newCase(parties, { nexus });
    const countries = ['PH', 'GB'];
    expect(await status(third('open-consultation', { countries }))).toBe('stays');
    expect(await refusal(receiver('open-consultation', { countries }))).toEqual([409, 'CONSULTATION_OPEN']);
    expect(await refusal(receiver('conclude-consultation', { result: 'LEAD_AGREED' }))).toEqual([
      422,
      'CONSULTATION_LEAD_UNSUITABLE',
    ]);
    expect(await status(receiver('conclude-consultation', { result: 'LEAD_AGREED', lead: 'PH' }))).toBe('stays');
    const consulted = (await eventsOf(id)).filter(({ type }) => type.startsWith('JurisdictionConsultation'));
    const told = { contacts: [{ agency: 'PH-NCP' }, { agency: 'GB-NCP' }], audience: ['PH-NCP', 'GB-NCP'] };
    expect(consulted.map(({ data }) => data)).toMatchObject([{ ...told, opener: { agency: 'GB-NCP' } }, told]);
  });

  it.each(['DATA_LOCATION', 'UNKNOWN'])(
    'a country that is linked by %s alone has no say of jurisdiction, until more is known (vocabulary 3.4)',
    async (basis) => {
      const nexus = [{ country: 'GB', basis, confidence: 'LOW' }];
      const { id, sender, receiver, third } = await newCase(parties, { nexus });
      const asked = { countries: ['PH', 'GB'] };
      const [submitted] = await eventsOf(id);
      expect(submitted?.data).toMatchObject({ nexus, concerned: [] });
      expect(await refusal(third('open-consultation', asked))).toEqual([404, 'REFERRAL_NOT_FOUND']);
      const refused = await refusal(receiver('open-consultation', { ...asked, bases: [basis] }));
      expect(refused).toEqual([422, basis === 'UNKNOWN' ? 'CONTENT_INVALID' : 'CONSULTATION_BASIS_UNSUITABLE']);
      const known = [{ country: 'GB', basis: 'SUSPECT_PRESENT', confidence: 'HIGH' }];
      expect(await status(sender('supplement', { additions: { nexus: known } }))).toBe('stays');
      expect(await status(third('open-consultation', asked))).toBe('stays');
    },
  );

  it('facts across borders come with the submission (vocabulary 3.4)', async () => {
    const crossBorder = { types: ['TRAVELLING_SUSPECT'], dualCriminality: 'NOT_REQUIRED' };
    const waiver = { dualCriminalityWaiver: 'BUDAPEST_29_3', extraditionFlag: 'MAY_BE_NEEDED' };
    const refused = parties.sender.post(
      '/v1/referrals',
      { to: { agency: 'PH-WCPC' }, incident: { offenceType: 'TRAVEL_TOURISM' }, priority: p3, crossBorder },
      { 'idempotency-key': 'cross-border-fact-1' },
    );
    expect((await refused).json()).toMatchObject({ code: 'DUAL_CRIMINALITY_REASON_REQUIRED' });
    const { id } = await newCase(parties, { crossBorder: { ...crossBorder, ...waiver } });
    const [submitted] = await eventsOf(id);
    expect(submitted?.data).toMatchObject({
      crossBorder: { ...crossBorder, ...waiver, childDefinitionConflict: null },
      waiverJudgedBy: { set: 'TREATY_STATUS/COE-185', version: 1 },
      hop: 0,
      origin: null,
    });
  });

  it('a treaty is claimed only where its status says so, in whatever is said (vocabulary 3.2 R3.1, R3.4)', async () => {
    const { sender } = await newCase(parties);
    const claims = (dualCriminalityWaiver: string) => ({ dualCriminality: 'NOT_REQUIRED', dualCriminalityWaiver });
    const refused = await sender('supplement', { additions: { crossBorder: claims('LANZAROTE_25_4') } });
    expect(refused.json()).toMatchObject({
      code: 'WAIVER_UNSUPPORTED',
      details: { instrument: 'COE-201', obstacles: 'US NOT_PUBLISHED, PH NOT_PUBLISHED' },
    });
    expect(await status(sender('supplement', { additions: { crossBorder: claims('BUDAPEST_29_3') } }))).toBe('stays');
  });

  it('routine referrals are bundled, urgent ones never (vocabulary 1.1)', async () => {
    const lead = await newCase(parties);
    const bundle = { bundle: '0198c0de-0000-7000-8000-0000000000b1', lead: lead.id };
    const { receiver } = await newCase(parties);
    expect(await status(receiver('bundle', { bundle, basis: 'VIRAL_DUPLICATE' }))).toBe('stays');
    const urgent = await newCase(parties, { priority: { level: 'P1', reasons: ['LIVE_ABUSE'] } });
    expect(await refusal(urgent.receiver('bundle', { bundle, basis: 'VIRAL_DUPLICATE' }))).toEqual([
      409,
      'PRIORITY_FORBIDS_BUNDLING',
    ]);
  });
});

const p3 = { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] };
