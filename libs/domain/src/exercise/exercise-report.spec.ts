import { describe, expect, it } from '@jest/globals';
import type { Priority } from '#libs/contracts';
import { PRIORITY_LEVELS } from '../escalation/rules.js';
import { firstEscalationRules as rules } from '../escalation/first-rules.js';
import { type ExerciseLeg, exerciseReport, type Grading } from './exercise-report.js';
import { casesOf, trainingCases } from './training-cases.js';

const reportOf = (legs: readonly ExerciseLeg[], by = rules) => exerciseReport(legs, { exercise: 'EX-1', rules: by });

const leg = (id: string, changes: Partial<ExerciseLeg> = {}): ExerciseLeg => ({
  id,
  from: 'GB-HOTLINE',
  origin: changes.from ?? 'GB-HOTLINE',
  shownTo: ['PH-WCPC'],
  reference: null,
  hop: 0,
  priority: 'P3',
  graded: changes.priority ?? 'P3',
  arrivals: [{ status: 'SUBMITTED', at: 0 }],
  ...changes,
});

/** Submitted at 0, then on at these times. */
const taken = (received: number, acknowledged: number): ExerciseLeg['arrivals'] => [
  { status: 'SUBMITTED', at: 0 },
  { status: 'RECEIVED', at: received },
  { status: 'ACKNOWLEDGED', at: acknowledged },
];

describe('the report of an exercise', () => {
  it('counts referrals by state and by priority', () => {
    const report = reportOf([leg('a'), leg('b', { priority: 'P1' }), leg('c', { arrivals: taken(5, 9) })]);
    expect(report).toMatchObject({
      referrals: 3,
      byState: { ACKNOWLEDGED: 1, SUBMITTED: 2 },
      byPriority: { P1: 1, P3: 2 },
    });
  });

  it('says how long each step took, in the order of a case’s life', () => {
    const legs = [10, 20, 30].map((received, at) => leg(`l${at}`, { arrivals: taken(received, received + 7) }));
    expect(reportOf(legs).steps).toEqual([
      { from: 'SUBMITTED', to: 'RECEIVED', count: 3, median: 20, p90: 30, longest: 30 },
      { from: 'RECEIVED', to: 'ACKNOWLEDGED', count: 3, median: 7, p90: 7, longest: 7 },
    ]);
  });

  it('of nothing is empty', () =>
    expect(reportOf([])).toEqual({ referrals: 0, byState: {}, byPriority: {}, steps: [], gradings: [] }));
});

