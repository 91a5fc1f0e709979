import type { Actor } from '../actor.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story.js';
import { type Said, Timeline, urgencyOf } from '../timeline.js';

const MINUTE_MS = 60_000;

const report = (reference: string): object => ({
  to: { agency: 'PH-WCPC', role: 'POC_247' },
  reference,
  incident: { offenceType: 'SEXUAL_EXTORTION', modifiers: ['FINANCIAL_EXTORTION'] },
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'HIGH' }],
  priority: { level: 'P1', reasons: ['SELF_HARM_RISK'] },
});

/** Nobody acknowledges, and the bus calls upon one after the other. */
async function nobodyAnswers(stage: Stage, timeline: Timeline, rule: string): Promise<void> {
  const missing = { duty: 'ACKNOWLEDGE', level: 'P1' };
  const raised = (step: number, ...to: readonly (readonly [agency: string, role: string])[]): Said => ({
    rule,
    data: { step, cause: 'ACKNOWLEDGE', level: 'P1', to: to.map(([agency, role]) => ({ agency, role })) },
  });
  await stage.waits('a quarter of an hour passes', 15 * MINUTE_MS);
  await timeline
    .add('DeadlineWarned', { rule, data: missing })
    .add('EscalationRaised', raised(1, ['PH-WCPC', 'POC_247']))
    .comesToBeSeen('the duty officer is called upon');
  await stage.waits('another quarter', 15 * MINUTE_MS);
  await timeline
    .add('DeadlineMissed', { rule, data: { ...missing, cause: 'RECEIVER' } })
    .add('EscalationRaised', raised(2, ['PH-NCP', 'NCP_LE']))
    .comesToBeSeen('the time is missed, and an alternate contact in the country is called upon');
  await stage.waits('half an hour more', 30 * MINUTE_MS);
  await timeline
    .add(
      'EscalationRaised',
      raised(3, ['PH-NCP', 'NCP_LE'], ['PH-NCP', 'CENTRAL_AUTH'], ['CA-LIAISON', 'LIAISON_INTL']),
    )
    .comesToBeSeen('the central authority and the liaison are called upon');
}

export const lifeInDanger: Story = {
  number: 2,
  title: 'Life in danger at night',
  teaches:
    'Where nobody acknowledges, the bus calls upon one after the other; P1 is lowered by two, and the sender objects.',

  async play(stage) {
    const hotline = stage.agency('GB-HOTLINE');
    const desk = stage.agency('PH-WCPC', { role: 'POC_247' });
    const officer = (name: string): Actor => stage.person('PH-WCPC', name, 'POC_247');
    const contact = stage.person('PH-NCP', 'contact-1', 'NCP_LE');

    const referral = await hotline.submits('hands over a case of life and death', report(stage.reference('NIGHT')));
    const { rule } = await urgencyOf(referral, hotline);
    await hotline.saysOfUrgency('telephones too, and records it', referral, 'record-voice-contact', {
      at: new Date(await stage.now()).toISOString(),
      to: { agency: 'PH-WCPC', role: 'POC_247' },
      result: 'REACHED',
    });
    await desk.says('has it in its system', referral, 'receive');

    const timeline = new Timeline(referral, { sender: hotline, receiver: desk })
      .add('ReferralSubmitted')
      .add('PrioritySet', { rule })
      .add('VoiceContactRecorded', { rule })
      .add('ReferralReceived');
    await nobodyAnswers(stage, timeline, rule);

    await stage.waits('ten minutes more', 10 * MINUTE_MS);
    await officer('officer-1').says('has seen it at last', referral, 'acknowledge');
    timeline.add('ReferralAcknowledged', { status: 'ACKNOWLEDGED' });
    await stage.waits('twenty minutes more', 20 * MINUTE_MS);
    await timeline
      .add('DeadlineWarned', { rule, data: { duty: 'PRESERVATION', level: 'P1' } })
      .comesToBeSeen('nobody is called upon any more; what was stays on record, and what else is owed is warned of');

    const lowering = { level: 'P3', reasons: ['IDENTIFIED_VICTIM'], lowering: 'CHILD_SAFE_CONFIRMED' };
    const path = `/v1/escalations/${referral.id}`;
    await officer('supervisor-2').saysOfUrgency('would lower it to P3', referral, 'lower-priority', lowering);
    await hotline.sees('that it is P1 as before', referral, { priority: { driving: 'P1' } });
    await officer('supervisor-2').isRefused(
      'cannot lower P1 alone',
      `${path}/approve-lowering`,
      {},
      'SECOND_PERSON_REQUIRED',
    );
    await officer('supervisor-3').saysOfUrgency('approves it', referral, 'approve-lowering');
    await hotline.sees('that two people have lowered it', referral, {
      priority: { driving: 'P3', sender: { level: 'P1' }, receiver: { level: 'P3' } },
    });
    await hotline.saysOfUrgency('objects', referral, 'dispute-priority', { reasons: ['SELF_HARM_RISK'] });
    await desk.sees('that it is P1 again', referral, { priority: { driving: 'P1' } });
    await officer('supervisor-2').isRefused(
      'can lower nothing meanwhile',
      `${path}/lower-priority`,
      lowering,
      'PRIORITY_DISPUTED',
    );
    await officer('supervisor-3').isRefused(
      'cannot judge the objection to what it approved',
      `${path}/resolve-dispute`,
      { level: 'P3', reasons: ['IDENTIFIED_VICTIM'], lowering: 'CHILD_SAFE_CONFIRMED' },
      'SECOND_PERSON_REQUIRED',
    );
    await contact.saysOfUrgency('decides, as the national contact, that it stays P1', referral, 'resolve-dispute', {
      level: 'P1',
      reasons: ['SELF_HARM_RISK'],
    });
    await hotline.sees('that it is P1', referral, { status: 'ACKNOWLEDGED', priority: { driving: 'P1' } });
    await timeline
      .add('PriorityChanged', { rule, data: { level: 'P3', driving: 'P1', status: 'PROPOSED' } })
      .add('PriorityChanged', { rule, data: { level: 'P3', driving: 'P3', status: 'IN_FORCE' } })
      .add('PriorityDisputed', { rule, data: { driving: 'P1', reasons: ['SELF_HARM_RISK'] } })
      .add('PriorityChanged', { rule, data: { level: 'P1', driving: 'P1', status: 'IN_FORCE' } })
      .comesToBeSeen('the whole night, each step with the version of its rules');
    await stage.replays('BUS-DPO', 'decides anew what the clock said, and gets the same', [referral]);
  },
};
