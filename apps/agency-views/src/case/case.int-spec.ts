import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../../../../libs/domain/src/leg/leg.fixtures.js';
import { happened, inStatus } from '../../../../libs/domain/src/referral/histories.fixtures.js';
import { told } from '../../../../libs/domain/src/referral/words.fixtures.js';
import { LaneScript, recipient, referralId, sender, submission } from '../agency-views.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum, refusalOf } from '../spec-reads.fixtures.js';
import { caseView } from './case-view.js';

const unit = { agency: 'AU-UNIT', role: 'LE_UNIT', country: 'AU' };
const next = { agency: 'NZ-UNIT', role: 'LE_UNIT', country: 'NZ' };
const asker = { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' };
const holderOf = ({ agency, country }: typeof sender) => ({ agency, country });
const outcome = (code: 'SUSPECT_ARRESTED' | 'CHILD_IDENTIFIED') =>
  told('OutcomeReported', {
    by: next.agency,
    outcomes: [{ outcome: code, on: 20_000, accuracy: 'CONFIRMED' }],
    extraditionFlag: null,
    obligation: null,
    note: null,
  });
const forwardedTo = (to: typeof sender, by: string, leg: string) =>
  told('ReferralForwarded', {
    by,
    to,
    leg,
    hop: 1,
    priority: 'P3',
    priorityReasons: ['IDENTIFIED_SUSPECT'],
    obligation: null,
    handover: false,
    reason: null,
    note: null,
  });

describe('a case that went on twice', () => {
  let bus: SpecBus;
  const lanes = [1, 2, 3].map((lane) => new LaneScript(lane));
  const [one, two, three] = [referralId(1, 1), referralId(1, 2), referralId(1, 3)];

  beforeAll(async () => {
    bus = await SpecBus.start();
    const [first, second, third] = lanes;
    first?.append(one, [...inStatus.RECEIVED, forwardedTo(unit, recipient.agency, two)]);
    const onward = { origin: one, hop: 1, chain: [holderOf(sender)] };
    second?.append(two, [
      submission({ ...onward, from: recipient, to: unit, parent: one }),
      ...inStatus.RECEIVED.slice(1),
      forwardedTo(next, unit.agency, three),
    ]);
    third?.append(three, [
      submission({ ...onward, from: unit, to: next, parent: two, hop: 2, chain: [sender, recipient].map(holderOf) }),
      ...inStatus.OUTCOME_REPORTED.slice(1, -1),
      outcome('SUSPECT_ARRESTED'),
      outcome('CHILD_IDENTIFIED'),
      outcome('SUSPECT_ARRESTED'),
    ]);
    await bus.publish(lanes.flatMap(({ rows }) => rows));
    for (const lane of lanes) await bus.get('/v1/inbox', sender, minimum(lane));
  }, 60_000);
  afterAll(() => bus.stop());

  const read = async (id: string, caller: SpecCaller) => {
    const response = await bus.get(`/v1/referrals/${id}`, caller);
    return response.status === 200 ? caseView.parse(await response.json()) : null;
  };

  it('is followed by its first sender to the end: chain, states, classes of outcome, no content (I1, B4)', async () => {
    const seen = await read(one, sender);
    expect(seen).toMatchObject({ status: 'FORWARDED', holder: null, onward: { to: unit, leg: two, offered: false } });
    expect(seen?.legs).toEqual([
      expect.objectContaining({ id: two, hop: 1, from: recipient, to: unit, status: 'FORWARDED', holds: false }),
      expect.objectContaining({
        id: three,
        hop: 2,
        from: unit,
        to: next,
        status: 'OUTCOME_REPORTED',
        holds: true,
        outcomes: ['CHILD_IDENTIFIED', 'SUSPECT_ARRESTED'],
      }),
    ]);
    expect(JSON.stringify(seen?.legs)).not.toContain('CLEAR-1');
  });

  it('is not to be read by its first sender where it is not a party', async () => {
    for (const leg of [two, three]) expect(await read(leg, sender)).toBeNull();
  });

  it('shows to each agency in between the legs that it is a party of', async () => {
    const legsOf = async (id: string, caller: SpecCaller) => (await read(id, caller))?.legs.map((leg) => leg.id);
    expect(await legsOf(one, recipient)).toEqual([two]);
    expect(await legsOf(two, recipient)).toEqual([one]);
    expect(await legsOf(two, unit)).toEqual([three]);
    expect(await legsOf(three, next)).toEqual([]);
  });

  it('does not tell a recipient who had the case before its sender', async () => {
    const text = JSON.stringify(await read(three, next));
    for (const other of [one, two, sender.agency, recipient.agency]) expect(text).not.toContain(other);
    expect(await read(three, unit)).toMatchObject({ origin: null, parent: two, hop: 2 });
  });
});

describe('a case that was opened to another agency', () => {
  let bus: SpecBus;
  const script = new LaneScript(1);
  const [whole, states, lapsed, waiting] = [1, 2, 3, 4].map((n) => referralId(n));
  const conditional = [11, 12].map((n) => referralId(n));
  const grant = (extent: 'CASE' | 'STATE_AND_OUTCOME', until: number) =>
    told('AccessGranted', { by: recipient.agency, requester: asker.agency, extent, until, note: null });

  beforeAll(async () => {
    bus = await SpecBus.start();
    const later = Date.now() + 86_400_000;
    const grants = [grant('CASE', later), grant('STATE_AND_OUTCOME', later), grant('CASE', Date.now() - 1_000), null];
    grants.forEach((each, index) => {
      const id = referralId(index + 1);
      script.append(id, [submission(), ...inStatus.OUTCOME_REPORTED.slice(1), happened.supplemented]);
      script.append(id, [happened.accessAsked], { actor: asker });
      if (each) script.append(id, [each]);
    });
    const onConditions = accepted('CONDITIONAL', 'HARMS_INVESTIGATION', {
      conditions: ['NO_COURT_USE', 'LE_ONLY'],
      note: 'NOTE-2',
    });
    conditional.forEach((id, index) => {
      script.append(id, [submission(), ...inStatus.RECEIVED.slice(1), onConditions]);
      script.append(id, [grant(index === 0 ? 'CASE' : 'STATE_AND_OUTCOME', later)]);
    });
    await bus.publish(script.rows);
  }, 60_000);
  afterAll(() => bus.stop());

  const read = async (id: string | undefined, caller: SpecCaller) =>
    caseView.parse(await (await bus.get(`/v1/referrals/${id}`, caller, minimum(script))).json());

  it('is shown to it whole, without what other agencies ask', async () => {
    const seen = await read(whole, asker);
    expect(seen).toMatchObject({ access: 'CASE', reference: 'CLEAR-1', requests: [] });
    expect(seen.parts.map(({ kind }) => kind)).toEqual(['OUTCOME', 'SUPPLEMENT']);
  });

  it('or its state and outcome only', async () => {
    const seen = await read(states, asker);
    expect(seen).toMatchObject({ access: 'STATE_AND_OUTCOME', status: 'OUTCOME_REPORTED', incident: null, nexus: [] });
    expect(seen.parts.map(({ kind }) => kind)).toEqual(['OUTCOME']);
    // neither how urgent it is and why, nor what the parties ask of each other: its events say that to who sees the case
    expect(seen).toMatchObject({
      ...{ reasons: [], rejection: null, hold: null, delay: null, extradition: null, consulted: null },
      priority: { driving: null, sender: null, receiver: null },
      open: { information: null, withdrawal: null, consultation: null },
    });
    expect(await read(whole, asker)).toMatchObject({ priority: { driving: 'P3' } });
    expect(JSON.stringify(seen)).not.toContain('CLEAR-1');
  });

  it('shows the conditions that it was accepted on to who sees the case, in no list or detail to who sees its state only (vocabulary 2.4 I1, 2.5 27(6))', async () => {
    const acceptance = { scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION' };
    const conditions = ['NO_COURT_USE', 'LE_ONLY'];
    for (const caller of [sender, recipient, asker])
      expect(await read(conditional[0], caller)).toMatchObject({ acceptance: { ...acceptance, conditions } });
    expect((await read(whole, sender)).acceptance).toEqual({ scope: 'FULL', reason: null, conditions: [] });
    const seen = await read(conditional[1], asker);
    expect(seen.acceptance).toEqual({ scope: 'CONDITIONAL', reason: null, conditions: null });
    for (const id of conditional)
      for (const caller of [sender, recipient, asker])
        expect(JSON.stringify(await read(id, caller))).not.toContain('NOTE-2');
    const sent = await (await bus.get('/v1/sent?status=ACCEPTED', sender)).json();
    expect(sent).toMatchObject({ items: Array(2).fill({ acceptance: { ...acceptance, conditions } }) });
    expect(JSON.stringify(sent)).not.toContain('NOTE-2');
  });

  it.each([
    ['lapsed', lapsed],
    ['was only asked for', waiting],
  ])('and does not exist to it where the grant %s', async (_name, id) => {
    for (const path of [`/v1/referrals/${id}`, `/v1/referrals/${id}/timeline`]) {
      const answer = await refusalOf(await bus.get(path, asker, minimum(script)));
      expect(answer).toMatchObject({ status: 404, body: { code: 'REFERRAL_NOT_FOUND' } });
    }
  });

  it('shows to its holder alone who asks', async () => {
    expect((await read(waiting, recipient)).requests).toMatchObject([
      { kind: 'ACCESS', by: asker, purpose: 'INVESTIGATE' },
    ]);
    expect((await read(waiting, sender)).requests).toEqual([]);
    expect((await read(whole, recipient)).requests).toEqual([]);
  });
});

describe('a waiver of dual criminality (vocabulary 3.2 R3.1, R3.2)', () => {
  let bus: SpecBus;
  const script = new LaneScript(6);
  const [first, onward] = [referralId(1, 6), referralId(2, 6)];
  const crossBorder = {
    ...{ types: [], extraditionFlag: null, childDefinitionConflict: null },
    ...{ dualCriminality: 'NOT_REQUIRED' as const, dualCriminalityWaiver: 'LANZAROTE_25_4' as const },
  };
  const judgedBy = { set: 'TREATY_STATUS/COE-201', version: 3 };
  const nothing = { modifiers: [], files: [], nexus: [], evidence: [], subjects: [] };
  const supplemented = (by: string, carried: { leg: string; event: string } | null) =>
    told('Supplemented', {
      ...{ by, part: null, version: 2, additions: { ...nothing, crossBorder }, carried, note: null },
      waiverJudgedBy: carried ? null : judgedBy,
      obligation: null,
    });

  beforeAll(async () => {
    bus = await SpecBus.start();
    script.append(first, [submission({ crossBorder, waiverJudgedBy: judgedBy }), ...inStatus.FORWARDED.slice(1)]);
    script.append(first, [supplemented(sender.agency, null)]);
    const carried = { leg: first, event: script.events.at(-1)?.meta.eventId ?? '' };
    const passed = { from: recipient, to: unit, origin: first, parent: first, hop: 1, chain: [holderOf(sender)] };
    script.append(onward, [submission({ ...passed, crossBorder })]);
    script.append(onward, [supplemented(recipient.agency, carried), supplemented(recipient.agency, null)]);
    await bus.publish(script.rows);
  }, 60_000);
  afterAll(() => bus.stop());

  const read = async (id: string, caller: SpecCaller) =>
    caseView.parse(await (await bus.get(`/v1/referrals/${id}`, caller, minimum(script))).json());

  it('is shown as judged on the leg that it was said on, and as a claim on the onward leg', async () => {
    const waiver = 'LANZAROTE_25_4';
    const seen = await read(first, recipient);
    const [added] = seen.parts;
    expect(seen.waivers).toEqual([
      { part: null, waiver, judgedBy },
      { part: added?.id, waiver, judgedBy },
    ]);
    const { parts, waivers } = await read(onward, unit);
    expect(parts.map(({ carried }) => carried)).toEqual([true, false]);
    expect(waivers).toEqual([
      { part: null, waiver, judgedBy: null },
      { part: parts[0]?.id, waiver, judgedBy: null },
      { part: parts[1]?.id, waiver, judgedBy },
    ]);
  });
  it('is shown by its correction, once there is one, as that was judged', async () => {
    const corrected = told('Corrected', {
      ...{ by: recipient.agency, part: null, version: 3, reason: 'FACTUAL_ERROR', reference: null, reporter: null },
      ...{ incident: null, modifiers: null, files: null, nexus: null, evidence: null, crossBorder, outcomes: null },
      ...{ subjects: null, carried: null, note: null, waiverJudgedBy: { ...judgedBy, version: 4 }, obligation: null },
    });
    const more = script.append(onward, [corrected]);
    await bus.publish(more.rows.slice(-1));
    expect((await read(onward, unit)).waivers[0]).toMatchObject({ part: null, judgedBy: { version: 4 } });
  });
});
