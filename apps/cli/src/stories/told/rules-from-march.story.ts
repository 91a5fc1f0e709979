import { differences } from '../differences.js';
import { NotAsTold } from '../not-as-told.js';
import type { Story } from '../story.js';

const RULES = '/v1/membership/documents/RULE_SET/referral';

/** Rules of referrals, with another time of silence after which a sender may close. */
const rulesWith = (silenceDays: number): object => ({
  hopLimit: 4,
  expiryDays: { P3: 14, P4: 30 },
  silenceDays,
  longestHoldDays: 365,
  longestGrantDays: 365,
});

const MINUTE_MS = 60_000;
const THREE_MONTHS_MS = 92 * 24 * 60 * MINUTE_MS;

/** The first of March for which there is time enough to comment. */
function nextMarch(now: number): string {
  const year = new Date(now + THREE_MONTHS_MS).getUTCFullYear();
  const march = Date.UTC(year, 2, 1);
  return new Date(march > now + THREE_MONTHS_MS ? march : Date.UTC(year + 1, 2, 1)).toISOString();
}

const changeOf = (body: unknown): string => String(Reflect.get(Object(body), 'change'));

export const rulesFromMarch: Story = {
  number: 16,
  title: 'New rules from March',
  teaches: 'A rule changes by proposal, comments and a second person, from a date; what was decided keeps its rules.',

  async play(stage) {
    const [first, second] = [stage.operator(1), stage.operator(2)];
    const dutch = stage.person('NL-NCP', 'officer-1');
    const german = stage.person('DE-NCP', 'officer-1');
    const march = nextMarch(Date.now());

    const proposed = await dutch.does(
      'proposes 60 days of silence instead of 30, from March',
      '/v1/membership/proposals',
      {
        kind: 'RULE_SET',
        subject: 'referral',
        document: rulesWith(60),
        inForceFrom: march,
      },
    );
    const change = changeOf(proposed.body);
    const commented = await german.does('comments on it', `/v1/membership/proposals/${change}/comment`, {
      comment: 'Sixty days are long for a sender who waits.',
    });
    const open = await dutch.list('/v1/membership/proposals', commented.position);
    const own = open.find(({ id }) => id === change);
    if (differences({ kind: 'RULE_SET', inForceFrom: march, comments: [{}] }, own).length > 0)
      throw new NotAsTold('NL-NCP does not find its proposal with one comment on it');
    stage.minutes.look('NL-NCP', 'finds its proposal, with the comment on it', `in force from ${march.slice(0, 10)}`);
    await first.isRefused(
      'cannot put it in force before everybody had two months',
      `/v1/membership/proposals/${change}/approve`,
      {},
      'COMMENT_PERIOD_OPEN',
    );

    const exercise = `EX-RULES-${stage.run.split('-').at(-1)}`;
    const started = await first.does('starts an exercise', '/v1/membership/exercises', {
      exercise,
      name: 'Rules from March',
      participants: ['DE-NCP', 'NL-NCP'],
    });
    await first.reads('it runs', '/v1/membership/exercises', {}, started.position);
    const soon = new Date(Date.now() - MINUTE_MS).toISOString();
    const tried = await first.does(
      'tries the rule in an exercise, where two months are a minute',
      '/v1/membership/proposals',
      {
        kind: 'RULE_SET',
        subject: 'referral',
        document: rulesWith(60),
        inForceFrom: soon,
        commentsUntil: soon,
        exercise,
      },
    );
    const trial = changeOf(tried.body);
    await first.isRefused(
      'cannot approve what it proposed',
      `/v1/membership/proposals/${trial}/approve`,
      { exercise },
      'SECOND_PERSON_REQUIRED',
    );
    const published = await second.does('approves it for exercises', `/v1/membership/proposals/${trial}/approve`, {
      exercise,
    });
    await first.reads(
      'every version of the rules, each with its date',
      RULES,
      { id: 'RULE_SET/referral' },
      published.position,
    );

    await first.does('ends the exercise', `/v1/membership/exercises/${exercise}/end`);

    const report = await stage.agency('GB-HOTLINE').submits('hands over a case meanwhile', {
      to: { agency: 'NL-NCP' },
      reference: stage.reference('FEBRUARY'),
      incident: { offenceType: 'SOLICITATION', modifiers: [] },
      nexus: [{ country: 'NL', basis: 'SUSPECT_PRESENT', confidence: 'MEDIUM' }],
      priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
    });
    await dutch.reads(
      'that the rules of today judge it, whatever holds later',
      `/v1/referrals/${report.id}/timeline`,
      { items: [{ type: 'ReferralSubmitted', rule: 'referral/1' }, { type: 'PrioritySet' }] },
      report.position,
    );
  },
};
