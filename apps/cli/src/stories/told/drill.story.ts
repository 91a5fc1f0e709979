import { trainingCases } from '#libs/domain';
import { z } from 'zod';
import { type ApiAnswer, jsonOf } from '../../bus/api.js';
import type { Actor } from '../actor.js';
import { LaneEnds } from '../lane-ends.js';
import type { Stage } from '../stage.js';
import { NotAsTold } from '../not-as-told.js';
import type { Story } from '../story.js';

const MOST = 200;

/** Of PH-WCPC, where people look for work. */
const REAL_LISTS = ['/v1/inbox', '/v1/caseload', '/v1/worklists/awaiting-my-decision'] as const;

const UNDECIDED = 'awaiting-my-decision';

const countsShape = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), count: z.number(), more: z.boolean() })),
});

interface Drilled {
  readonly reference: string;
  readonly to?: string;
  readonly exercise?: string;
  readonly level?: string;
  readonly reason?: string;
  readonly offenceType?: string;
  readonly modifiers?: readonly string[];
  readonly nexus?: string;
}

const referral = ({
  reference,
  to = 'PH-WCPC',
  exercise,
  level = 'P3',
  reason = 'IDENTIFIED_SUSPECT',
  offenceType = 'SOLICITATION',
  modifiers = [],
  nexus = 'VICTIM_PRESENT',
}: Drilled): object => ({
  to: { agency: to },
  reference,
  incident: { offenceType, modifiers },
  nexus: [{ country: 'PH', basis: nexus, confidence: 'MEDIUM' }],
  priority: { level, reasons: [reason] },
  synthetic: false,
  ...(exercise !== undefined && { exercise }),
});

/** Both hotlines grade the training set by handing each case over. The second takes some urgent ones for less. */
async function grade(
  stage: Stage,
  exercise: string,
  { hotlines, ends }: { readonly hotlines: readonly [Actor, Actor]; readonly ends: LaneEnds },
): Promise<void> {
  const given = trainingCases.map(({ id, priority, ...rest }, at) => ({
    ...{ ...rest, reference: `${exercise}-${id}` },
    levels: [priority, priority === 'P2' && at % 5 !== 0 ? 'P3' : priority] as const,
  }));
  for (const [side, hotline] of hotlines.entries()) {
    for (const { levels, ...each } of given)
      await hotline.hands(referral({ ...each, exercise, level: levels[side] ?? levels[0] }), ends);
    stage.minutes.act(hotline.agency, `grades ${given.length} training cases`, '201 each');
  }
}

/** What the hotlines grade apart, by the practical examples of the rules. */
const examplesApart = [
  'ONGOING_ABUSE_INDICATED',
  'EXTORTION_CONTINUES',
  'KNOWN_OFFENDER_NEW_CONTACT',
  'DATA_DELETED_SOON',
];

/** The referrals of this play that a list shows. */
const ofPlay = async (reader: Actor, path: string, prefix: string, since: string | null): Promise<string[]> =>
  (await reader.list(path, since)).flatMap(({ id, reference }) => (String(reference).startsWith(prefix) ? [id] : []));

/** ⇒ The count of a real worklist is that of what stands in it, as far as it counts. */
async function countsWhatItLists(stage: Stage, desk: Actor): Promise<void> {
  const listed = await desk.list(`/v1/worklists/${UNDECIDED}`);
  const isCounted = (answer: ApiAnswer): boolean => {
    if (answer.status !== 200) return false;
    const counted = countsShape.parse(jsonOf(answer)).items.find(({ id }) => id === UNDECIDED);
    return counted !== undefined && (counted.more || counted.count === listed.length);
  };
  const answer = await desk.readUntil('/v1/worklists', isCounted);
  if (!isCounted(answer)) throw new NotAsTold(`${desk.agency} is shown other counts than its lists have`);
  stage.minutes.look(desk.agency, 'is shown counts of real work alone', String(listed.length));
}

