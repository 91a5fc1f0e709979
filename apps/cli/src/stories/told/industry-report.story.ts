import { NotAsTold } from '../not-as-told.js';
import type { Story } from '../story.js';

/** From `submittedAt` to `availableAt`, both by the bus's clock. */
const delayOf = (item: Record<string, unknown>): number =>
  Date.parse(String(item['availableAt'])) - Date.parse(String(item['submittedAt']));

export const industryReport: Story = {
  number: 1,
  title: 'Industry report to a contact point',
  teaches: 'The plain way of a referral: in the inbox at once, decided by a person, every state visible to its sender.',

  async play(stage) {
    const clearingHouse = stage.agency('US-CLEAR');
    const desk = stage.agency('PH-WCPC');
    const officer = stage.person('PH-WCPC', 'officer-1');
    const stranger = stage.agency('GB-NCP');

    const report = await clearingHouse.submits(
      'hands over a report of a company: enticement, P3 by IDENTIFIED_SUSPECT',
      {
        to: { agency: 'PH-WCPC' },
        reference: stage.reference('REPORT'),
        reporter: { company: 'Example Video Ltd', role: 'INDUSTRY_TS' },
        incident: { offenceType: 'SOLICITATION', modifiers: [], zone: 'Asia/Manila' },
        files: [{ kind: 'CHAT_LOG', count: 2 }],
        nexus: [
          { country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' },
          { country: 'US', basis: 'PROVIDER_ESTABLISHED', confidence: 'HIGH' },
        ],
        priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
      },
    );

    const inbox = await desk.list('/v1/inbox?synthetic=true&from=US-CLEAR&status=SUBMITTED', report.position);
    const item = inbox.find(({ id }) => id === report.id);
    if (!item) throw new NotAsTold('PH-WCPC does not find the report in its inbox');
    stage.minutes.look('PH-WCPC', 'finds it in its inbox', `${delayOf(item)} ms after it was accepted`);
    await stranger.isShownNothing(
      'who is no party of it, is answered as if it did not exist',
      `/v1/referrals/${report.id}`,
    );

    await desk.says('has it in its system', report, 'receive');
    await clearingHouse.sees('it has arrived', report, { status: 'RECEIVED' });
    await officer.says('has seen it', report, 'acknowledge');
    await clearingHouse.sees('a person has seen it', report, { status: 'ACKNOWLEDGED' });
    await officer.says('takes it on in full', report, 'accept', { scope: 'FULL' });
    await clearingHouse.sees('it was taken on', report, { status: 'ACCEPTED', acceptance: { scope: 'FULL' } });
    await officer.isRefused(
      'cannot reject what it has taken on',
      `/v1/referrals/${report.id}/reject`,
      { reason: 'STALE' },
      'REFERRAL_TRANSITION_ILLEGAL',
    );

    await clearingHouse.seesEvents('the whole way of its report', report, [
      'ReferralSubmitted',
      'PrioritySet',
      'ReferralReceived',
      'ReferralAcknowledged',
      'ReferralAccepted',
    ]);
  },
};
