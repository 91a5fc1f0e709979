import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';

describe('what a story expects of an answer', () => {
  const answer = { status: 'ACCEPTED', to: { agency: 'PH-WCPC', role: 'LE_UNIT' }, files: [{ kind: 'IMAGE' }] };

  it('is a part of it', () => {
    expect(differences({ status: 'ACCEPTED', to: { role: 'LE_UNIT' } }, answer)).toEqual([]);
    expect(differences({ files: [{}] }, answer)).toEqual([]);
  });

  it.each([
    [{ status: 'REJECTED' }, ['status is "ACCEPTED", not "REJECTED"']],
    [{ to: { agency: 'GB-NCP' } }, ['to.agency is "PH-WCPC", not "GB-NCP"']],
    [{ rejection: { reason: 'STALE' } }, ['rejection is undefined']],
    [{ status: null, to: [] }, ['status is "ACCEPTED", not null', 'to is no list']],
    [{ files: [{}, {}] }, ['files has 1 items, not 2: [{"kind":"IMAGE"}]']],
    [{ files: [{ kind: 'VIDEO' }] }, ['files[0].kind is "IMAGE", not "VIDEO"']],
  ])('is told where it is not so: %j', (expected, told) => expect(differences(expected, answer)).toEqual(told));
});
