import type { Actor, Referral } from '../actor.js';
import { Delays } from '../delays.js';
import type { Expected } from '../differences.js';
import { NotAsTold } from '../not-as-told.js';
import { areAtOnce } from '../soon.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story.js';

/** Commands, and how long it takes each until the other side sees what was said. */
class Steps {
  readonly delays = new Delays();

  constructor(private readonly sender: Actor) {}

  /** → What is said of a referral ⇒ is what its sender sees next. */
  seen(say: () => Promise<unknown>, what: string, [referral, expected]: readonly [Referral, Expected]): Promise<void> {
    return this.delays.of(async () => {
      await say();
      await this.sender.sees(what, referral, expected);
    });
  }
}

/** ⇒ Each step was seen at once, each with its command. @throws NotAsTold */
function wereAtOnce({ minutes }: Stage, delays: Delays): void {
  const told = `half within ${delays.at(0.5)} ms, each within ${delays.at(1)} ms`;
  if (!areAtOnce(delays)) throw new NotAsTold(`${delays.count} steps are not seen at once: ${told}`);
  minutes.look('US-CLEAR', `was shown each of ${delays.count} steps at once`, told);
}

export const industryReport: Story = {
  number: 1,
  title: 'Industry report to a contact point',
  teaches: 'The plain way of a referral: in the inbox at once, decided by a person, every state visible to its sender.',

  async play(stage) {
    const provider = stage.agency('US-VIDEO');
    const clearingHouse = stage.person('US-CLEAR', 'analyst-1');
    const desk = stage.agency('PH-WCPC');
    const officer = stage.person('PH-WCPC', 'officer-1');
    const stranger = stage.agency('GB-NCP');

    const report = await provider.submits('reports enticement to its clearing house, P3 by IDENTIFIED_SUSPECT', {
      to: { agency: 'US-CLEAR' },
      reference: stage.reference('REPORT'),
      reporter: { company: 'Example Video Ltd', role: 'INDUSTRY_TS' },
      incident: { offenceType: 'SOLICITATION', modifiers: [], zone: 'Asia/Manila' },
      files: [{ kind: 'CHAT_LOG', count: 2 }],
      nexus: [
        { country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' },
        { country: 'US', basis: 'PROVIDER_ESTABLISHED', confidence: 'HIGH' },
      ],
      priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
    });
    await clearingHouse.says('has seen it', report, 'acknowledge');
    const steps = new Steps(clearingHouse);
    const referral = await steps.delays.of(async () => {
      const onward = await clearingHouse.passesOn(report, desk);
      const inbox = await desk.list('/v1/inbox?synthetic=true&from=US-CLEAR&status=SUBMITTED', onward.position);
      if (!inbox.some(({ id }) => id === onward.id))
        throw new NotAsTold('PH-WCPC does not find the report in its inbox');
      stage.minutes.look('PH-WCPC', 'finds it in its inbox');
      return onward;
    });
    await stranger.isShownNothing('is no party of it: as if it did not exist', `/v1/referrals/${referral.id}`);

    await steps.seen(() => desk.says('has it in its system', referral, 'receive'), 'it has arrived', [
      referral,
      { status: 'RECEIVED' },
    ]);
    await steps.seen(() => officer.says('has seen it', referral, 'acknowledge'), 'a person has seen it', [
      referral,
      { status: 'ACKNOWLEDGED' },
    ]);
    await steps.seen(
      () => officer.says('takes it on in full', referral, 'accept', { scope: 'FULL' }),
      'it was taken on',
      [referral, { status: 'ACCEPTED', acceptance: { scope: 'FULL' } }],
    );
    await officer.isRefused(
      'cannot reject what it has taken on',
      `/v1/referrals/${referral.id}/reject`,
      { reason: 'STALE' },
      'REFERRAL_TRANSITION_ILLEGAL',
    );
    await steps.seen(() => officer.says('begins to work', referral, 'start-work'), 'it is worked on', [
      referral,
      { status: 'IN_PROGRESS' },
    ]);
    await officer.isRefused(
      'cannot close what nothing is known to have come of',
      `/v1/referrals/${referral.id}/close`,
      { reasons: ['OUTCOME_FINAL'] },
      'REFERRAL_TRANSITION_ILLEGAL',
    );
    await officer.says('reports what came of it', referral, 'report-outcome', {
      outcomes: [{ outcome: 'SUSPECT_IDENTIFIED', on: stage.today(), accuracy: 'CONFIRMED' }],
    });
    const closed = { status: 'CLOSED', parts: [{ kind: 'OUTCOME', outcomes: [{ outcome: 'SUSPECT_IDENTIFIED' }] }] };
    const close = () => officer.says('closes it', referral, 'close', { reasons: ['OUTCOME_FINAL'] });
    await steps.seen(close, 'what came of it', [referral, closed]);
    wereAtOnce(stage, steps.delays);
    await clearingHouse.seesEvents('the whole way of the referral', referral, [
      'ReferralSubmitted',
      'PrioritySet',
      'ReferralReceived',
      'ReferralAcknowledged',
      'ReferralAccepted',
      'WorkStarted',
      'OutcomeReported',
      'ReferralClosed',
    ]);
    await provider.comesToSee('the class of the outcome, and no more', `/v1/referrals/${report.id}`, {
      status: 'FORWARDED',
      legs: [{ id: referral.id, to: { agency: 'PH-WCPC' }, status: 'CLOSED', outcomes: ['SUSPECT_IDENTIFIED'] }],
    });
    await provider.isShownNothing('of what the desk said', `/v1/referrals/${referral.id}`);
  },
};
