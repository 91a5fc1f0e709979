import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Priority } from '#libs/contracts';
import { firstRulebook, isOpen, owedOf } from '#libs/domain';
import { clockWalks } from '../../../../libs/domain/src/escalation/clock-walks.fixtures.js';
import { clock, MINUTE, none, says } from '../../../../libs/domain/src/escalation/said.fixtures.js';
import { DAY, HOUR, NOW } from '../../../../libs/domain/src/leg/leg.fixtures.js';
import { say } from '../../../../libs/domain/src/referral/words.fixtures.js';
import { LaneScript, recipient, referralId, sender } from '../agency-views.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum, pageOf, refusalOf, stranger, walk } from '../spec-reads.fixtures.js';
import { overduePage } from '../worklists/overdue-view.js';
import { ladderStateOf } from './escalation-shown.js';
import { escalationPage, escalationView, type EscalationView } from './escalation-view.js';
import { LADDER_STATES } from './escalation.columns.js';
import { alternate, desk, keepingHours, taking, ToldLeg } from './told-leg.fixtures.js';

const iso = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();
const silent = (minutes: number) => clock(NOW + minutes * MINUTE);
const answer = (minutes: number) =>
  says(
    'AnswerEscalation',
    { reply: 'TAKES_OVER', note: null },
    {
      by: alternate.agency,
      as: { role: alternate.role, country: 'PH' },
      at: NOW + minutes * MINUTE,
    },
  );
const call = (result: 'REACHED' | 'NO_ANSWER', minutes: number) => {
  const at = NOW + minutes * MINUTE;
  const to = { agency: 'PH-WCPC', role: 'POC_247', country: 'PH' };
  return says('RecordVoiceContact', { at, to, result, note: null }, { by: sender.agency, at });
};