describe('the grading test (vocabulary 9)', () => {
  const graded = (from: string, grade: (expected: Priority, at: number) => Priority): ExerciseLeg[] =>
    trainingCases.map(({ id, priority }, at) =>
      leg(`${from}-${id}`, { from, reference: `EX-1-${id}`, priority: grade(priority, at) }),
    );

  it('has 20 cases, five a level', () => {
    expect(new Set(trainingCases.map(({ id }) => id)).size).toBe(20);
    for (const level of ['P1', 'P2', 'P3', 'P4'])
      expect(trainingCases.filter(({ priority }) => priority === level)).toHaveLength(5);
  });

  it('compares what two agencies made of the same cases', () => {
    // The second one takes four of the urgent cases for priority ones: po 16/20, pe (5·5 + 5·1 + 5·9 + 5·5)/400.
    const lower = (expected: Priority, at: number): Priority => (expected === 'P2' && at % 5 !== 0 ? 'P3' : expected);
    const legs = [...graded('GB-HOTLINE', (expected) => expected), ...graded('NL-HOTLINE', lower)];
    const [grading] = reportOf(legs).gradings;
    expect(grading).toMatchObject({ agencies: ['GB-HOTLINE', 'NL-HOTLINE'], cases: 20, observed: 0.8, expected: 0.25 });
    expect(grading?.kappa).toBeCloseTo(0.55 / 0.75, 10);
    expect(grading).toMatchObject({ target: 0.7, reached: true });
    const [passedOn] = graded('GB-HOTLINE', (expected) => expected);
    if (passedOn) legs.push({ ...passedOn, id: 'on', from: 'PH-WCPC', hop: 1, shownTo: ['PH-CHILD'] });
    expect(reportOf(legs).gradings.map(({ agencies }) => agencies)).toEqual([['GB-HOTLINE', 'NL-HOTLINE']]);
    expect(grading?.differences.map(({ grades }) => grades)).toEqual(Array(4).fill(['P2', 'P3']));
    expect(grading?.differences.map(({ expected, example }) => [expected, example?.code])).toEqual([
      ['P2', 'ONGOING_ABUSE_INDICATED'],
      ['P2', 'EXTORTION_CONTINUES'],
      ['P2', 'KNOWN_OFFENDER_NEW_CONTACT'],
      ['P2', 'DATA_DELETED_SOON'],
    ]);
  });

  it('has a case for every practical example of the rules, and no case for another', () => {
    for (const level of PRIORITY_LEVELS) {
      const codes = trainingCases.filter(({ priority }) => priority === level).map(({ example }) => example);
      const known = rules.levels[level].examples.map(({ code }) => code);
      expect(new Set(codes.filter((code) => code !== null))).toEqual(new Set(known));
    }
  });

  it('names the example in the words of the rules, and none that they have no more', () => {
    const { P1 } = rules.levels;
    const examples = [{ code: 'MEETING_ARRANGED', text: 'A meeting is arranged, wherever.' }];
    const later = { ...rules, levels: { ...rules.levels, P1: { ...P1, examples } } };
    const legs = ['EX-1-T03', 'EX-1-T01'].flatMap((reference) => [
      leg(`a-${reference}`, { from: 'A', reference, priority: 'P1' }),
      leg(`b-${reference}`, { from: 'B', reference, priority: 'P2' }),
    ]);
    const handed = (id: string) => casesOf('EX-1').find((each) => each.case.id === id)?.reference;
    expect(reportOf(legs, later).gradings[0]?.differences).toEqual([
      { reference: handed('T03'), grades: ['P1', 'P2'], expected: 'P1', example: examples[0] },
      { reference: handed('T01'), grades: ['P1', 'P2'], expected: 'P1', example: null },
    ]);
  });

  it('is of the cases of its own exercise, by whichever name: other references that two have alike are none', () => {
    const pair = (reference: string, theirs = reference) => [
      leg(`a-${reference}`, { from: 'A', reference, priority: 'P1' }),
      leg(`b-${reference}`, { from: 'B', reference: theirs, priority: 'P1' }),
    ];
    expect(reportOf(['7', 'X-9', 'T01', 'EX-2-T01', 'EX-2-K01'].flatMap((each) => pair(each))).gradings).toEqual([]);
    const [first] = casesOf('EX-1');
    const legs = pair(first?.reference ?? '', `EX-1-${first?.case.id}`);
    expect(reportOf(legs).gradings).toMatchObject([{ agencies: ['A', 'B'], cases: 1 }]);
  });

  it('reaches its target, or does not, with all the cases', () => {
    const legs = ['GB-HOTLINE', 'NL-HOTLINE'].flatMap((from) => graded(from, (expected) => expected));
    expect(reportOf(legs).gradings).toMatchObject([{ cases: 20, kappa: 1, reached: true }]);
    expect(reportOf(legs.slice(1)).gradings).toMatchObject([{ cases: 19, kappa: 1, reached: null }]);
  });

  it('goes by the level of the submission, whatever its sender makes of it later', () => {
    const [one, other] = ['A', 'B'].map((from) => leg(from, { from, reference: 'EX-1-T01', priority: 'P1' }));
    const [{ differences }] = reportOf([one!, { ...other!, priority: 'P1', graded: 'P3' }]).gradings as [Grading];
    expect(differences).toMatchObject([{ grades: ['P1', 'P3'] }]);
  });

  it('is blind: a case of which one was shown what the other had made of it does not count', () => {
    const own = (from: string, shownTo: string[]) =>
      leg(from, { from, reference: 'EX-1-T01', priority: 'P1', shownTo });
    const leftOut = [{ agencies: ['A', 'B'], cases: 0, shown: 1, kappa: null, reached: null, differences: [] }];
    expect(reportOf([own('A', ['B']), own('B', ['C'])]).gradings).toMatchObject(leftOut);
    expect(reportOf([own('A', ['C']), own('B', ['C', 'A'])]).gradings).toMatchObject(leftOut);
    const onward = leg('on', { from: 'C', origin: 'A', hop: 1, reference: 'EX-1-T01', shownTo: ['B'] });
    expect(reportOf([own('A', ['C']), onward, own('B', ['C'])]).gradings).toMatchObject(leftOut);
    expect(reportOf([own('A', ['C']), own('B', ['C'])]).gradings).toMatchObject([{ cases: 1, shown: 0 }]);
  });

  it('is of cases that both graded, and of each agency’s first word', () => {
    const legs = [
      leg('1', { from: 'A', reference: 'EX-1-T01', priority: 'P1' }),
      leg('2', { from: 'A', reference: 'EX-1-T01', priority: 'P4' }),
      leg('3', { from: 'A', reference: 'EX-1-T02', priority: 'P2' }),
      leg('4', { from: 'B', reference: 'EX-1-T01', priority: 'P1' }),
      leg('5', { from: 'B', reference: null, priority: 'P1' }),
    ];
    expect(reportOf(legs).gradings).toEqual([
      {
        agencies: ['A', 'B'],
        cases: 1,
        observed: 1,
        expected: 1,
        kappa: null,
        shown: 0,
        target: 0.7,
        reached: null,
        differences: [],
      },
    ]);
  });
});
