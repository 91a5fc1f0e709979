import { describe, expect, it } from '@jest/globals';
import type { CrossBorder, DualCriminalityWaiver, Meta, RecordedEvent } from '#libs/contracts';
import { actor, eventId, folded, NOW, party, refusalOf } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { Membership } from '../membership/state.js';
import { membership } from '../membership/membership.js';
import type { Rules } from '../rules/state.js';
import { type TreatyRow, treatiesOf } from '../rules/treaties.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import { onwardLegOf, opensOnwardLeg } from './onward-leg.js';
import { firstRulebook, type Rulebook } from './rules.js';
import { ids, nothingAdded, say } from './words.fixtures.js';

const DAY = 86_400_000;
const dated = (country: string, more: Partial<TreatyRow> = {}): TreatyRow => ({
  ...{ country, status: 'party', since: '2018-07-01', source: 'S' },
  ...more,
});
const reserved = (article: string, from: string | null = null): Partial<TreatyRow> => ({
  reservations: [{ kind: 'RESERVATION', article, from, source: 'S' }],
});

/** Published, one version after the other, from these times on. */
function publishing(
  instrument: string,
  ...versions: readonly { from?: number; rows: readonly TreatyRow[] }[]
): Rulebook {
  const editions: Rules['editions'] = {
    [`TREATY_STATUS/${instrument}`]: versions.map(({ from = 0, rows }, index) => ({
      ...{ version: index + 1, publishedAt: from, inForceFrom: from, synthetic: false },
      document: JSON.stringify({ asOf: '2026-11-01', rows }),
    })),
  };
  return { ...firstRulebook, treaties: treatiesOf({ editions, proposals: {}, ended: {} }) };
}

const facts = (dualCriminalityWaiver: DualCriminalityWaiver | null): CrossBorder => ({
  ...{ types: [], extraditionFlag: null, childDefinitionConflict: null, dualCriminalityWaiver },
  dualCriminality: dualCriminalityWaiver === null ? 'UNDETERMINED' : 'NOT_REQUIRED',
});
const claiming = (waiver: DualCriminalityWaiver | null) =>
  say('SubmitReferral', { data: { crossBorder: facts(waiver) } });

const judgedBy = (command: ReturnType<typeof claiming>, rulebook: Rulebook): unknown => {
  const [event] = leg.decide(command, folded([]), rulebook);
  return event?.type === 'ReferralSubmitted' ? event.data.waiverJudgedBy : undefined;
};

describe('a treaty that makes dual criminality superfluous (vocabulary 3.2)', () => {
  const both = publishing('COE-201', { rows: [dated('US'), dated('PH')] });

  it('is named with the version of its status, where sender and receiver are dated parties (R3.1)', () =>
    expect(judgedBy(claiming('LANZAROTE_25_4'), both)).toEqual({ set: 'TREATY_STATUS/COE-201', version: 1 }));

  it.each<[string, readonly TreatyRow[], string]>([
    ['not one of its parties', [dated('PH')], 'US NOT_A_PARTY'],
    ['without a date', [dated('PH'), dated('US', { since: null })], 'US UNDATED'],
    ['inferred', [dated('PH'), dated('US', { status: 'party-inferred' })], 'US UNVERIFIED'],
    ['unverified', [dated('PH', { status: 'unverified' }), dated('US')], 'PH UNVERIFIED'],
    ['a signatory', [dated('PH', { status: 'signatory' }), dated('US')], 'PH NOT_A_PARTY'],
    ['one that it does not bind yet', [dated('PH', { since: '2030-01-01' }), dated('US')], 'PH NOT_YET_IN_FORCE'],
    ['nobody that is known', [], 'US NOT_A_PARTY, PH NOT_A_PARTY'],
  ])('is no basis alone with a State that is %s (R3.4)', (_, rows, obstacles) => {
    const refused = refusalOf(() => judgedBy(claiming('LANZAROTE_25_4'), publishing('COE-201', { rows })));
    expect(refused).toMatchObject({ code: 'WAIVER_UNSUPPORTED', status: 422 });
    expect(refused?.details).toEqual({ instrument: 'COE-201', obstacles });
  });

  it('is none where nothing was published of it', () =>
    expect(refusalOf(() => judgedBy(claiming('BUDAPEST_29_3'), both))?.details).toEqual({
      ...{ instrument: 'COE-185', obstacles: 'US NOT_PUBLISHED, PH NOT_PUBLISHED' },
    }));

  it.each([
    ['BUDAPEST_29_3', 'COE-185', '29(4)', '25(5)'],
    ['LANZAROTE_25_4', 'COE-201', '25(5)', '29(4)'],
  ] as const)('%s falls by the reservation of its article, and by no other (3.1)', (waiver, treaty, own, other) => {
    const reserving = (more: Partial<TreatyRow>) => publishing(treaty, { rows: [dated('US'), dated('PH', more)] });
    expect(judgedBy(claiming(waiver), reserving(reserved(other)))).toMatchObject({ version: 1 });
    expect(judgedBy(claiming(waiver), reserving(reserved(own, '2030-01-01')))).toMatchObject({ version: 1 });
    const declared = { kind: 'DECLARATION', article: own, from: null, source: 'S' } as const;
    expect(judgedBy(claiming(waiver), reserving({ reservations: [declared] }))).toMatchObject({ version: 1 });
    const refused = refusalOf(() => judgedBy(claiming(waiver), reserving(reserved(own))));
    expect(refused?.details).toEqual({ instrument: treaty, obstacles: 'PH RESERVED' });
  });

  it('is judged by the version in force when it is said, not by the newest (R3.1)', () => {
    const [joined, left] = [[dated('US'), dated('PH')], [dated('US')]];
    const later = publishing('COE-201', { rows: joined }, { from: NOW + DAY, rows: left });
    expect(judgedBy(claiming('LANZAROTE_25_4'), later)).toMatchObject({ version: 1 });
    const earlier = publishing('COE-201', { rows: joined }, { from: NOW - DAY, rows: left });
    expect(refusalOf(() => judgedBy(claiming('LANZAROTE_25_4'), earlier))?.code).toBe('WAIVER_UNSUPPORTED');
  });

  it.each(['NATIONAL_LAW', 'OTHER_INSTRUMENT', null] as const)('is not what %s claims', (waiver) =>
    expect(judgedBy(claiming(waiver), firstRulebook)).toBeNull(),
  );
});

