import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { happened } from '../../../../libs/domain/src/referral/histories.fixtures.js';
import { nothingAdded, outcome, told } from '../../../../libs/domain/src/referral/words.fixtures.js';
import { LaneScript, prioritySet, recipient, referralId, submission } from '../agency-views.fixtures.js';
import { escalationView } from '../escalation/escalation-view.js';
import { readOn } from '../feed/feed-reader.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum, pageOf } from '../spec-reads.fixtures.js';
import { timelineView } from '../timeline/timeline-view.js';
import { caseView } from './case-view.js';

/** The same agency in a role that sees requests and the class of outcome, and in one that sees its whole leg. */
const provider = { agency: 'US-PLAY', role: 'INDUSTRY_TS', country: 'US' };
const hotline = { ...provider, role: 'HOTLINE' };

const ofReceiver = { by: recipient.agency, note: null };
const own = { by: provider.agency, note: null };
const nexus = [{ country: 'NO', basis: 'VICTIM_HABITUAL_RESIDENCE', confidence: 'HIGH' } as const];

/** What the receiver and others say of the case, of which a provider is told nothing. */
const ofTheCase = [
  told('Supplemented', {
    ...{ ...ofReceiver, part: null, version: 2, additions: { ...nothingAdded, nexus } },
    ...{ carried: null, waiverJudgedBy: null, obligation: null },
  }),
  happened.delayed,
  happened.consulting,
  happened.consulted,
  happened.granted,
  told('SafeguardingNotified', {
    ...{ ...ofReceiver, measure: 'CHILD_PROTECTION_NOTIFIED', country: 'PH' },
    service: { agency: 'PH-DSWD', role: 'CHILD_PROT', country: 'PH' },
  }),
];
const SECRET = new RegExp(
  [
    ...['VICTIM_HABITUAL_RESIDENCE', 'AWAIT_TRANSLATION', 'OWN_PROCEEDINGS', 'LEAD_AGREED', 'OFFENCE_PLACE'],
    ...[
      'GB-NCP',
      'CHILD_PROTECTION_NOTIFIED',
      'PH-DSWD',
      'REFUSED_NATIONALITY',
      'PROSECUTE_OR_REPORT',
      'VICTIM_WITHDREW',
      'CHILD_AT_RISK',
    ],
    'CONFIRMED',
  ].join('|'),
);

