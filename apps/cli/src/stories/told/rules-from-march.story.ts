import { z } from 'zod';
import { jsonOf } from '../../bus/api.js';
import type { Actor, Referral } from '../actor.js';
import { differences } from '../differences.js';
import { NotAsTold } from '../not-as-told.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story.js';
import { type Sides, Timeline, urgencyOf } from '../timeline.js';

const RULES = '/v1/membership/documents/RULE_SET/escalation';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Longer than any two months and the time that is left to approve. */
const TIME_TO_COMMENT_MS = 70 * DAY_MS;

const acknowledgement = z.looseObject({ within: z.int() });
const urgent = z.looseObject({
  duties: z.looseObject({ ACKNOWLEDGE: acknowledgement }),
  ladder: z.tuple([z.looseObject({ after: z.int() })], z.unknown()),
});
const rules = z.looseObject({ levels: z.looseObject({ P2: urgent }) });
const editions = z.looseObject({ versions: z.array(z.looseObject({ version: z.int(), document: rules })).min(1) });

/** Hours for the acknowledgement of P2, before March and from March on, and the rules that say so. */
interface Change {
  readonly versions: readonly [number, number];
  readonly hours: readonly [number, number];
  readonly document: object;
}

/** From 8 h to 6 h, or back where this story was played before. The ladder begins when the time is missed. */
async function changeWanted(reader: Actor): Promise<Change> {
  const { versions } = editions.parse(jsonOf(await reader.read(RULES, null)));
  const current = versions.filter(({ exercise }) => exercise === false).at(-1);
  if (!current) throw new NotAsTold('there are no rules of urgency');
  const { version, document } = current;
  const { P2, ...others } = document.levels;
  const [first, ...later] = P2.ladder;
  const hours = P2.duties.ACKNOWLEDGE.within / 60;
  const to = hours === 8 ? 6 : 8;
  const duties = { ...P2.duties, ACKNOWLEDGE: { ...P2.duties.ACKNOWLEDGE, within: to * 60 } };
  const changed = { ...P2, duties, ladder: [{ ...first, after: to * 60 }, ...later] };
  return {
    versions: [version, version + 1],
    hours: [hours, to],
    document: { ...document, levels: { ...others, P2: changed } },
  };
}

/** The first of March for which there is time enough to comment. */
function nextMarch(now: number): number {
  const year = new Date(now).getUTCFullYear();
  const march = Date.UTC(year, 2, 1);
  return march > now + TIME_TO_COMMENT_MS ? march : Date.UTC(year + 1, 2, 1);
}

/** Proposed by a member, commented on for two months, approved by a second person. @returns the position of that */
async function agreeOn({ document }: Change, march: number, stage: Stage): Promise<string | null> {
  const [dutch, german] = [stage.person('NL-NCP', 'officer-1'), stage.person('DE-NCP', 'officer-1')];
  const operator = stage.operator(2);
  const inForceFrom = new Date(march).toISOString();
  const proposal = { kind: 'RULE_SET', subject: 'escalation', document, inForceFrom };
  const proposed = await dutch.does('proposes another time from March on', '/v1/membership/proposals', proposal);
  const change = String(Reflect.get(Object(proposed.body), 'change'));
  const commented = await german.does('comments on it', `/v1/membership/proposals/${change}/comment`, {
    comment: 'Who is on duty at night must know of it.',
  });
  const open = await dutch.list('/v1/membership/proposals', commented.position);
  const own = open.find(({ id }) => id === change);
  if (differences({ kind: 'RULE_SET', inForceFrom, comments: [{}] }, own).length > 0)
    throw new NotAsTold('NL-NCP does not find its proposal with one comment on it');
  stage.minutes.look('NL-NCP', 'finds its proposal, with the comment on it', `in force from ${inForceFrom}`);
  await operator.isRefused(
    'cannot put it in force before everybody had two months',
    `/v1/membership/proposals/${change}/approve`,
    {},
    'COMMENT_PERIOD_OPEN',
  );
  const until = z.looseObject({ commentsUntil: z.iso.datetime() }).parse(own).commentsUntil;
  await stage.waits('the two months pass', Date.parse(until) - (await stage.now()) + MINUTE_MS);
  const { position } = await operator.does('approves it', `/v1/membership/proposals/${change}/approve`);
  return position;
}

