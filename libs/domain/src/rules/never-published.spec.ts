import { expect, describe, it } from '@jest/globals';
import { neverPublished } from './never-published.js';
import type { Edition, Rules } from './state.js';

const edition = (document: object, version = 1, synthetic = false): Edition => ({
  version,
  document: JSON.stringify(document),
  publishedAt: 0,
  inForceFrom: 0,
  synthetic,
});
const state = (editions: Rules['editions'], proposals: Rules['proposals'] = {}): Rules => ({
  editions,
  proposals,
  ended: {},
});
const brought = { kind: 'RULE_SET', subject: 'referral', document: '{"hopLimit":5,"silenceDays":30}' } as const;
const told = (rules: Rules) => neverPublished(rules, [brought]);

describe('what a release brings in other words than were published', () => {
  it('is told, for nobody is judged by it', () =>
    expect(told(state({ 'RULE_SET/referral': [edition({ hopLimit: 4, silenceDays: 30 })] }))).toEqual([brought]));
  it('is nothing where some version said it, in whatever order, whether or not agencies have gone on', () => {
    const said = edition({ silenceDays: 30, hopLimit: 5 });
    expect(told(state({ 'RULE_SET/referral': [said, edition({ hopLimit: 3 }, 2)] }))).toEqual([]);
    expect(told(state({ 'RULE_SET/referral': [edition({ hopLimit: 3 }), { ...said, version: 2 }] }))).toEqual([]);
  });
  it('is told also where an exercise has tried it', () =>
    expect(told(state({ 'RULE_SET/referral': [edition({ hopLimit: 5, silenceDays: 30 }, 1, true)] }))).toEqual([
      brought,
    ]));
  it('is nothing while it is proposed, and told where something else is', () => {
    const open = { ...brought, version: 2, proposedAt: 0, commentsUntil: 0, inForceFrom: 0, by: null };
    const proposal = { ...open, synthetic: false, comments: [], agency: null, role: null, exercise: null };
    const editions = { 'RULE_SET/referral': [edition({ hopLimit: 4 })] };
    expect(told(state(editions, { c1: proposal }))).toEqual([]);
    expect(told(state(editions, { c1: { ...proposal, subject: 'escalation' } }))).toEqual([brought]);
  });
});
