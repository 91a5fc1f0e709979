import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BusEvent } from '#libs/contracts';
import { Directory, type Exercise } from '#libs/domain';
import {
  accepted,
  acknowledged,
  LaneScript,
  received,
  recipient,
  referralId,
  sender,
  submitted,
} from '../agency-views.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { minimum, walk } from '../spec-reads.fixtures.js';
import { exerciseReportView } from './exercise-report.view.js';

const operator = { agency: 'BUS-OPS', role: 'SCHEME_ADMIN' };
const drill: Exercise = {
  status: 'RUNNING',
  since: 0,
  name: 'Drill',
  participants: ['PH-WCPC', 'US-CLEAR'],
  plannedEnd: null,
};
const over: Exercise = { ...drill, status: 'ENDED', since: Date.UTC(2026, 10, 1) };
const lesson = { ruleIds: ['R1.5'], finding: 'RULE_UNCLEAR', text: 'Two readings.', change: null, at: 1 } as const;
const lessons = [
  { ...lesson, exercise: 'EX-DRILL' },
  { ...lesson, exercise: null },
];

/** At P3, handed to who does not grade unless said. */
const grading = (agency: string, number: string, to: typeof sender = recipient): BusEvent[] =>
  submitted({ exercise: 'EX-GRADES', reference: `EX-GRADES-${number}`, from: { ...sender, agency }, to });
const raised: BusEvent = {
  type: 'PriorityChanged',
  data: {
    ...{ side: 'SENDER', by: 'US-CLEAR', previous: 'P3', level: 'P1', driving: 'P1', reasons: ['LIVE_ABUSE'] },
    ...{
      status: 'IN_FORCE',
      lowering: null,
      approves: null,
      resolves: null,
      note: null,
      rules: { set: 'escalation', version: 1 },
    },
    ...{ riskAssessment: null, externalPriority: null },
  },
};
const directory = new Directory(
  { jurisdictions: {}, agencies: [] },
  { exercises: { 'EX-DRILL': drill, 'EX-EMPTY': drill, 'EX-GRADES': drill, 'EX-OVER': over }, lessons },
);

describe('the report of an exercise (mission S7)', () => {
  let bus: SpecBus;
  const script = new LaneScript();
  const drilled = { synthetic: true };
  beforeAll(async () => {
    bus = await SpecBus.start(directory);
    script
      .append(referralId(1), submitted({ exercise: 'EX-DRILL', reference: 'T01' }), drilled)
      .append(referralId(2), submitted({ exercise: 'EX-DRILL', reference: 'T02' }), drilled)
      .append(referralId(1), [received, acknowledged, accepted], drilled)
      .append(referralId(3), submitted())
      .append(referralId(4), submitted(), drilled)
      .append(referralId(5), grading('US-CLEAR', 'K01'), drilled)
      .append(referralId(5), [raised], drilled)
      .append(referralId(6), grading('GB-NCP', 'K01'), drilled)
      .append(referralId(7), grading('US-CLEAR', 'K02'), drilled)
      .append(referralId(8), grading('GB-NCP', 'K02', sender), drilled);
    await bus.publish(script.rows);
    await bus.get('/v1/inbox', recipient, minimum(script));
  }, 60_000);
  afterAll(() => bus.stop());

  const report = async (code: string) =>
    exerciseReportView.parse(await (await bus.get(`/v1/exercises/${code}/report`, operator)).json());

  it('counts what was submitted into it and nothing else, and has its lessons', async () => {
    const { steps, ...seen } = await report('EX-DRILL');
    expect(seen).toMatchObject({
      exercise: { id: 'EX-DRILL', status: 'RUNNING' },
      referrals: 2,
      complete: true,
      byState: { ACCEPTED: 1, SUBMITTED: 1 },
      byPriority: { P3: 2 },
      lessons: [{ ruleIds: ['R1.5'], finding: 'RULE_UNCLEAR' }],
    });
    expect(steps.map(({ from, to, count }) => [from, to, count])).toEqual([
      ['SUBMITTED', 'RECEIVED', 1],
      ['RECEIVED', 'ACKNOWLEDGED', 1],
      ['ACKNOWLEDGED', 'ACCEPTED', 1],
    ]);
  });

  it('compares the levels of submissions, of cases of which neither was shown what the other made of it', async () => {
    const { gradings, byPriority } = await report('EX-GRADES');
    // later US-CLEAR raised its K01, and GB-NCP handed its K02 to US-CLEAR
    expect(byPriority).toEqual({ P1: 1, P3: 3 });
    expect(gradings).toMatchObject([
      { agencies: ['GB-NCP', 'US-CLEAR'], cases: 1, observed: 1, shown: 1, reached: null, differences: [] },
    ]);
  });

  it('is empty where nothing was submitted', async () =>
    expect(await report('EX-EMPTY')).toMatchObject({
      referrals: 0,
      byState: {},
      steps: [],
      gradings: [],
      lessons: [],
    }));

  it('is of no exercise that was never started, and of none for who takes no part in it', async () => {
    const stranger = { agency: 'NL-NCP', role: 'NCP_LE' };
    expect((await bus.get('/v1/exercises/EX-NEVER/report', operator)).status).toBe(404);
    for (const code of ['EX-NEVER', 'EX-DRILL', 'EX-OVER'])
      expect([code, (await bus.get(`/v1/exercises/${code}/report`, stranger)).status]).toEqual([code, 404]);
  });

  it('is read by who took part once it has ended, and not while the others still grade (vocabulary 9)', async () => {
    const early = await bus.get('/v1/exercises/EX-DRILL/report', recipient);
    expect([early.status, await early.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'EXERCISE_STILL_RUNNING' }),
    ]);
    const read = await bus.get('/v1/exercises/EX-OVER/report', recipient);
    expect(exerciseReportView.parse(await read.json()).exercise).toMatchObject({ id: 'EX-OVER', status: 'ENDED' });
  });

  it('is of what stands in no real list', async () => {
    const real = await walk(bus, '/v1/inbox?limit=50', recipient);
    expect(real.map(({ id }) => id)).toEqual([referralId(3)]);
  });
});
