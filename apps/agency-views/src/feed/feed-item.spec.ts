import { describe, expect, it } from '@jest/globals';
import { referralId } from '../agency-views.fixtures.js';
import { type FeedItem, itemOf, type ToldItem } from './feed-item.js';
import type { ItemRow } from './item-row.js';
import type { Opening } from './opening.js';
import { legIn } from './shown.js';

const data = { by: 'PH-WCPC', reason: 'DUPLICATE', duplicateOf: referralId(9), note: 'n-1' };
const row: ItemRow = {
  lane: 1,
  position: 4,
  source: 4,
  referral: referralId(1),
  type: 'ReferralRejected',
  event_id: '0198c1f0-0000-7000-8000-000000000001',
  at: 1_795_507_200_000,
  synthetic: false,
  agency: 'PH-WCPC',
  role: 'LE_UNIT',
  country: 'PH',
  person: 'officer-7',
  readers: ['SENDER', 'RECIPIENT', 'CASE', 'STATE'],
  mentions: [referralId(9)],
  data: JSON.stringify(data),
  reached: 'x',
};
const opened = (
  leg: number,
  of: Pick<Opening, 'viewpoint' | 'position'>,
  { lasting = true, sender = null }: Partial<Opening> = {},
): [string, Opening[]] => [referralId(leg), [{ ...of, lasting, sender }]];
const granted = (viewpoint: Opening['viewpoint']) => opened(1, { viewpoint, position: 1 }, { lasting: false });
const called = () => opened(1, { viewpoint: 'STATE', position: 1 }, { lasting: false, sender: 'US-CLEAR' });
const as = (viewpoint: Opening['viewpoint'], position = 1): [string, Opening[]] => opened(1, { viewpoint, position });
const told = (
  agency: string,
  openings: [string, Opening[]][],
  of: Partial<ItemRow> = {},
  role = 'LE_UNIT',
): ToldItem | null => itemOf({ ...row, ...of }, { agency, role }, new Map(openings));
function seen(agency: string, openings: [string, Opening[]][], of: Partial<ItemRow> = {}): FeedItem | null {
  const item = told(agency, openings, of);
  return item && (JSON.parse(item.text) as FeedItem);
}

