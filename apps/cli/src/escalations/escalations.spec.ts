import { describe, expect, it } from '@jest/globals';
import type { Escalation } from './shapes.js';
import { changesOf } from './watch.js';
import { inOrder, lineOf, riskLine, tableOf } from './words.js';

const escalation = (id: string, more: Partial<Escalation> = {}): Escalation => ({
  ...{ id, status: 'SUBMITTED', to: { agency: 'PH-WCPC' }, ladder: 'OPEN' },
  ...{ priority: { driving: 'P1', disputed: false }, voiceContact: { recorded: false }, overdue: [], calls: [] },
  refusedOnward: [],
  tried: [{ step: 1, called: [{ agency: null, role: 'POC_247' }] }],
  next: { step: { step: 2, at: '2026-11-24T09:00:00.000Z', who: 'alternate contact' }, clock: null },
  ...more,
});
const overdue = (dueAt: string) => ({ overdue: [{ duty: 'ACKNOWLEDGE', dueAt }] });

describe('escalations', () => {
  it('are told overdue ones first, the longest overdue first', () => {
    const ordered = inOrder([
      escalation('later', {
        next: { step: { step: 2, at: '2026-11-24T10:00:00.000Z', who: 'x' }, clock: null },
      }),
      escalation('sooner'),
      escalation('overdue', overdue('2026-11-24T08:30:00.000Z')),
      escalation('longest', overdue('2026-11-24T08:00:00.000Z')),
    ]);
    expect(ordered.map(({ id }) => id)).toEqual(['longest', 'overdue', 'sooner', 'later']);
  });

  it('say whom a step called upon, or in which role where that is not told, and that nothing comes where nothing does', () => {
    const text = tableOf([escalation('PH.1.x', { next: { step: null, clock: null } })]);
    expect(text).toMatch(/P1 +PH\.1\.x +PH-WCPC +SUBMITTED .*1 +POC_247 +none +none$/);
    const calls = [
      { channel: 'SMTP', takenAt: '2026-11-24T08:45:00.902Z' },
      { channel: 'WEBHOOK', takenAt: null },
    ];
    expect(lineOf(escalation('PH.1.x', { calls }))).toContain('channels reached 1/2');
    const none = [{ channel: 'NONE', takenAt: null }];
    expect(lineOf(escalation('PH.1.x', { calls: none }))).toContain('channels reached none there');
    expect(lineOf(escalation('PH.1.x', overdue('T')))).toMatch(/^P1 {2}PH\.1\.x .*overdue since T/);
  });

  it('say what keeps a case from going on', () =>
    expect(lineOf(escalation('PH.1.x', { refusedOnward: [{ cause: 'HOP_LIMIT' }] }))).toContain(
      'SUBMITTED (stuck: HOP_LIMIT)',
    ));

  it('are new, changed or over from one look to the next, and untold where nothing happened', () => {
    const [same, gone, before] = [escalation('same'), escalation('gone'), escalation('moved')];
    const after = escalation('moved', { status: 'RECEIVED' });
    expect(changesOf([same, gone, before], [escalation('same'), after, escalation('added')])).toEqual([
      { change: 'changed', escalation: after },
      { change: 'new', escalation: escalation('added') },
      { change: 'over', escalation: gone },
    ]);
  });

  it('have a line for jurisdictions that nobody can be called upon in at any hour', () => {
    const found = [
      { id: 'DE', risk: 'NOT_HELD', holders: [] },
      { id: 'NL', risk: 'NOT_AROUND_THE_CLOCK', holders: ['NL-NCP'] },
      { id: 'PT', risk: 'NOT_HELD', holders: [] },
    ];
    expect(riskLine(found)).toBe(
      'without a live 24/7 role: DE PT (nobody holds it), NL (no desk of its holders answers at any hour)',
    );
    expect(riskLine([])).toBeNull();
  });
});