describe('what is said later of a case', () => {
  const [open, known] = [folded(inStatus.SUBMITTED), membersOf({ 'US-CLEAR': 'US', 'PH-WCPC': 'PH' })];
  const said = (command: Parameters<typeof leg.decide>[0], rulebook: Rulebook, members: Membership = known) =>
    leg.decide(command, open, rulebook, members);
  const additions = { modifiers: [], files: [], nexus: [], evidence: [], subjects: [] };
  const supplement = say('SupplementReferral', {
    data: { part: null, additions: { ...additions, crossBorder: facts('BUDAPEST_29_3') } },
  });
  const correction = say('CorrectReferral', { data: { part: null, crossBorder: facts('BUDAPEST_29_3') } });
  const both = publishing('COE-185', { rows: [dated('US'), dated('PH')] });

  it.each([
    ['a supplement', supplement],
    ['a correction', correction],
  ])('is judged in the same way: %s', (_, command) => {
    expect(said(command, both)[0]?.data).toMatchObject({
      waiverJudgedBy: { set: 'TREATY_STATUS/COE-185', version: 1 },
    });
    expect(refusalOf(() => said(command, firstRulebook))?.code).toBe('WAIVER_UNSUPPORTED');
  });

  it('is no basis with an agency whose country nobody knows', () =>
    expect(refusalOf(() => said(supplement, both, membership.initialState()))?.details).toMatchObject({
      obstacles: 'XX NOT_A_PARTY',
    }));
});

describe('a waiver on an onward leg', () => {
  const known = publishing('COE-201', { rows: [dated('US'), dated('PH')] });
  const members = membersOf({ 'PH-WCPC': 'PH', 'AU-UNIT': 'AU' });
  const claim = facts('LANZAROTE_25_4');
  const passing = {
    from: party('PH-WCPC'),
    to: party('AU-UNIT'),
    origin: ids.lead,
    parent: ids.lead,
    hop: 1,
    chain: [],
  };
  const submits = say('SubmitReferral', { by: 'BUS-POLICY', data: { ...passing, crossBorder: claim } });
  const onward = leg.decide(submits, leg.initialState(), known);
  const carried = { leg: ids.lead, event: eventId(9) };
  const additions = { ...nothingAdded, crossBorder: claim };

  it('is a claim, also to a State that is no party: it was judged between the parties of the leg that it was said on (R3.1), and stops no case (R3.2)', () => {
    expect(dataOf(onward, 'ReferralSubmitted')).toMatchObject({ crossBorder: claim, waiverJudgedBy: null });
    for (const [word, data] of [
      ['SupplementReferral', { additions, carried }],
      ['CorrectReferral', { reference: null, crossBorder: claim, carried }],
    ] as const) {
      const [event] = leg.decide(say(word, { by: 'BUS-POLICY', data }), folded(onward), known, members);
      expect(event?.data).toMatchObject({ carried, waiverJudgedBy: null });
    }
  });
  it('has nothing of the judgement of the leg before, which named it', () => {
    const submission = dataOf(leg.decide(claiming('LANZAROTE_25_4'), leg.initialState(), known), 'ReferralSubmitted');
    expect(submission?.waiverJudgedBy).toMatchObject({ set: 'TREATY_STATUS/COE-201' });
    const forwarded = {
      ...happened.forwarded,
      meta: { leg: ids.lead, actor: actor('PH-WCPC') } as Meta,
    } as RecordedEvent;
    if (!submission || !opensOnwardLeg(forwarded)) throw new TypeError('nothing went on');
    const { data } = onwardLegOf(forwarded, { submission, added: [] });
    expect(data).toMatchObject({ crossBorder: claim });
    expect(data).not.toHaveProperty('waiverJudgedBy');
  });
  it('is judged between the parties of that leg where its sender claims it there', () => {
    const claims = say('SupplementReferral', { by: 'PH-WCPC', data: { additions } });
    const refused = refusalOf(() => leg.decide(claims, folded(onward), known, members));
    expect(refused?.details).toEqual({ instrument: 'COE-201', obstacles: 'AU NOT_A_PARTY' });
    const joined = publishing('COE-201', { rows: [dated('AU'), dated('PH')] });
    expect(leg.decide(claims, folded(onward), joined, members)[0]?.data).toMatchObject({
      waiverJudgedBy: { set: 'TREATY_STATUS/COE-201', version: 1 },
    });
  });
});

function membersOf(countries: Readonly<Record<string, string>>): Membership {
  const members = Object.entries(countries).map(([code, country]) => [
    code,
    {
      ...{ status: 'ADMITTED' as const, since: 0, reason: null, name: code, country, roles: [], rights: null },
      ...{ needsRelease: false, proposal: null, clients: {}, contacts: {}, capacity: null, maintenance: null },
    },
  ]);
  return { ...membership.initialState(), members: Object.fromEntries(members) as Membership['members'] };
}
