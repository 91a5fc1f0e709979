import { describe, expect, it } from '@jest/globals';
import type { BusEvent } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import type { Exercise, Exercises } from '../exercise/state.js';
import { refusalOf } from '../leg/leg.fixtures.js';
import { backendOf, eventId, operator } from '../membership/membership.fixtures.js';
import type { RulesCommand } from './commands.js';
import { isPending, isShownTo } from './in-exercise.js';
import { rules } from './rules-stream.js';
import type { Rules } from './state.js';

const NOW = Date.UTC(2026, 10, 26);
const drill: Exercise = {
  ...{ status: 'RUNNING', since: NOW, name: 'Drill', plannedEnd: null },
  participants: ['GB-NCP', 'PH-WCPC'],
};
const running: Exercises = { 'EX-1': drill, 'EX-2': drill };
const over: Exercises = { ...running, 'EX-1': { ...drill, status: 'ENDED' } };

const member = { ...backendOf('PH-WCPC'), person: 'p-7' };
const other = { ...backendOf('GB-NCP'), person: 'p-8' };
const stranger = { ...backendOf('PH-CHILD'), person: 'p-9' };

const propose = (
  exercise: string | null,
  { language = 'pt', actor = member }: { language?: string; actor?: Actor } = {},
): RulesCommand => ({
  type: 'ProposeDocument',
  data: {
    ...{ change: `c-${language}-${exercise ?? 'real'}`, kind: 'CODE_LIST', subject: `Glossary.${language}`, exercise },
    document: JSON.stringify({ codes: { GROOM: 'aliciamento' } }),
    ...(exercise === null
      ? { inForceFrom: Date.UTC(2027, 2, 1), commentsUntil: null }
      : { inForceFrom: NOW, commentsUntil: NOW }),
  },
  meta: { actor, now: NOW },
});
type Later = Exclude<RulesCommand['type'], 'PublishFirst' | 'ProposeDocument'>;
const say = (type: Later, exercise: string | null, actor: Actor): RulesCommand =>
  ({
    type,
    data: { change: 'c-pt-EX-1', comment: 'As we say it.', reason: 'NOT_NEEDED_ANY_MORE', exercise },
    meta: { actor, now: NOW },
  }) as unknown as RulesCommand;

const evolved = (state: Rules, event: BusEvent, synthetic = true, person: string | null = 'p-7'): Rules =>
  rules.evolve(state, event, { at: NOW, eventId: eventId(1), person, synthetic });
const after = (commands: readonly RulesCommand[], state = rules.initialState()): Rules =>
  commands.reduce(
    (before, command) =>
      rules
        .decide(command, before, running)
        .reduce(
          (each, event) =>
            evolved(
              each,
              event,
              'exercise' in command.data && command.data.exercise !== null,
              command.meta.actor.person,
            ),
          before,
        ),
    state,
  );
const codeOf = (command: RulesCommand, state: Rules, exercises = running): string | undefined =>
  refusalOf(() => rules.decide(command, state, exercises))?.code;