export const drill: Story = {
  number: 15,
  title: 'Drill',
  teaches:
    'A drill runs on production rules in the middle of real work, and nobody who works really is shown any of it.',

  async play(stage) {
    const operator = stage.operator(1);
    const [british, dutch] = [stage.agency('GB-HOTLINE'), stage.agency('NL-HOTLINE')];
    const [house, desk] = [stage.agency('US-CLEAR'), stage.person('PH-WCPC', 'officer-1')];
    const exercise = `EX-DRILL-${stage.run.split('-').at(-1)}`;
    const count = Math.min(MOST, stage.referrals);

    await operator.does(`starts exercise ${exercise}`, '/v1/membership/exercises', {
      exercise,
      name: 'Drill of the demo',
      participants: ['GB-HOTLINE', 'NL-HOTLINE', 'PH-WCPC'],
    });
    const urgent = await british.comesToSubmit(
      'begins the drill with an urgent case',
      referral({ reference: `${exercise}-P1`, exercise, level: 'P1', reason: 'SELF_HARM_RISK' }),
    );
    await house.isRefused(
      'takes no part, and cannot hand anything into it',
      '/v1/referrals',
      referral({ reference: stage.reference('STRAY'), exercise }),
      'EXERCISE_NOT_A_PARTICIPANT',
    );
    await desk.says('has it', urgent, 'receive');
    await desk.isRefused(
      'cannot reject P1 for want of capacity: rules are those of real work',
      `/v1/referrals/${urgent.id}/reject`,
      { reason: 'CAPACITY' },
      'PRIORITY_FORBIDS_REASON',
    );
    await desk.says('has seen it', urgent, 'acknowledge');
    await desk.says('takes it on', urgent, 'accept', { scope: 'FULL' });

    const real: string[] = [];
    const ends = new LaneEnds();
    for (let nth = 1; nth < count; nth++) {
      await british.hands(referral({ reference: `${exercise}-${nth}`, exercise }), ends);
      if (nth % 40 === 1) real.push(await house.hands(referral({ reference: stage.reference(`REAL-${nth}`) }), ends));
    }
    stage.minutes.act(
      'GB-HOTLINE',
      `hands over ${count} cases of the drill`,
      `${real.length} real ones of US-CLEAR among them`,
    );
    await grade(stage, exercise, { hotlines: [british, dutch], ends });

    const last = await house.submits(
      'hands over one more real case',
      referral({ reference: stage.reference('REAL-LAST') }),
    );
    real.push(last.id);
    const drilled = count + 2 * trainingCases.length;
    await desk.reaches(ends);
    const seenReal = await ofPlay(desk, '/v1/inbox?from=US-CLEAR', stage.reference('REAL'), last.position);
    if (seenReal.toSorted().join() !== real.toSorted().join()) throw new NotAsTold('PH-WCPC misses real work');
    for (const list of REAL_LISTS)
      if ((await ofPlay(desk, list, exercise, null)).length > 0) throw new NotAsTold(`the drill stands in ${list}`);
    stage.minutes.look('PH-WCPC', 'finds its real work, and none of the drill in any real list', String(real.length));
    if ((await ofPlay(british, '/v1/sent', exercise, null)).length > 0)
      throw new NotAsTold('the drill stands in /v1/sent');
    stage.minutes.look('GB-HOTLINE', 'finds nothing of the drill in what it really sent');
    await countsWhatItLists(stage, desk);
    const seenDrill = await ofPlay(desk, '/v1/inbox?synthetic=true', exercise, null);
    if (seenDrill.length !== drilled) throw new NotAsTold(`PH-WCPC is shown ${seenDrill.length} of ${drilled} drilled`);
    stage.minutes.look('PH-WCPC', 'finds the drill where exercises are', String(drilled));

    await operator.does('records a lesson', `/v1/membership/exercises/${exercise}/lessons`, {
      ruleIds: ['R1.5', '1.3'],
      finding: 'EXAMPLE_NEEDED',
      text: 'The two hotlines differ on what is urgent: the table needs an example for the loss of evidence.',
    });
    await operator.does('ends the exercise', `/v1/membership/exercises/${exercise}/end`);
    await operator.comesToSee('its report', `/v1/exercises/${exercise}/report`, {
      exercise: { id: exercise, status: 'ENDED' },
      referrals: drilled,
      byState: { ACCEPTED: 1, SUBMITTED: drilled - 1 },
      gradings: [
        {
          ...{ agencies: ['GB-HOTLINE', 'NL-HOTLINE'], cases: 20, observed: 0.8, reached: true },
          differences: examplesApart.map((code) => ({ expected: 'P2', grades: ['P2', 'P3'], example: { code } })),
        },
      ],
      lessons: [{ ruleIds: ['R1.5', '1.3'], finding: 'EXAMPLE_NEEDED' }],
    });
    // last, since it is taken as long as the end is not known everywhere
    await british.comesToBeRefused(
      'hands nothing more into it',
      '/v1/referrals',
      referral({ reference: `${exercise}-LATE`, exercise }),
      'EXERCISE_NOT_RUNNING',
    );
  },
};