describe('escalations', () => {
  let bus: SpecBus;
  const left = new Map<string, number>();
  const script = new LaneScript(1);
  const [climbing, atTheTop, answered, acknowledged, late, drill, quiet, asleep] = [1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
    referralId(n),
  ) as [string, string, string, string, string, string, string, string];

  const told = (id: string, level: Priority, synthetic = false): ToldLeg =>
    new ToldLeg(script, id, level, { members: taking, synthetic });

  beforeAll(async () => {
    bus = await SpecBus.start(undefined, left);
    told(climbing, 'P1').say(call('NO_ANSWER', 10), silent(31));
    told(atTheTop, 'P1').say(silent(61));
    told(answered, 'P1').say(silent(31), answer(33));
    told(acknowledged, 'P2').say(silent(8 * 60), say('AcknowledgeReferral', { at: NOW + 9 * HOUR }));
    told(late, 'P3').say(clock(NOW + DAY + HOUR));
    told(drill, 'P1', true).say(silent(31));
    told(quiet, 'P4');
    new ToldLeg(script, asleep, 'P2', { members: keepingHours, synthetic: true }).say(silent(9 * 60));
    await bus.publish(script.rows);
    await pageOf(bus, '/v1/inbox', recipient, minimum(script));
  }, 60_000);
  afterAll(() => bus.stop());

  const shownTo = async (caller: SpecCaller, id: string): Promise<EscalationView> => {
    const response = await bus.get(`/v1/escalations/${id}`, caller);
    expect(response.status).toBe(200);
    return escalationView.parse(await response.json());
  };
  const listed = async (caller: SpecCaller, query = ''): Promise<string[]> =>
    (await walk(bus, `/v1/escalations?limit=2${query}`, caller)).map(({ id }) => id);
  const statusOf = async (caller: SpecCaller, path: string): Promise<number> => (await bus.get(path, caller)).status;

  it('say what was tried, what is owed, and what comes next and when', async () => {
    const shown = await shownTo(recipient, climbing);
    expect(shown).toMatchObject({
      ladder: 'OPEN',
      priority: { driving: 'P1', sender: { level: 'P1' }, receiver: null, disputed: false },
      voiceContact: { recorded: false, calls: [{ by: sender.agency, result: 'NO_ANSWER', at: iso(10) }] },
      answers: [],
      next: {
        step: { step: 3, at: iso(60), cause: 'VOICE_CONTACT', roles: ['NCP_LE', 'CENTRAL_AUTH', 'LIAISON_INTL'] },
        clock: { kind: 'WARNING', duty: 'PRESERVATION', at: iso(90) },
      },
    });
    expect(
      shown.tried.map(({ step, dueAt, called, unfilled, rules }) => [step, dueAt, called, unfilled, rules]),
    ).toEqual([
      [1, iso(15), [recipient], ['POC_247'], 'escalation/1'],
      [2, iso(30), [{ ...alternate, country: 'PH' }], [], 'escalation/1'],
    ]);
    expect(shown.overdue).toEqual([
      {
        ...{ duty: 'VOICE_CONTACT', level: 'P1', countedFrom: iso(0), dueAt: iso(15) },
        ...{ responsible: recipient, rules: 'escalation/1' },
      },
      {
        ...{ duty: 'ACKNOWLEDGE', level: 'P1', countedFrom: iso(0), dueAt: iso(30) },
        ...{ responsible: recipient, rules: 'escalation/1' },
      },
    ]);
    expect(shown.clocks.filter(({ missed }) => !missed).map(({ duty }) => duty)).toEqual([
      'PRESERVATION',
      'FIRST_ACTION',
      'SAFEGUARDING',
      'FIRST_ACTION_LIMIT',
    ]);
  });

  it('say whose desk was closed, when it opened, and that others were called upon instead', async () => {
    const shown = await shownTo(recipient, asleep);
    expect(shown.tried).toMatchObject([
      { step: 1, called: [alternate], closed: [{ ...recipient, opensAt: iso(25 * 60), passedOver: true }] },
    ]);
    expect((await shownTo(recipient, climbing)).tried.map(({ closed }) => closed)).toEqual([[], []]);
  });

  it('stop on an answer; what was tried stays, and nothing is said to come', async () => {
    const shown = await shownTo(recipient, answered);
    expect(shown).toMatchObject({ ladder: 'ANSWERED', tried: [{ step: 1 }, { step: 2 }], next: { step: null } });
    expect(shown.answers).toEqual([
      {
        ...{ at: iso(33), step: 2, cause: 'VOICE_CONTACT', reply: 'TAKES_OVER', rules: 'escalation/1' },
        by: { ...alternate, country: 'PH' },
      },
    ]);
  });

  it('are done where what they were raised for was done', async () => {
    expect(await shownTo(recipient, acknowledged)).toMatchObject({
      ...{ ladder: 'DONE', tried: [{ step: 1, outcome: 'DONE' }], overdue: [] },
    });
  });

  it('say of a referral that nothing happened to when its first clock runs out', async () => {
    expect(await shownTo(sender, quiet)).toMatchObject({
      ...{ ladder: null, tried: [], overdue: [], voiceContact: { recorded: false, calls: [] } },
      next: { step: { step: 1, at: iso(3 * 24 * 60) }, clock: { duty: 'ACKNOWLEDGE', kind: 'WARNING' } },
    });
  });

  it('name to both parties who was called upon, when and in which role, and who answered what', async () => {
    const shown = await shownTo(sender, answered);
    expect(shown.from).toEqual(sender);
    expect(shown.tried.map(({ called }) => called)).toEqual([[recipient], [{ ...alternate, country: 'PH' }]]);
    expect(shown.answers).toMatchObject([{ by: alternate, reply: 'TAKES_OVER' }]);
    expect(shown.tried.map(({ outcome }) => outcome)).toEqual(['WENT_ON', 'ANSWERED']);
    expect((await shownTo(sender, climbing)).tried.map(({ outcome }) => outcome)).toEqual(['WENT_ON', 'OPEN']);
    const { tried, answers } = await shownTo(recipient, answered);
    expect([tried, answers]).toEqual([shown.tried, shown.answers]);
  });

  describe('to an agency that a step called upon', () => {
    it('are shown: the escalation, whose it is, and of the steps those names that it was told', async () => {
      const shown = await shownTo(desk, atTheTop);
      expect(shown).toMatchObject({ from: null, to: recipient, priority: { driving: 'P1' }, next: { step: null } });
      expect(shown.tried.map(({ called }) => called.map(({ agency }) => agency))).toEqual([
        [null],
        [null],
        ['PH-NCP', 'EU-DESK'],
      ]);
      expect(JSON.stringify(shown)).not.toContain('SOLICITATION');
    });

    it.each(['', '/timeline'])('the referral stays unknown: %p', async (path) => {
      const known = await refusalOf(await bus.get(`/v1/referrals/${atTheTop}${path}`, desk));
      const unknown = await refusalOf(await bus.get(`/v1/referrals/${referralId(99)}${path}`, desk));
      expect(known).toMatchObject({ status: 404, body: { code: 'REFERRAL_NOT_FOUND' } });
      expect(known).toEqual(unknown);
    });

    it('are unknown again once it has left the bus, also when it came back, until a step calls it anew', async () => {
      const calledAt = NOW + 60 * MINUTE;
      try {
        left.set(desk.agency, calledAt - MINUTE);
        expect(await listed(desk)).toEqual([atTheTop]);
        left.set(desk.agency, calledAt + HOUR);
        expect(await listed(desk)).toEqual([]);
        expect(await statusOf(desk, `/v1/escalations/${atTheTop}`)).toBe(404);
        expect(await listed(alternate)).toContain(atTheTop);
      } finally {
        left.clear();
      }
    });

    it('are listed from the step on that called it, and no other', async () => {
      expect(await listed(alternate)).toEqual([climbing, atTheTop, answered]);
      expect(await listed(desk)).toEqual([atTheTop]);
      expect(await statusOf(desk, `/v1/escalations/${climbing}`)).toBe(404);
      for (const list of ['/v1/inbox', '/v1/worklists/overdue'])
        expect((await pageOf(bus, list, alternate)).items).toEqual([]);
    });
  });

  it('do not exist to others, as ids that do not exist', async () => {
    const known = await refusalOf(await bus.get(`/v1/escalations/${climbing}`, stranger));
    expect(known).toMatchObject({ status: 404, body: { code: 'REFERRAL_NOT_FOUND' } });
    for (const id of [referralId(99), 'no-id'])
      expect(await refusalOf(await bus.get(`/v1/escalations/${id}`, stranger))).toEqual(known);
    expect(await listed(stranger)).toEqual([]);
    expect(await statusOf({ ...recipient, role: 'OVERSIGHT' }, `/v1/escalations/${climbing}`)).toBe(403);
    expect(await statusOf({ ...recipient, role: 'OVERSIGHT' }, '/v1/escalations')).toBe(403);
  });

  it('are listed to both parties, the most urgent first, of these the longest climbing; page by page', async () => {
    for (const party of [recipient, sender])
      expect(await listed(party)).toEqual([climbing, atTheTop, answered, acknowledged, late]);
  });

  it('are found by level, step and state, and exercises by themselves', async () => {
    expect(await listed(recipient, '&priority=P3')).toEqual([late]);
    expect(await listed(recipient, '&step=3')).toEqual([atTheTop]);
    expect(await listed(recipient, '&state=OPEN')).toEqual([climbing, atTheTop, late]);
    expect(await listed(recipient, '&state=ANSWERED')).toEqual([answered]);
    expect(await listed(recipient, '&state=DONE')).toEqual([acknowledged]);
    expect(await listed(recipient, '&synthetic=true')).toEqual([drill, asleep]);
    expect(await statusOf(recipient, '/v1/escalations?state=LOUD')).toBe(400);
  });

  it('are not sent again to who holds them already', async () => {
    for (const path of ['/v1/escalations', `/v1/escalations/${climbing}`]) {
      const tag = (await bus.get(path, recipient)).headers.get('etag') ?? '';
      expect((await bus.get(path, recipient, { 'if-none-match': tag })).status).toBe(304);
    }
  });

  it('show a proposed lowering to the receiver alone, and to both that a lowering is disputed', async () => {
    const lane = new LaneScript(2);
    const [proposed, disputed] = [referralId(1, 2), referralId(2, 2)];
    const lower = says('LowerPriority', {
      ...{ level: 'P3', reasons: ['IDENTIFIED_SUSPECT'], lowering: 'CHILD_SAFE_CONFIRMED', ...none },
    });
    new ToldLeg(lane, proposed, 'P1').say(lower);
    new ToldLeg(lane, disputed, 'P1').say(
      lower,
      says('ApproveLowering', { note: null }, { person: 'p-2' }),
      says('DisputePriority', { reasons: ['LIVE_ABUSE'], note: null }, { by: sender.agency }),
    );
    await bus.publish(lane.rows);
    await pageOf(bus, '/v1/inbox', recipient, minimum(lane));
    expect((await shownTo(recipient, proposed)).priority.proposed).toEqual({
      level: 'P3',
      reason: 'CHILD_SAFE_CONFIRMED',
    });
    expect((await shownTo(sender, proposed)).priority.proposed).toBeNull();
    for (const party of [recipient, sender])
      expect((await shownTo(party, disputed)).priority).toMatchObject({ driving: 'P1', disputed: true });
  });

  describe('of a case that is not let go on', () => {
    const lane = new LaneScript(4);
    const stuck = referralId(1, 4);
    const back = say('ForwardReferral', { at: NOW + 2 * MINUTE, data: { to: { ...sender } } });

    let told: ToldLeg;
    beforeAll(async () => {
      told = new ToldLeg(lane, stuck, 'P4', { members: taking });
      told.say(say('AcknowledgeReferral', { at: NOW + MINUTE }), back);
      await bus.publish(lane.rows);
      await pageOf(bus, '/v1/inbox', recipient, minimum(lane));
    });

    it('are the national contact’s, who is shown both ends, what is in the way, and nothing of the referral', async () => {
      expect(await listed(alternate)).toContain(stuck);
      expect(await listed(alternate, '&stuck=true')).toEqual([stuck]);
      expect(await listed(desk, '&stuck=true')).toEqual([]);
      const shown = await shownTo(alternate, stuck);
      expect(shown).toMatchObject({ from: null, to: recipient, status: 'ACKNOWLEDGED', ladder: null, tried: [] });
      expect(shown.refusedOnward).toEqual([
        {
          ...{
            at: iso(2),
            cause: 'CYCLE',
            level: 'P4',
            holder: recipient,
            to: sender,
            limit: null,
            originCountry: 'US',
          },
          ...{ contacts: [{ ...alternate, country: 'PH' }], unfilled: ['US'], rules: 'referral/1' },
          answer: null,
        },
      ]);
      expect(JSON.stringify(shown)).not.toContain('SOLICITATION');
      expect(await statusOf(alternate, `/v1/referrals/${stuck}`)).toBe(404);
    });

    it('are no escalation to others, also where they are found by a step or a state', async () => {
      for (const query of ['&state=DONE', '&state=OPEN', '&step=1'])
        expect(await listed(alternate, query)).not.toContain(stuck);
      for (const party of [sender, recipient]) expect(await listed(party)).not.toContain(stuck);
      expect((await shownTo(recipient, stuck)).refusedOnward).toHaveLength(1);
      expect((await shownTo(sender, stuck)).refusedOnward).toEqual([]);
      expect(await statusOf(desk, `/v1/escalations/${stuck}`)).toBe(404);
    });

    it('are an entry of the holder’s timeline, and of no sender’s', async () => {
      const typesTo = async (party: SpecCaller): Promise<string[]> =>
        (await walk(bus, `/v1/referrals/${stuck}/timeline?limit=50`, party)).map(
          (entry) => Reflect.get(entry, 'type') as string,
        );
      expect(await typesTo(recipient)).toContain('OnwardRefused');
      expect(await typesTo(sender)).not.toContain('OnwardRefused');
    });

    it('are stuck no more once a contact has answered, which its holder and the contacts are shown', async () => {
      const [from, by] = [lane.rows.length, { ...alternate, country: 'PH' }];
      const words = { reply: 'NAMES_OTHER', competent: desk, note: 'NOTE-1' } as const;
      const competent = { ...desk, country: 'NL' };
      told.say(
        says('AnswerOnwardRefusal', { ...words, competent }, { by: alternate.agency, as: by, at: NOW + 3 * MINUTE }),
      );
      await bus.publish(lane.rows.slice(from));
      await pageOf(bus, '/v1/inbox', recipient, minimum(lane));
      expect(await listed(alternate, '&stuck=true')).toEqual([]);
      expect(await listed(alternate)).toContain(stuck);
      const answer = { at: iso(3), by, reply: 'NAMES_OTHER', competent, rules: 'escalation/1' };
      for (const reader of [alternate, recipient])
        expect((await shownTo(reader, stuck)).refusedOnward).toMatchObject([{ cause: 'CYCLE', answer }]);
      expect((await shownTo(sender, stuck)).refusedOnward).toEqual([]);
      const said = async (party: SpecCaller): Promise<string> =>
        JSON.stringify(await walk(bus, `/v1/referrals/${stuck}/timeline?limit=50`, party));
      expect(await said(recipient)).toContain('OnwardRefusalAnswered');
      expect(await said(recipient)).not.toContain('NOTE-1');
      expect(await said(sender)).not.toContain('OnwardRefusalAnswered');
    });
  });

  it('that are overdue are a worklist of both sides, with the clock, since when, and whose', async () => {
    for (const party of [recipient, sender]) {
      const { items } = overduePage.parse(await (await bus.get('/v1/worklists/overdue', party)).json());
      expect(items.map(({ id }) => id)).toEqual([climbing, atTheTop, answered, late]);
      expect(items.at(-1)?.overdue).toMatchObject([
        { duty: 'ACKNOWLEDGE', level: 'P3', dueAt: iso(24 * 60), responsible: recipient },
      ]);
      const counts = (await pageOf(bus, '/v1/worklists', party)).items as unknown as { id: string; count: number }[];
      expect(counts.find(({ id }) => id === 'overdue')?.count).toBe(4);
    }
    const walked = await walk(bus, '/v1/worklists/overdue?limit=1', recipient);
    expect(walked.map(({ id }) => id)).toEqual([climbing, atTheTop, answered, late]);
    const drills = await pageOf(bus, '/v1/worklists/overdue?synthetic=true', recipient);
    expect(drills.items.map(({ id }) => id)).toEqual([drill, asleep]);
  });

  // 1038 lowered a level that did not ask for what had been missed, and the leg stayed in the list
  it.each([
    [1038, 5],
    [Date.now() % 2 ** 31, 6],
  ])('are found in SQL exactly where the domain has them, whatever was said (seed %s)', async (seed, number) => {
    const lane = new LaneScript(number);
    const walked = fc
      .sample(clockWalks, { numRuns: 60, seed })
      .map((each, n) => ToldLeg.walked(lane, referralId(n, number), each, { members: taking, synthetic: true }));
    await bus.publish(lane.rows);
    await pageOf(bus, '/v1/inbox', recipient, minimum(lane));
    const inLane = (items: readonly { readonly id: string }[]): string[] =>
      items
        .map(({ id }) => id)
        .filter((id) => walked.some((leg) => leg.id === id))
        .sort();
    for (const state of LADDER_STATES) {
      const expected = walked.filter(({ told: { state: leg } }) => {
        const standing = { leg, escalation: leg.escalation, entries: [] };
        return ladderStateOf(leg.referral.status, standing) === state;
      });
      const items = escalationPage.shape.items.parse(
        await walk(bus, `/v1/escalations?synthetic=true&limit=200&state=${state}`, recipient),
      );
      expect(inLane(items)).toEqual(expected.map(({ id }) => id).sort());
      expect(items.map(({ ladder }) => ladder)).toEqual(items.map(() => state));
    }
    const overdue = walked.filter(({ told: { state: leg } }) => {
      const owed = owedOf(leg, firstRulebook).map(({ duty }) => duty);
      return isOpen(leg.referral.status) && owed.some((duty) => leg.escalation.missed?.includes(duty));
    });
    const items = overduePage.shape.items.parse(
      await walk(bus, '/v1/worklists/overdue?synthetic=true&limit=200', sender),
    );
    expect(inLane(items)).toEqual(overdue.map(({ id }) => id).sort());
    expect(items.filter((each) => each.overdue.length === 0)).toEqual([]);
  });

  it('are not overdue with what is no longer asked for, though it was missed and never done', async () => {
    const lane = new LaneScript(7);
    const [lowered, located] = [referralId(1, 7), referralId(2, 7)];
    const leg = (id: string, level: Priority): ToldLeg =>
      new ToldLeg(lane, id, level, { members: taking, synthetic: true });
    const accept = [say('AcknowledgeReferral', { at: NOW + MINUTE }), say('AcceptReferral', { at: NOW + 2 * MINUTE })];
    const wrongly = { level: 'P4', reasons: ['NO_IDENTIFIERS'], lowering: 'WRONGLY_CLASSIFIED', ...none } as const;
    const inNeed = leg(lowered, 'P2');
    inNeed.say(...accept, clock(NOW + 2 * DAY));
    const atRisk = leg(located, 'P1');
    atRisk.say(
      ...accept,
      call('REACHED', 3),
      says(
        'ReleasePreservation',
        { request: null, reason: 'NOTHING_TO_PRESERVE', note: null },
        { at: NOW + 4 * MINUTE },
      ),
      says(
        'NotifySafeguarding',
        { measure: 'CHILD_PROTECTION_NOTIFIED', country: 'PH', service: null, note: null },
        { at: NOW + 5 * MINUTE },
      ),
      clock(NOW + 6 * HOUR),
    );
    let published = 0;
    const listed = async (): Promise<string[]> => {
      await bus.publish(lane.rows.slice(published));
      published = lane.rows.length;
      await pageOf(bus, '/v1/inbox', recipient, minimum(lane));
      const items = await walk(bus, '/v1/worklists/overdue?synthetic=true&limit=200', recipient);
      return items.map(({ id }) => id).filter((id) => [lowered, located].includes(id));
    };
    expect(await listed()).toEqual([located, lowered]);
    inNeed.say(says('LowerPriority', wrongly, { at: NOW + 2 * DAY + HOUR }));
    const notified = atRisk.told.idOf('SafeguardingNotified');
    atRisk.say(
      says(
        'ConfirmSafeguarding',
        { notified, result: 'CHILD_SAFE', note: null },
        { by: sender.agency, at: NOW + 7 * HOUR },
      ),
    );
    expect(await listed()).toEqual([]);
  });
});
