import { describe, expect, it } from '@jest/globals';
import type { Escalation } from './shapes.js';
import { changesOf } from './watch.js';
import { changeLine, inOrder, lineOf, riskLine, tableOf } from './words.js';

const nothing = { step: null, opening: null, clock: null };
const escalation = (id: string, more: Partial<Escalation> = {}): Escalation => ({
  ...{ id, status: 'SUBMITTED', to: { agency: 'PH-WCPC' }, ladder: 'OPEN' },
  ...{ priority: { driving: 'P1', disputed: false }, voiceContact: { recorded: false }, overdue: [], calls: [] },
  refusedOnward: [],
  tried: [{ step: 1, called: [{ agency: null, role: 'POC_247' }], closed: [] }],
  next: { ...nothing, step: { step: 2, at: '2026-11-24T09:00:00.000Z', who: 'alternate contact', opensAt: null } },
  ...more,
});
const call = (channel: string, more: object = {}): Escalation['calls'][number] => ({
  ...{ step: 1, agency: 'PH-WCPC', role: 'POC_247', channel, takenAt: null, nextAt: null },
  ...{ failures: 0, outcome: null },
  ...more,
});
const taken = (takenAt: string) => call('SMTP', { takenAt, outcome: 'TAKEN' });
const overdue = (dueAt: string) => ({ overdue: [{ duty: 'ACKNOWLEDGE', dueAt }] });

