import { NotAsTold } from '../not-as-told.js';
import type { Story } from '../story.js';

/** Far above the second that an inbox takes, which is measured elsewhere: a machine that does much else tells the story too. */
const AT_ONCE_MS = 30_000;

/** From `submittedAt` to `availableAt`, both by the bus's clock. */
const delayOf = (item: Record<string, unknown>): number =>
  Date.parse(String(item['availableAt'])) - Date.parse(String(item['submittedAt']));

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
    const referral = await clearingHouse.passesOn(report, desk);

    const inbox = await desk.list('/v1/inbox?synthetic=true&from=US-CLEAR&status=SUBMITTED', referral.position);
    const item = inbox.find(({ id }) => id === referral.id);
    if (!item) throw new NotAsTold('PH-WCPC does not find the report in its inbox');
    const delay = delayOf(item);
    if (!(delay >= 0 && delay <= AT_ONCE_MS))
      throw new NotAsTold(`PH-WCPC finds the report ${delay} ms after it was said`);
    stage.minutes.look('PH-WCPC', 'finds it in its inbox at once', `${delay} ms after it was accepted`);
    await stranger.isShownNothing('is no party of it: as if it did not exist', `/v1/referrals/${referral.id}`);

    await desk.says('has it in its system', referral, 'receive');
    await clearingHouse.sees('it has arrived', referral, { status: 'RECEIVED' });
    await officer.says('has seen it', referral, 'acknowledge');
    await clearingHouse.sees('a person has seen it', referral, { status: 'ACKNOWLEDGED' });
    await officer.says('takes it on in full', referral, 'accept', { scope: 'FULL' });
    await clearingHouse.sees('it was taken on', referral, { status: 'ACCEPTED', acceptance: { scope: 'FULL' } });
    await officer.isRefused(
      'cannot reject what it has taken on',
      `/v1/referrals/${referral.id}/reject`,
      { reason: 'STALE' },
      'REFERRAL_TRANSITION_ILLEGAL',
    );
    await officer.says('begins to work', referral, 'start-work');
    await clearingHouse.sees('it is worked on', referral, { status: 'IN_PROGRESS' });
    await officer.isRefused(
      'cannot close what nothing is known to have come of',
      `/v1/referrals/${referral.id}/close`,
      { reasons: ['OUTCOME_FINAL'] },
      'REFERRAL_TRANSITION_ILLEGAL',
    );
    await officer.says('reports what came of it', referral, 'report-outcome', {
      outcomes: [{ outcome: 'SUSPECT_IDENTIFIED', on: stage.today(), accuracy: 'CONFIRMED' }],
    });
    await officer.says('closes it', referral, 'close', { reasons: ['OUTCOME_FINAL'] });
    await clearingHouse.sees('what came of it', referral, {
      status: 'CLOSED',
      parts: [{ kind: 'OUTCOME', outcomes: [{ outcome: 'SUSPECT_IDENTIFIED' }] }],
    });
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