describe('a proposal that is made in an exercise (vocabulary 9)', () => {
  const open = after([propose('EX-1')]);

  it('is of that exercise, as its event says', () => {
    expect(rules.decide(propose('EX-1'), rules.initialState(), running)).toMatchObject([
      { data: { exercise: 'EX-1' } },
    ]);
    expect(open.proposals['c-pt-EX-1']).toMatchObject({ synthetic: true, exercise: 'EX-1' });
  });

  it('is made by who takes part, or the operator, while it runs: to others it is no exercise', () => {
    const nothing = rules.initialState();
    expect(codeOf(propose('EX-1', { actor: operator() }), nothing)).toBeUndefined();
    expect(codeOf(propose('EX-1', { actor: stranger }), nothing)).toBe('EXERCISE_NOT_RUNNING');
    expect(codeOf(propose('EX-NEVER', { actor: stranger }), nothing)).toBe('EXERCISE_NOT_RUNNING');
    expect(codeOf(propose('EX-1'), nothing, over)).toBe('EXERCISE_NOT_RUNNING');
  });

  it('is spoken of in that exercise, and to others it is none', () => {
    for (const [type, actor] of [
      ['CommentOnChange', other],
      ['ApproveDocument', operator('ops-2')],
      ['DeclineDocument', operator('ops-2')],
      ['WithdrawDocument', member],
    ] as const) {
      expect([type, codeOf(say(type, 'EX-1', actor), open)]).toEqual([type, undefined]);
      expect([type, codeOf(say(type, 'EX-2', actor), open)]).toEqual([type, 'CHANGE_OF_EXERCISE']);
      expect([type, codeOf(say(type, null, actor), open)]).toEqual([type, 'CHANGE_OF_EXERCISE']);
    }
    for (const type of ['CommentOnChange', 'WithdrawDocument'] as const) {
      expect(codeOf(say(type, 'EX-1', stranger), open)).toBe('EXERCISE_NOT_RUNNING');
      expect(codeOf(say(type, null, stranger), open)).toBe('CHANGE_NOT_OPEN');
    }
  });

  it('ends with the exercise: it is only declined or taken back, and waits no more', () => {
    const [made] = Object.values(open.proposals);
    expect([isPending(made!, running), isPending(made!, over)]).toEqual([true, false]);
    expect(codeOf(say('CommentOnChange', 'EX-1', other), open, over)).toBe('EXERCISE_NOT_RUNNING');
    expect(codeOf(say('ApproveDocument', 'EX-1', operator('ops-2')), open, over)).toBe('EXERCISE_NOT_RUNNING');
    expect(codeOf(say('DeclineDocument', 'EX-1', operator('ops-2')), open, over)).toBeUndefined();
    expect(codeOf(say('WithdrawDocument', 'EX-1', member), open, over)).toBeUndefined();
  });

  it('is shown to who takes part in it, and to the operator', () => {
    const shownTo = (exercise: string | null) =>
      [member, other, stranger, operator()].map((reader) => isShownTo(reader, { synthetic: true, exercise }, running));
    expect(shownTo('EX-1')).toEqual([true, true, false, true]);
    expect(shownTo(null)).toEqual([false, false, false, true]);
    expect(isShownTo(stranger, { synthetic: false, exercise: null }, running)).toBe(true);
  });

  it('takes neither the place nor the share of a real one, nor of one of another exercise', () => {
    const languages = Array.from({ length: 20 }, (_, n) => `a${String.fromCharCode(97 + n)}`);
    const full = after(languages.map((language) => propose('EX-1', { language })));
    expect(codeOf(propose('EX-1'), full)).toBe('PROPOSALS_EXHAUSTED');
    for (const exercise of [null, 'EX-2']) {
      expect(codeOf(propose(exercise), full)).toBeUndefined();
      expect(codeOf(propose(exercise, { actor: other }), open)).toBeUndefined();
      const both = after([propose(exercise, { actor: other })], open);
      expect(Object.values(both.proposals).map(({ agency }) => agency)).toEqual(['PH-WCPC', 'GB-NCP']);
    }
    expect(codeOf(propose('EX-1', { actor: other }), open)).toBe('PROPOSAL_OPEN');
  });

  it('is of an unknown one where that was not recorded: it waits no more, and is put away in any', () => {
    const [event] = rules.decide(propose('EX-1'), rules.initialState(), running);
    const before = { ...event!, data: { ...event!.data, exercise: null } } as BusEvent;
    const [stored] = Object.values(evolved(rules.initialState(), before).proposals);
    expect(stored).toMatchObject({ synthetic: true, exercise: null });
    expect(isPending(stored!, running)).toBe(false);
    const state = evolved(rules.initialState(), before);
    expect(codeOf(say('DeclineDocument', 'EX-2', operator('ops-2')), state)).toBeUndefined();
    expect(codeOf(say('DeclineDocument', null, operator('ops-2')), state)).toBe('CHANGE_OF_EXERCISE');
    const { exercise: _, ...older } = stored!;
    const upcast = rules.upcasts[3]({ ...state, proposals: { 'c-pt-EX-1': older } });
    expect(JSON.stringify(upcast)).toBe(JSON.stringify(state));
  });
});
