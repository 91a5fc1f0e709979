import type { Actor, Referral } from '../actor.js';
import type { Story } from '../story.js';

const report = (reference: string): object => ({
  to: { agency: 'BR-NCP' },
  reference,
  incident: { offenceType: 'CSAM_DISTRIBUTION', modifiers: [] },
  files: [{ kind: 'IMAGE', count: 12 }],
  nexus: [{ country: 'PT', basis: 'SUSPECT_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
});

/** Passes a leg on, and whoever gets it has seen it. */
async function passOn(leg: Referral, holder: Actor, next: Actor): Promise<Referral> {
  const onward = await holder.passesOn(leg, next);
  await next.says('has seen it', onward, 'acknowledge');
  return onward;
}

/** The national contacts of where the case began and of where it is come to see that it is stuck, and each other. */
async function areTold(contacts: readonly Actor[], leg: Referral, refused: object): Promise<void> {
  const expected = { ...refused, contacts: contacts.map(({ agency }) => ({ agency })).reverse() };
  for (const each of contacts)
    await each.comesToSee('is told that the case is stuck', `/v1/escalations/${leg.id}`, { refusedOnward: [expected] });
}

export const wrongAddress: Story = {
  number: 3,
  title: 'Wrong address',
  teaches: 'Whoever cannot act names or tries somebody who can; the first sender sees the chain, and only the chain.',

  async play(stage) {
    const hotline = stage.agency('GB-HOTLINE');
    const contact = (country: string): Actor => stage.person(`${country}-NCP`, 'officer-1');
    const brazil = contact('BR');

    const first = await hotline.submits('hands a report to Brazil', report(stage.reference('FIRST')));
    await brazil.says('has seen it', first, 'acknowledge');
    await brazil.says('is the wrong recipient, and names Portugal', first, 'reject', {
      reason: 'WRONG_RECIPIENT',
      partialConsidered: true,
      suggested: { agency: 'PT-NCP' },
    });
    await hotline.sees('where to turn', first, {
      status: 'REJECTED',
      rejection: { reason: 'WRONG_RECIPIENT', suggested: { agency: 'PT-NCP', country: 'PT' } },
    });

    const second = await hotline.submits('hands another one to Brazil', report(stage.reference('SECOND')));
    await brazil.says('has seen it', second, 'acknowledge');
    const portugals = await passOn(second, brazil, contact('PT'));
    await hotline.comesToSee('the chain of its report', `/v1/referrals/${second.id}`, {
      status: 'FORWARDED',
      onward: { to: { agency: 'PT-NCP' }, leg: portugals.id },
      legs: [{ id: portugals.id, hop: 1, to: { agency: 'PT-NCP' }, status: 'ACKNOWLEDGED' }],
    });
    await hotline.isShownNothing("of Portugal's leg itself", `/v1/referrals/${portugals.id}`);
    await contact('PT').isRefused(
      'cannot send it back to Brazil',
      `/v1/referrals/${portugals.id}/forward`,
      { to: { agency: 'BR-NCP' } },
      'ONWARD_CYCLE',
    );
    const cycle = { cause: 'CYCLE', holder: { agency: 'PT-NCP' }, to: { agency: 'BR-NCP' }, limit: null };
    await areTold([stage.agency('GB-NCP'), contact('PT')], portugals, cycle);

    const netherlands = await passOn(portugals, contact('PT'), contact('NL'));
    const germanys = await passOn(netherlands, contact('NL'), contact('DE'));
    const last = await passOn(germanys, contact('DE'), contact('FR'));
    await contact('FR').isRefused(
      'cannot pass it on a fifth time',
      `/v1/referrals/${last.id}/forward`,
      { to: { agency: 'JP-NCP' } },
      'ONWARD_HOPS_EXHAUSTED',
    );
    const limit = { cause: 'HOP_LIMIT', holder: { agency: 'FR-NCP' }, to: { agency: 'JP-NCP' }, limit: 4 };
    await areTold([stage.agency('GB-NCP'), contact('FR')], last, limit);
    await contact('GB').saysOfUrgency('leaves it to France', last, 'answer-onward-refusal', {
      reply: 'STAYS_WITH_HOLDER',
    });
    await contact('FR').comesToSee('that it is stuck no more', `/v1/escalations/${last.id}`, {
      refusedOnward: [{ cause: 'HOP_LIMIT', answer: { by: { agency: 'GB-NCP' }, reply: 'STAYS_WITH_HOLDER' } }],
    });
    await contact('JP').isShownNothing('of a case that never came', `/v1/escalations/${last.id}`);

    await contact('FR').says('takes it on in full', last, 'accept', { scope: 'FULL' });
    await contact('FR').says('begins to work', last, 'start-work');
    await contact('FR').says('reports what came of it', last, 'report-outcome', {
      outcomes: [{ outcome: 'SUSPECT_IDENTIFIED', on: stage.today(), accuracy: 'CONFIRMED' }],
    });
    await hotline.comesToSee('what came of its report, four agencies on', `/v1/referrals/${second.id}`, {
      legs: [
        { to: { agency: 'PT-NCP' }, status: 'FORWARDED' },
        { to: { agency: 'NL-NCP' }, status: 'FORWARDED' },
        { to: { agency: 'DE-NCP' }, status: 'FORWARDED' },
        { to: { agency: 'FR-NCP' }, status: 'OUTCOME_REPORTED', outcomes: ['SUSPECT_IDENTIFIED'] },
      ],
    });
  },
};