describe('an item of the feed', () => {
  it('is whole for its own agency', () => {
    const item = seen('PH-WCPC', [as('RECIPIENT')]);
    expect(item).toMatchObject({ data, actor: { person: 'officer-7' }, viewpoint: 'RECIPIENT' });
  });

  it('shows others no people, no notes and no referral that they may not read', () => {
    expect(seen('US-CLEAR', [as('SENDER')])).toMatchObject({
      actor: { person: null },
      data: { by: 'PH-WCPC', reason: 'DUPLICATE', duplicateOf: null, note: null },
    });
    const knows = opened(9, { viewpoint: 'SENDER', position: 1 });
    expect(seen('US-CLEAR', [as('SENDER'), knows])?.data).toMatchObject({ duplicateOf: referralId(9) });
  });

  it('has no content for who may see state and outcome only', () => {
    expect(seen('DE-NCP', [as('STATE')])?.data).toEqual({ by: 'PH-WCPC' });
  });

  it('has the conditions of an acceptance for its parties and not for a reader of its state, and the note for none but its own (vocabulary 2.4 I1 I3)', () => {
    const on = { conditions: ['NO_COURT_USE'] };
    const acceptance = { by: 'PH-WCPC', scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', ...on, note: 'n-1' };
    const of = { type: 'ReferralAccepted', mentions: [], data: JSON.stringify(acceptance) };
    expect(seen('PH-WCPC', [as('RECIPIENT')], of)?.data).toEqual(acceptance);
    for (const [agency, viewpoint] of [
      ['US-CLEAR', 'SENDER'],
      ['GB-NCP', 'CASE'],
    ] as const)
      expect(seen(agency, [as(viewpoint)], of)?.data).toEqual({ ...acceptance, note: null });
    expect(seen('DE-NCP', [as('STATE')], of)?.data).toEqual({ by: 'PH-WCPC', scope: 'CONDITIONAL' });
  });

  it('has for a sender in the role of a provider requests, answers and the class of outcome, and is none else (vocabulary 6)', () => {
    const of = (type: string, said: object, more: Partial<ItemRow> = {}): unknown => {
      const item = told('US-CLEAR', [as('SENDER')], { type, data: JSON.stringify(said), ...more }, 'INDUSTRY_TS');
      return item && (JSON.parse(item.text) as FeedItem).data;
    };
    const by = 'PH-WCPC';
    expect(of('WorkSuspended', { by, reason: 'OWN_PROCEEDINGS', note: null })).toEqual({ by });
    const outcomes = [{ outcome: 'CHARGED', on: '2026-11-24', accuracy: 'CONFIRMED' }];
    const report = { by, outcomes, extraditionFlag: 'REQUESTED', note: null };
    expect(of('OutcomeReported', report)).toEqual({ by, outcomes: [{ outcome: 'CHARGED' }] });
    expect(of('Corrected', { by, part: 'p', outcomes })).toEqual({ by, part: 'p', outcomes: [{ outcome: 'CHARGED' }] });
    expect(of('Corrected', { by, part: 'p', outcomes: null, nexus: [] })).toBeNull();
    expect(of('Supplemented', { by, part: null })).toBeNull();
    expect(of('Supplemented', { by: 'US-CLEAR', part: null }, { agency: 'US-CLEAR' })).toEqual({
      by: 'US-CLEAR',
      part: null,
    });
  });

  it('says to whom a step of the ladder calls upon how urgent it is', () => {
    const raised = {
      type: 'EscalationRaised',
      readers: ['RECIPIENT', '@GB-NCP'],
      data: JSON.stringify({ level: 'P1', unfilled: [], dueAt: 'x' }),
    };
    expect(seen('GB-NCP', [as('STATE')], raised)?.data).toEqual({ level: 'P1', unfilled: [] });
  });

  it('is as it stands where nothing is withheld, whatever a text in it says', () => {
    const whole = { by: 'PH-WCPC', reference: 'an "note": of "leg":', note: null };
    for (const spelled of [JSON.stringify(whole), '{"by": "PH-WCPC", "note": null}'])
      expect(told('US-CLEAR', [as('SENDER')], { mentions: [], data: spelled })?.text).toContain(`"data":${spelled},`);
    for (const note of ['n-1', '', { of: null }, ['x'], 0])
      for (const spelled of [JSON.stringify({ note }), `{"note": ${JSON.stringify(note)}}`])
        expect(seen('US-CLEAR', [as('SENDER')], { data: spelled })?.data).toEqual({ note: null });
  });

  it('has only state and outcome of its own words too, for who may see no more', () => {
    expect(seen('PH-WCPC', [as('STATE')])?.data).toEqual({ by: 'PH-WCPC' });
  });

  it('names a leg that is about another one to who may see that one', () => {
    const type = 'ReferralForwarded';
    const data = JSON.stringify({ by: 'PH-WCPC', leg: referralId(9), chain: [{ leg: referralId(9) }] });
    const knows = opened(9, { viewpoint: 'STATE', position: 1 });
    expect(seen('GB-NCP', [as('CASE')], { type, data, mentions: [] })?.data).toEqual({
      by: 'PH-WCPC',
      leg: null,
      chain: [{ leg: null }],
    });
    expect(seen('GB-NCP', [as('CASE'), knows], { type, data })?.data).toEqual(JSON.parse(data));
    expect(seen('US-CLEAR', [as('SENDER')], { type, data, mentions: [] })?.data).toEqual(JSON.parse(data));
    const legs = [data, '{"by":"x"}', '{"leg": null}'].map((each) => legIn({ type, data: each }));
    expect(legs).toEqual([[referralId(9)], [], []]);
    // of a later build: nothing is known of what it may say
    expect(legIn({ type: 'SaidLater', data })).toEqual([referralId(9)]);
  });

  it('does not name to whom the case went on, or who gave it back, to who sees it by a grant', () => {
    const to = { agency: 'DE-NCP', role: 'NCP_LE', country: 'DE' };
    const said = {
      ReferralForwarded: { by: 'PH-WCPC', to, hop: 1 },
      HandoverOffered: { by: 'PH-WCPC', to, hop: 1 },
      ForwardReturned: { by: 'DE-NCP', cause: 'REJECTED' },
      ReferralRejected: { by: 'PH-WCPC', reason: 'DUPLICATE', suggested: to },
    };
    for (const [type, data] of Object.entries(said)) {
      const of = { type, mentions: [], data: JSON.stringify(data) };
      for (const viewpoint of ['CASE', 'STATE'] as const)
        expect(told('GB-NCP', [granted(viewpoint)], of)?.text).not.toContain('DE-NCP');
      for (const lasting of ['SENDER', 'RECIPIENT'] as const) expect(seen('X', [as(lasting)], of)?.data).toEqual(data);
    }
    const forwarded = { type: 'ReferralForwarded', data: JSON.stringify(said.ReferralForwarded) };
    // who sent the case first follows it, also where it was granted more; who is called upon is told who has it
    const of = { ...forwarded, mentions: [] };
    expect(seen('US-CLEAR', [as('STATE')], of)?.data).toEqual(said.ReferralForwarded);
    for (const other of [as('STATE'), called()]) {
      const both: [string, Opening[]] = [other[0], [...granted('CASE')[1], ...other[1]]];
      expect(seen('GB-NCP', [both], of)).toMatchObject({ viewpoint: 'CASE', data: said.ReferralForwarded });
    }
  });

  it('does not name who sent the case to who is called upon for it', () => {
    const party = (agency: string) => ({ agency, role: 'LE_UNIT', country: 'XX' });
    const of = { agency: 'US-CLEAR', mentions: [] };
    const submitted = {
      type: 'ReferralSubmitted',
      data: JSON.stringify({ from: party('US-CLEAR'), to: party('PH-WCPC') }),
    };
    expect(seen('GB-NCP', [called()], { ...of, ...submitted })).toMatchObject({
      ...{ actor: null, data: { to: party('PH-WCPC') } },
    });
    const withdrawn = { type: 'ReferralWithdrawn', data: JSON.stringify({ by: 'US-CLEAR' }) };
    expect(seen('GB-NCP', [called()], { ...of, ...withdrawn })).toMatchObject({ actor: null, data: {} });
    for (const each of [submitted, withdrawn])
      expect(told('GB-NCP', [called()], { ...of, ...each })?.text).not.toContain('US-CLEAR');
    expect(seen('GB-NCP', [called()])).toMatchObject({ actor: { agency: 'PH-WCPC' }, data: { by: 'PH-WCPC' } });
    // nor is it hidden who says something to the agency by name
    const answered = { type: 'OnwardRefusalAnswered', readers: ['@GB-NCP'], data: JSON.stringify({ by: 'US-CLEAR' }) };
    expect(seen('GB-NCP', [called()], { ...of, ...answered })).toMatchObject({
      ...{ actor: { agency: 'US-CLEAR' }, data: { by: 'US-CLEAR' } },
    });
    // by a grant it is told
    const [referral, both] = [called()[0], [...called()[1], ...granted('STATE')[1]]];
    expect(seen('GB-NCP', [[referral, both]], { ...of, ...submitted })).toMatchObject({
      actor: { agency: 'US-CLEAR' },
    });
  });

  it('is not there once the access has lapsed, nor for an access that came later', () => {
    expect(seen('GB-NCP', [])).toBeNull();
    expect(seen('GB-NCP', [as('CASE', 5)])).toBeNull();
    expect(seen('GB-NCP', [as('CASE', 4)])).toMatchObject({ viewpoint: 'CASE', lapses: false });
    for (const each of [granted('CASE'), called()]) expect(seen('GB-NCP', [each])).toMatchObject({ lapses: true });
  });

  it('is for those whom it is said to', () => {
    expect(seen('GB-NCP', [as('STATE')], { readers: ['SENDER', 'RECIPIENT'] })).toBeNull();
    expect(seen('GB-NCP', [as('STATE')], { readers: ['SENDER', '@GB-NCP'] })).toMatchObject({ viewpoint: 'STATE' });
  });

  it('is settled where its reader sees it for good, and is told all of it that it may ever be told', () => {
    const settled = (agency: string, openings: [string, Opening[]][], of?: Partial<ItemRow>): boolean | undefined =>
      told(agency, openings, of)?.settled;
    expect(settled('PH-WCPC', [as('RECIPIENT')])).toBe(true);
    expect(settled('US-CLEAR', [as('SENDER')], { mentions: [] })).toBe(true);
    // the referral that it names may be opened to the reader later
    expect(settled('US-CLEAR', [as('SENDER')])).toBe(false);
    // or was, for a time only
    const known = (lasting: boolean) => opened(9, { viewpoint: 'CASE', position: 1 }, { lasting });
    expect(settled('US-CLEAR', [as('SENDER'), known(false)])).toBe(false);
    expect(settled('US-CLEAR', [as('SENDER'), known(true)])).toBe(true);
    const lapsing = opened(1, { viewpoint: 'CASE', position: 1 }, { lasting: false });
    expect(settled('GB-NCP', [lapsing], { mentions: [] })).toBe(false);
    expect(settled('GB-NCP', [[lapsing[0], [...lapsing[1], ...as('STATE')[1]]]], { mentions: [] })).toBe(false);
    expect(settled('GB-NCP', [[lapsing[0], [...lapsing[1], ...as('CASE', 2)[1]]]], { mentions: [] })).toBe(true);
    expect(settled('GB-NCP', [[lapsing[0], [...lapsing[1], ...as('CASE', 5)[1]]]], { mentions: [] })).toBe(false);
  });
});