describe('a provider’s referral, read in the role INDUSTRY_TS (vocabulary 6)', () => {
  let bus: SpecBus;
  const script = new LaneScript(1);
  const [id, received] = [referralId(1), referralId(2)];

  beforeAll(async () => {
    bus = await SpecBus.start();
    script
      .append(id, [submission({ from: provider, reference: 'NOTICE-1' }), prioritySet()], { actor: provider })
      .append(id, [happened.received, happened.asked])
      .append(
        id,
        [
          told('InformationProvided', {
            ...{ ...own, answered: ['LOCATION'], unavailable: ['TIME'] },
            ...{ additions: nothingAdded, waiverJudgedBy: null, obligation: null },
          }),
        ],
        {
          actor: provider,
        },
      )
      .append(id, [happened.accepted, happened.started, ...ofTheCase])
      .append(id, [told('WithdrawalRequested', { ...own, reason: 'FACTS_DISPROVED' })], {
        actor: provider,
      })
      .append(id, [
        told('WithdrawalDeclined', { ...ofReceiver, reason: 'CHILD_AT_RISK' }),
        happened.suspended,
        happened.resumed,
        told('OutcomeReported', {
          ...{ ...ofReceiver, extraditionFlag: 'REFUSED_NATIONALITY', obligation: 'PROSECUTE_OR_REPORT' },
          outcomes: [outcome('SUSPECT_IDENTIFIED')],
        }),
        told('ReferralClosed', {
          by: recipient.agency,
          reasons: ['OUTCOME_FINAL', 'VICTIM_WITHDREW'],
          silentSince: null,
        }),
      ])
      .append(received, [submission({ to: provider, reference: 'CLEAR-9' }), prioritySet(), happened.received]);
    await bus.publish(script.rows);
  }, 60_000);
  afterAll(() => bus.stop());

  const text = async (path: string, caller: SpecCaller): Promise<string> => {
    const response = await bus.get(path, caller, minimum(script));
    expect(response.status).toBe(200);
    return response.text();
  };

  it('has its own words, what is asked, the answers and the class of outcome in its detail', async () => {
    const seen = caseView.parse(JSON.parse(await text(`/v1/referrals/${id}`, provider)));
    expect(seen).toMatchObject({
      ...{ access: 'REQUESTS_AND_OUTCOME', status: 'CLOSED', reference: 'NOTICE-1' },
      ...{ acceptance: { scope: 'FULL' }, priority: { driving: 'P3' } },
      ...{ reasons: [], hold: null, delay: null, extradition: null, consulted: null },
    });
    expect(seen.parts).toMatchObject([
      { kind: 'INFORMATION', by: provider.agency, answered: ['LOCATION'] },
      { kind: 'OUTCOME', outcomes: [{ outcome: 'SUSPECT_IDENTIFIED', on: null, accuracy: null }], extradition: null },
    ]);
  });

  it('has them in its timeline, with no codes of what is withheld', async () => {
    const { items } = timelineView.parse(JSON.parse(await text(`/v1/referrals/${id}/timeline`, provider)));
    const codes = Object.fromEntries(items.map((each) => [each.type, each.codes]));
    expect(codes).toEqual({
      ReferralSubmitted: [],
      PrioritySet: ['SENDER', 'P3', 'IDENTIFIED_SUSPECT'],
      ReferralReceived: [],
      InformationRequested: ['LOCATION', 'TIME'],
      InformationProvided: ['LOCATION', 'TIME'],
      ReferralAccepted: ['FULL'],
      WorkStarted: [],
      WithdrawalRequested: ['FACTS_DISPROVED'],
      WithdrawalDeclined: [],
      WorkSuspended: [],
      WorkResumed: [],
      OutcomeReported: ['SUSPECT_IDENTIFIED'],
      ReferralClosed: [],
    });
    expect(items.find(({ type }) => type === 'OutcomeReported')?.data).toEqual({
      outcomes: [{ outcome: 'SUSPECT_IDENTIFIED' }],
    });
  });

  it('has them in its feed, whose places are for that role alone', async () => {
    const { items, next } = await readOn(bus, provider, { after: script, limit: 3 });
    const ofLeg = items.filter(({ referral }) => referral === id);
    expect(ofLeg.map(({ type }) => type)).toEqual([
      ...['ReferralSubmitted', 'PrioritySet', 'ReferralReceived', 'InformationRequested', 'InformationProvided'],
      ...['ReferralAccepted', 'WorkStarted', 'WithdrawalRequested', 'WithdrawalDeclined', 'WorkSuspended'],
      ...['WorkResumed', 'OutcomeReported', 'ReferralClosed'],
    ]);
    const dataOf = (type: string) => ofLeg.find((each) => each.type === type)?.data;
    expect(dataOf('InformationRequested')).toMatchObject({ types: ['LOCATION', 'TIME'] });
    expect(dataOf('OutcomeReported')).toMatchObject({ outcomes: [{ outcome: 'SUSPECT_IDENTIFIED' }] });
    expect(JSON.stringify(ofLeg)).not.toMatch(SECRET);
    expect((await bus.get(`/v1/feed?cursor=${next}`, hotline)).status).toBe(400);
    expect((await readOn(bus, hotline, { after: script })).items.length).toBeGreaterThan(items.length);
  });

  it.each(['', '/timeline', '/timeline?format=csv', '/timeline?format=html'])(
    'is told nothing else of the case: %p',
    async (path) => {
      expect(await text(`/v1/referrals/${id}${path}`, provider)).not.toMatch(SECRET);
    },
  );

  it('is told nothing else in a list, and a role that sees the whole leg is', async () => {
    expect(await text('/v1/sent', provider)).toContain('NOTICE-1');
    expect(await text('/v1/sent', provider)).not.toMatch(SECRET);
    // nor by what it may ask a list for
    expect((await pageOf(bus, '/v1/sent?reason=VICTIM_WITHDREW', provider)).items).toEqual([]);
    expect((await pageOf(bus, '/v1/sent?reason=VICTIM_WITHDREW', hotline)).items).toHaveLength(1);
    for (const path of ['/v1/sent', `/v1/referrals/${id}`, `/v1/referrals/${id}/timeline`])
      expect(await text(path, hotline)).toMatch(SECRET);
  });

  it('of a referral that its agency received in another role: the state and the outcome', async () => {
    const seen = caseView.parse(JSON.parse(await text(`/v1/referrals/${received}`, provider)));
    expect(seen).toMatchObject({ access: 'STATE_AND_OUTCOME', reference: null, incident: null });
    const { items } = await readOn(bus, provider, { after: script });
    expect(items.find(({ referral }) => referral === received)).toMatchObject({ viewpoint: 'STATE' });
    expect(await text('/v1/inbox', provider)).not.toContain('CLEAR-9');
    expect((await pageOf(bus, '/v1/inbox', hotline)).items).toMatchObject([{ reference: 'CLEAR-9' }]);
    expect(await text(`/v1/referrals/${received}/timeline`, provider)).not.toContain('CLEAR-9');
  });

  it('names in its escalation nobody that was called upon', async () => {
    const seen = escalationView.parse(JSON.parse(await text(`/v1/escalations/${id}`, provider)));
    expect(JSON.stringify(seen)).not.toMatch(SECRET);
    expect(seen).toMatchObject({ from: provider, tried: [], refusedOnward: [] });
  });
});
