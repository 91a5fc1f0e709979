import { describe, expect, it } from '@jest/globals';
import type { FeedItem } from '#libs/client';
import { FAMILIES, filedOf, type LegTold, withoutContent } from './filed.js';

const referral = 'PH.17.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c';
let next = 0;

const item = (type: string, data: FeedItem['data'] = {}, changes: Partial<FeedItem> = {}): FeedItem => ({
  id: `0198c1f0-0000-7000-8000-${String(next++).padStart(12, '0')}`,
  ...{
    type,
    referral,
    at: '2026-11-24T09:12:44.310Z',
    synthetic: false,
    viewpoint: 'RECIPIENT',
    history: false,
    lapses: false,
  },
  actor: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US', person: null },
  data,
  position: 'p',
  ...changes,
});
const submitted = (): FeedItem => item('ReferralSubmitted', { from: { agency: 'US-CLEAR', country: 'US' } });
const graded = (level: string, side = 'SENDER'): FeedItem => item('PrioritySet', { side, level });

const all = { topics: null, types: null, jurisdictions: null, priorities: null };
const nothing: ReadonlyMap<string, LegTold> = new Map();
const sent = (items: readonly FeedItem[], wanted: Partial<typeof all | object> = {}, known = nothing): string[] =>
  filedOf(items, known, { ...all, ...wanted }).items.map(({ type }) => type);

describe('what of a feed is sent to a webhook (features A11)', () => {
  const told = [submitted(), graded('P3'), item('ReferralReceived')];

  it('is all of it in its order where nothing is said', () =>
    expect(sent(told)).toEqual(['ReferralSubmitted', 'PrioritySet', 'ReferralReceived']));

  it.each([
    [{ topics: ['escalation'] }, ['PrioritySet']],
    [{ types: ['ReferralReceived'] }, ['ReferralReceived']],
    [{ jurisdictions: ['PH'] }, ['ReferralSubmitted', 'PrioritySet', 'ReferralReceived']],
    [{ jurisdictions: ['US', 'GB'] }, ['ReferralSubmitted', 'PrioritySet', 'ReferralReceived']],
    [{ jurisdictions: ['GB'] }, []],
    [{ priorities: ['P3'] }, ['ReferralSubmitted', 'PrioritySet', 'ReferralReceived']],
    [{ priorities: ['P1', 'P2'] }, []],
    [{ topics: ['referral'], types: ['PrioritySet'] }, []],
  ])('fits what is wanted: %j', (wanted, types) => expect(sent(told, wanted)).toEqual(types));

  it('goes by the higher of both sides’ priorities, from when it is known', () => {
    const known = new Map([[referral, { sender: 'P3', receiver: null, driving: 'P3', country: 'US' }]]);
    const raised = [item('ReferralReceived'), graded('P1', 'RECEIVER'), item('ReferralAccepted')];
    expect(sent(raised, { priorities: ['P1'] }, known)).toEqual([
      'ReferralReceived',
      'PrioritySet',
      'ReferralAccepted',
    ]);
    expect(sent([item('ReferralReceived')], { priorities: ['P1'] }, known)).toEqual([]);
  });

  it('is sent where the feed tells of no priority: what is not known is not held back', () =>
    expect(sent([item('ReferralReceived')], { priorities: ['P1'] })).toEqual(['ReferralReceived']));

  it('is sent where the feed does not tell from where a referral was sent, as where a webhook began after it', () => {
    expect(sent([item('ReferralReceived')], { jurisdictions: ['US'] })).toEqual(['ReferralReceived']);
    expect(sent(told, { jurisdictions: ['BR'] })).toEqual([]);
  });

  it('is urgent where the referral is P1', () => {
    const { items, legs } = filedOf([submitted(), graded('P1')], nothing, all);
    expect(items.map(({ urgent }) => urgent)).toEqual([true, true]);
    expect(legs.get(referral)).toEqual({ sender: 'P1', receiver: null, driving: 'P1', country: 'US' });
  });

  it.each([
    ['is lowered in force', 'PriorityChanged', { level: 'P3', driving: 'P3', status: 'IN_FORCE' }, 'P3'],
    ['is proposed to be lowered', 'PriorityChanged', { level: 'P3', driving: 'P3', status: 'PROPOSED' }, 'P1'],
    ['is restored by an objection', 'PriorityDisputed', { driving: 'P2' }, 'P2'],
    ['is named beside', 'DeadlineMissed', { level: 'P4' }, 'P1'],
  ])('goes by what drives when it %s', (_name, type, data, driving) => {
    const { legs } = filedOf([submitted(), graded('P1'), item(type, data)], nothing, all);
    expect(legs.get(referral)?.driving).toBe(driving);
  });

  it('goes by the level that is named to an agency that is told of nothing else', () => {
    const called = item('EscalationRaised', { level: 'P1' }, { viewpoint: 'STATE' });
    expect(filedOf([called], nothing, all).items).toMatchObject([{ urgent: true }]);
  });

  it('knows every family that an event of the bus has', () => expect(FAMILIES).toContain('escalation'));
});

describe('a message', () => {
  it('is the item of the feed, in an envelope of Standard Webhooks', () => {
    const told = submitted();
    const [filed] = filedOf([told], nothing, all).items;
    expect(JSON.parse(filed?.body ?? '')).toEqual({ type: told.type, timestamp: told.at, data: told });
    expect(filed).toMatchObject({ item: told.id, granted: false });
  });

  it('of what is seen by a grant says ids alone once the grant may have lapsed', () => {
    const told = item('ReferralSubmitted', { reference: 'CT-1' }, { viewpoint: 'CASE', lapses: true });
    const [filed] = filedOf([told], nothing, all).items;
    expect(filed?.granted).toBe(true);
    const asFirstSender = item('ReferralAccepted', {}, { viewpoint: 'STATE' });
    expect(filedOf([asFirstSender], nothing, all).items).toMatchObject([{ granted: false }]);
    const later = JSON.parse(withoutContent(filed?.body ?? '')) as { data: object };
    expect(later.data).toMatchObject({ id: told.id, referral, type: told.type, data: null, actor: null });
    expect(JSON.stringify(later)).not.toContain('CT-1');
  });
});
