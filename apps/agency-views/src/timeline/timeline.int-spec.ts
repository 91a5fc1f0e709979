import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, rejected } from '../../../../libs/domain/src/leg/leg.fixtures.js';
import { happened, inStatus } from '../../../../libs/domain/src/referral/histories.fixtures.js';
import { ids, told } from '../../../../libs/domain/src/referral/words.fixtures.js';
import { LaneScript, recipient, referralId, sender, START, submission } from '../agency-views.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum, refusalOf, stranger } from '../spec-reads.fixtures.js';
import { timelineView } from './timeline-view.js';

const asker = { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' };
const YEAR_MS = 365 * 86_400_000;

describe('a timeline', () => {
  let bus: SpecBus;
  const script = new LaneScript(1);
  const id = referralId(1);
  const opened = referralId(2);
  const path = `/v1/referrals/${id}/timeline`;
  const noted = { ...happened.asked, data: { ...happened.asked.data, note: 'NOTE-1' } } as typeof happened.asked;
  const granted = told('AccessGranted', {
    by: recipient.agency,
    requester: asker.agency,
    extent: 'STATE_AND_OUTCOME',
    until: Date.now() + YEAR_MS,
    note: null,
  });

  const pathOf = (n: number): string => `/v1/referrals/${referralId(n)}/timeline`;
  const [conditional, refused] = [pathOf(11), pathOf(12)];
  const onConditions = accepted('CONDITIONAL', 'HARMS_INVESTIGATION', {
    conditions: ['NO_COURT_USE', 'LE_ONLY'],
    note: 'NOTE-2',
  });

  const flagged = {
    ...happened.reported,
    data: { ...happened.reported.data, extraditionFlag: 'REFUSED_NATIONALITY', obligation: 'PROSECUTE_OR_REPORT' },
  } as typeof happened.reported;

  beforeAll(async () => {
    bus = await SpecBus.start();
    script
      .append(id, [...inStatus.ACKNOWLEDGED, noted, happened.answered, happened.accepted])
      .append(id, [happened.accessAsked], { actor: asker })
      .append(id, [happened.accessRefused, happened.offered, happened.reported])
      .append(opened, inStatus.INFO_REQUESTED)
      .append(opened, [happened.accessAsked], { actor: asker })
      .append(opened, [granted])
      .append(referralId(11), inStatus.RECEIVED)
      .append(referralId(11), [happened.accessAsked], { actor: asker })
      .append(referralId(11), [granted, onConditions])
      .append(referralId(13), inStatus.IN_PROGRESS)
      .append(referralId(13), [happened.accessAsked], { actor: asker })
      .append(referralId(13), [granted, flagged])
      .append(referralId(12), [...inStatus.RECEIVED, rejected({ reason: 'DATA_NOT_HELD', note: 'NOTE-3' })]);
    await bus.publish(script.rows);
  }, 60_000);
  afterAll(() => bus.stop());

  const read = async (caller: SpecCaller, at = path) =>
    timelineView.parse(await (await bus.get(at, caller, minimum(script))).json()).items;

  it('has an anchor, the state, every code and the rule in each entry', async () => {
    const items = await read(recipient);
    expect(items[0]).toMatchObject({ lane: 1, position: 1, status: 'SUBMITTED', rule: 'referral/1' });
    expect(items[1]).toMatchObject({ position: 2, status: null, codes: expect.arrayContaining(['P3']) });
    const ofType = (type: string) => items.find((each) => each.type === type);
    expect(ofType('InformationRequested')).toMatchObject({ status: 'INFO_REQUESTED', codes: ['LOCATION', 'TIME'] });
    expect(ofType('OutcomeReported')?.codes).toEqual(['SUSPECT_IDENTIFIED']);
    expect(ofType('OutcomeReported')?.data).toMatchObject({ outcomes: [{ on: '2026-11-24' }] });
    expect(items.map(({ id: event }) => event)).toEqual(
      script.events.filter(({ meta }) => meta.leg === id).map(({ meta }) => meta.eventId),
    );
  });

  it('shows of a report the outcomes alone to a reader of state and outcome', async () => {
    const reported = async (caller: SpecCaller) =>
      (await read(caller, pathOf(13))).find(({ type }) => type === 'OutcomeReported');
    expect(await reported(asker)).toMatchObject({ codes: ['SUSPECT_IDENTIFIED'] });
    expect(Object.keys((await reported(asker))?.data ?? {})).toEqual(['outcomes']);
    const whole = { extraditionFlag: 'REFUSED_NATIONALITY', obligation: 'PROSECUTE_OR_REPORT' };
    expect(await reported(sender)).toMatchObject({ data: whole });
    expect((await reported(sender))?.codes).toEqual(expect.arrayContaining(Object.values(whole)));
  });

  it('says of an obligation nothing where none was recorded', async () => {
    const report = (await read(recipient)).find(({ type }) => type === 'OutcomeReported');
    expect(Object.keys(report?.data ?? {}).sort()).toEqual(['extraditionFlag', 'note', 'outcomes']);
  });

  it('keeps from the sender who asked the holder for access, and was refused', async () => {
    const types = async (caller: SpecCaller): Promise<string[]> => (await read(caller)).map(({ type }) => type);
    expect(await types(recipient)).toEqual(expect.arrayContaining(['AccessRequested', 'AccessRefused']));
    for (const kept of ['AccessRequested', 'AccessRefused']) expect(await types(sender)).not.toContain(kept);
  });

  it('shows a note’s reference to the agency that keeps the note alone', async () => {
    const note = async (caller: SpecCaller): Promise<unknown> =>
      (await read(caller)).find(({ type }) => type === 'InformationRequested')?.data['note'];
    expect(await note(recipient)).toBe('NOTE-1');
    expect(await note(sender)).toBeNull();
  });

  it('shows both parties the conditions of an acceptance, in every format, and its note to neither but its own (vocabulary 2.4 I3, 2.5 27(6))', async () => {
    const said = async (caller: SpecCaller) => (await read(caller, conditional)).at(-1);
    const data = { scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', conditions: ['NO_COURT_USE', 'LE_ONLY'] };
    const codes = ['CONDITIONAL', 'HARMS_INVESTIGATION', 'NO_COURT_USE', 'LE_ONLY'];
    expect(await said(recipient)).toMatchObject({ codes, data: { ...data, note: 'NOTE-2' } });
    expect(await said(sender)).toMatchObject({ codes, data: { ...data, note: null } });
    for (const format of ['csv', 'html']) {
      const text = await (await bus.get(`${conditional}?format=${format}`, sender)).text();
      expect(text).toContain(codes.join(' '));
      expect(text).not.toContain('NOTE-2');
    }
  });

  it('shows the note of a rejection to its own agency alone (vocabulary 2.4 I3)', async () => {
    const said = async (caller: SpecCaller) => (await read(caller, refused)).at(-1)?.data;
    expect(await said(recipient)).toMatchObject({ reason: 'DATA_NOT_HELD', note: 'NOTE-3' });
    expect(await said(sender)).toMatchObject({ reason: 'DATA_NOT_HELD', note: null });
  });

  it('shows neither conditions nor notes to an agency that was granted state and outcome (vocabulary 2.4 I1)', async () => {
    const response = await bus.get(conditional, asker, minimum(script));
    const [text, types] = [await response.clone().text(), timelineView.parse(await response.json()).items];
    expect(types.find(({ type }) => type === 'ReferralAccepted')).toMatchObject({ codes: [], data: {} });
    expect(text).not.toMatch(/NO_COURT_USE|NOTE-2/);
  });

  it('names the onward leg to who passed the case on, and to the first sender', async () => {
    const leg = async (caller: SpecCaller): Promise<unknown> =>
      (await read(caller)).find(({ type }) => type === 'HandoverOffered')?.data['leg'];
    expect(await leg(recipient)).toBe(ids.onward.routine);
    expect(await leg(sender)).toBe(ids.onward.routine);
  });

  it('names to the receiver of an onward leg neither the leg before nor that there was one elsewhere', async () => {
    const onward = new LaneScript(4);
    const [parent, child] = [referralId(7, 3), referralId(7, 4)];
    const to = { agency: 'AU-UNIT', role: 'LE_UNIT', country: 'AU' };
    const chain = [{ agency: sender.agency, country: sender.country }];
    onward.append(child, [
      submission({ from: recipient, to, parent, origin: parent, hop: 1, chain }),
      told('Supplemented', {
        by: recipient.agency,
        part: null,
        version: 2,
        additions: { modifiers: [], files: [], nexus: [], evidence: [], crossBorder: null, subjects: [] },
        carried: { leg: parent, event: ids.nobody },
        note: null,
        waiverJudgedBy: null,
        obligation: null,
      }),
      told('JurisdictionConsultationOpened', {
        ...{ opener: asker, countries: ['GB', 'PH'], bases: [], note: null },
        ...{ contacts: null, unfilled: null, audience: null },
        carried: { leg: parent, event: ids.nobody },
      }),
    ]);
    await bus.publish(onward.rows);
    const answer = await bus.get(`/v1/referrals/${child}/timeline`, to, minimum(onward));
    expect(await answer.text()).not.toMatch(new RegExp(`${parent}|${ids.nobody}`));
    const whole = await bus.get(`/v1/referrals/${child}`, to);
    expect(await whole.text()).not.toMatch(new RegExp(`${parent}|${sender.agency}`));
  });

  it('shows to an agency that was granted state and outcome the states, its own request, and no content', async () => {
    const items = await read(asker, `/v1/referrals/${opened}/timeline`);
    expect(items.map(({ type }) => type)).toEqual([
      'ReferralSubmitted',
      'ReferralReceived',
      'InformationRequested',
      'AccessRequested',
      'AccessGranted',
    ]);
    expect(items.filter(({ type }) => type.startsWith('Referral')).map(({ data }) => data)).toEqual([{}, {}]);
  });

  it.each([
    ['?format=csv', {}, 'text/csv'],
    ['', { accept: 'text/csv' }, 'text/csv'],
    ['?format=html', {}, 'text/html'],
    ['', { accept: 'text/html;q=0.9, application/json;q=0.1' }, 'text/html'],
    ['?format=json', { accept: 'text/csv' }, 'application/json'],
    ['', { accept: '*/*' }, 'application/json'],
  ])('is written as asked for: %s %p', async (query, headers, type) => {
    const response = await bus.get(path + query, recipient, headers);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('vary')).toBe('Accept');
    const tag = response.headers.get('etag') ?? '';
    expect((await bus.get(path + query, recipient, { ...headers, 'if-none-match': tag })).status).toBe(304);
  });

  it('is to be printed without a script, under a policy that lets none in', async () => {
    const response = await bus.get(`${path}?format=html`, recipient);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    const page = await response.text();
    expect(page).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(page).toContain('<tr id="1-1">');
  });

  it('comes in parts of a bounded size, in every format', async () => {
    const first = await bus.get(`${path}?format=csv&limit=3`, recipient);
    expect((await first.text()).trimEnd().split('\r\n')).toHaveLength(4);
    const next = first.headers.get('bus-next') ?? '';
    const second = await bus.get(`${path}?format=html&limit=3&cursor=${next}`, recipient);
    expect(await second.text()).toContain('<tr id="1-4">');
    expect((await bus.get(`${path}?format=csv&limit=1001`, recipient)).status).toBe(400);
  });

  it.each(['csv', 'html', 'json'])('as %s does not exist to others', async (format) => {
    const answer = await refusalOf(await bus.get(`${path}?format=${format}`, stranger));
    expect(answer).toMatchObject({ status: 404, body: { code: 'REFERRAL_NOT_FOUND' } });
  });

  it('is of the time that the bus says', async () => {
    const [first] = await read(sender);
    expect(first?.at).toBe(new Date(START + 1_000).toISOString());
  });
});