/** A referral with both its sides, and what its clock is to say of it. */
interface Case {
  readonly referral: Referral;
  readonly timeline: Timeline;
  readonly rule: string;
  /** When its acknowledgement is due, in ms since 1970. */
  readonly dueAt: number;
}

/** @param by the version that it must be judged by, and the hours that this gives */
async function caseOf(
  referral: Referral,
  sides: Sides,
  by: { readonly version: number; readonly hours: number },
): Promise<Case> {
  const { rule, since } = await urgencyOf(referral, sides.sender);
  if (rule !== `escalation/${by.version}`)
    throw new NotAsTold(`${referral.id} is judged by ${rule}, not ${by.version}`);
  const timeline = new Timeline(referral, sides)
    .add('ReferralSubmitted')
    .add('PrioritySet', { rule, data: { level: 'P2' } });
  return { referral, timeline, rule, dueAt: since + by.hours * HOUR_MS };
}

/** The clock says of it what the rules give by which it was submitted. */
async function isMissed({ timeline, rule, dueAt }: Case, what: string): Promise<void> {
  const data = { duty: 'ACKNOWLEDGE', level: 'P2', dueAt: new Date(dueAt).toISOString() };
  await timeline
    .add('DeadlineWarned', { rule, data })
    .add('DeadlineMissed', { rule, data })
    .add('EscalationRaised', { rule, data: { step: 1, cause: 'ACKNOWLEDGE' } })
    .comesToBeSeen(what);
}

export const rulesFromMarch: Story = {
  number: 16,
  title: 'New rules from March',
  teaches: 'A rule changes by proposal, comments and a second person, from a date; what was decided keeps its rules.',

  async play(stage) {
    const operator = stage.operator(1);
    const hotline = stage.agency('GB-HOTLINE');
    const change = await changeWanted(hotline);
    const [before, after] = change.versions;
    const [old, other] = change.hours;
    const march = nextMarch(await stage.now());
    const agreed = await agreeOn(change, march, stage);
    const minutes = { before: old * 60, after: other * 60 };
    const differing = ['/levels/P2/duties/ACKNOWLEDGE/within', '/levels/P2/ladder/0/after'];
    await hotline.reads(
      'both versions side by side',
      `${RULES}/compare?from=${before}&to=${after}`,
      { from: before, to: after, differences: differing.map((path) => ({ path, ...minutes })) },
      agreed,
    );

    // Who lets a case into an exercise knows of the exercise, and so of the rules that were published before it.
    const exercise = `EX-MARCH-${stage.run.split('-').at(-1)}`;
    await operator.does('starts an exercise', '/v1/membership/exercises', {
      exercise,
      name: 'Rules from March',
      participants: ['GB-HOTLINE', 'PH-WCPC'],
    });
    const report = (name: string): object => ({
      to: { agency: 'PH-WCPC' },
      reference: stage.reference(name),
      incident: { offenceType: 'SOLICITATION', modifiers: [] },
      nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'HIGH' }],
      priority: { level: 'P2', reasons: ['CONTACT_ACCESS'] },
      exercise,
    });
    const sides = { sender: hotline, receiver: stage.agency('PH-WCPC') };
    await stage.waits('the winter passes', march - 4 * HOUR_MS - (await stage.now()));
    const february = await hotline.comesToSubmit('hands over a case', report('FEBRUARY'));
    const ofFebruary = await caseOf(february, sides, { version: before, hours: old });
    await stage.waits('it becomes March', march + MINUTE_MS - (await stage.now()));
    const ofMarch = await caseOf(await hotline.submits('hands over another case', report('MARCH')), sides, {
      version: after,
      hours: other,
    });

    for (const [name, each] of [
      ['February', ofFebruary],
      ['March', ofMarch],
    ] as const) {
      await stage.waits('hours pass', each.dueAt - (await stage.now()) + MINUTE_MS);
      await isMissed(each, `the case of ${name} is missed when the rules of ${name} say so`);
    }
    await operator.does('ends the exercise', `/v1/membership/exercises/${exercise}/end`);
    await stage.replays('BUS-DPO', 'decides anew what the clock said, each case by its own rules, and gets the same', [
      ofFebruary.referral,
      ofMarch.referral,
    ]);
  },
};