describe('escalations', () => {
  it('are told overdue ones first, the longest overdue first', () => {
    const ordered = inOrder([
      escalation('later', {
        next: { ...nothing, step: { step: 2, at: '2026-11-24T10:00:00.000Z', who: 'x', opensAt: null } },
      }),
      escalation('sooner'),
      escalation('overdue', overdue('2026-11-24T08:30:00.000Z')),
      escalation('longest', overdue('2026-11-24T08:00:00.000Z')),
    ]);
    expect(ordered.map(({ id }) => id)).toEqual(['longest', 'overdue', 'sooner', 'later']);
  });

  it('say whom a step called upon, or in which role where that is not told, and that nothing comes where nothing does', () => {
    const text = tableOf([escalation('PH.1.x', { next: nothing })]);
    expect(text).toMatch(/P1 +PH\.1\.x +PH-WCPC +SUBMITTED .*1 +POC_247 +none +none$/);
    const calls = [call('SMTP', { takenAt: '2026-11-24T08:45:00.902Z' }), call('WEBHOOK')];
    expect(lineOf(escalation('PH.1.x', { calls }))).toContain('channels reached 1/2');
    const none = [call('NONE')];
    expect(lineOf(escalation('PH.1.x', { calls: none }))).toContain('channels reached none there');
    expect(lineOf(escalation('PH.1.x', overdue('T')))).toMatch(/^P1 {2}PH\.1\.x .*overdue since T/);
  });

  it('say who was closed and passed over, who opens when, and that a step will wait', () => {
    const closed = [{ agency: 'PH-WCPC', role: 'POC_247', opensAt: '08:00', passedOver: true }];
    const tried = [{ step: 1, called: [{ agency: 'PH-NCP', role: 'NCP_LE' }], closed }];
    expect(lineOf(escalation('x', { tried }))).toContain('called PH-NCP (instead of PH-WCPC, closed until 08:00)');
    const opening = { agency: null, role: 'LE_UNIT', at: '08:00' };
    const step = { step: 2, at: '03:00', who: 'national contact', opensAt: '09:00' };
    expect(lineOf(escalation('x', { next: { step, opening, clock: null } }))).toContain(
      'next step LE_UNIT opens at 08:00, then 2 at 03:00: national contact, which opens at 09:00',
    );
  });

  it('say what keeps a case from going on', () =>
    expect(lineOf(escalation('PH.1.x', { refusedOnward: [{ cause: 'HOP_LIMIT' }] }))).toContain(
      'SUBMITTED (stuck: HOP_LIMIT)',
    ));

  it('are new, changed or over from one look to the next, and untold where nothing happened', () => {
    const [same, gone, before] = [escalation('same'), escalation('gone'), escalation('moved')];
    const after = escalation('moved', { status: 'RECEIVED' });
    expect(changesOf([same, gone, before], [escalation('same'), after, escalation('added')])).toEqual([
      { change: 'changed', news: ['SUBMITTED → RECEIVED'], escalation: after },
      { change: 'new', news: [], escalation: escalation('added') },
      { change: 'over', news: [], escalation: gone },
    ]);
  });

  it.each<[string, Partial<Escalation>, Partial<Escalation>, string[]]>([
    [
      'each try of a channel',
      { calls: [call('SMTP', { failures: 1 })] },
      { calls: [call('SMTP', { failures: 2 })] },
      [],
    ],
    ['what is said again', { calls: [taken('08:45')] }, { calls: [taken('08:50')] }, []],
    [
      'when the next step comes',
      {},
      { next: { ...nothing, step: { step: 2, at: 'later', who: 'x', opensAt: null } } },
      [],
    ],
    [
      'a channel that was not tried yet',
      {},
      { calls: [call('SMTP', { failures: 1, outcome: 'STATUS' }), call('WEBHOOK')] },
      [],
    ],
    ['who was reached', { calls: [call('SMTP')] }, { calls: [taken('08:45')] }, ['PH-WCPC reached by SMTP']],
    [
      'who was not',
      { calls: [call('WEBHOOK')] },
      { calls: [call('WEBHOOK', { failures: 1, outcome: 'NOT_REACHED' })] },
      ['PH-WCPC NOT REACHED: NOT_REACHED'],
    ],
    [
      'who is waited for',
      {},
      { calls: [call('SMTP', { outcome: 'DESK_CLOSED', nextAt: '08:00' })] },
      ['PH-WCPC IS CLOSED until 08:00'],
    ],
    ['who cannot be', {}, { calls: [call('NONE', { agency: null })] }, ['POC_247 HAS NO CHANNEL']],
    ['what is overdue', {}, overdue('08:30'), ['ACKNOWLEDGE overdue since 08:30']],
    ['what is not any more', overdue('08:30'), {}, ['ACKNOWLEDGE not overdue any more']],
    ['whom a step called', { tried: [] }, {}, ['step 1 called POC_247']],
    ['a level that was raised', { priority: { driving: 'P3', disputed: false } }, {}, ['P3 → P1']],
    ['a ladder that a person answered', {}, { ladder: 'ANSWERED' }, ['ladder answered']],
    ['voice contact', {}, { voiceContact: { recorded: true } }, ['voice contact recorded']],
  ])('tell of a change what matters, and that alone: %s', (_what, before, after, news) =>
    expect(changesOf([escalation('x', before)], [escalation('x', after)]).flatMap((change) => change.news)).toEqual(
      news,
    ),
  );

  it('are told on a line that can be read alone', () => {
    const [change] = changesOf([escalation('PH.1.x')], [escalation('PH.1.x', overdue('08:30'))]);
    expect(change && changeLine(change)).toBe(
      'P1  PH.1.x  with PH-WCPC  ACKNOWLEDGE overdue since 08:30  next step 2 at 2026-11-24T09:00:00.000Z',
    );
    const [over] = changesOf([escalation('PH.1.x')], []);
    expect(over && changeLine(over)).toBe('P1  PH.1.x  with PH-WCPC');
  });

  it('have a line for jurisdictions that nobody can be called upon in at any hour', () => {
    const found = [
      { id: 'DE', risk: 'NOT_HELD', holders: [] },
      { id: 'NL', risk: 'NOT_AROUND_THE_CLOCK', holders: ['NL-NCP'] },
      { id: 'PT', risk: 'NOT_HELD', holders: [] },
      { id: 'SE', risk: 'NO_CHANNEL', holders: ['SE-NCP'] },
    ];
    expect(riskLine(found)).toBe(
      'without a live 24/7 role: DE PT (nobody holds it), NL (no desk of its holders answers at any hour), SE (its desk has no channel that the bus could call it by)',
    );
    expect(riskLine([])).toBeNull();
  });
});
