import type { Actor } from '../actor.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story.js';

const HOUR_MS = 3_600_000;

const HOTLINE = { agency: 'CA-HOTLINE', name: 'Public Hotline (demo)', country: 'CA', roles: ['HOTLINE'] };

const report = (reference: string, to: string): object => ({
  to: { agency: to },
  reference,
  incident: { offenceType: 'CSAM_DISTRIBUTION', modifiers: ['KNOWN_MATERIAL'] },
  files: [{ kind: 'IMAGE', count: 1 }],
  nexus: [{ country: 'JP', basis: 'SUSPECT_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
});

/** Whoever joins shows first, in an exercise, that its system says what the bus understands. */
async function conform(stage: Stage, hotline: Actor, operator: Actor): Promise<void> {
  const exercise = `EX-JOIN-${stage.run.split('-').at(-1)}`;
  await operator.does('starts an exercise for the newcomer and Japan', '/v1/membership/exercises', {
    exercise,
    name: 'Conformance of CA-HOTLINE',
    participants: ['CA-HOTLINE', 'JP-NCP'],
  });
  const sample = { ...report(stage.reference('CONFORMANCE'), 'JP-NCP'), synthetic: false, exercise };
  const first = await hotline.comesToSubmit('hands a case over in the exercise', sample);
  await hotline.comesToSee('it is synthetic, though it did not say so', `/v1/referrals/${first.id}`, {
    status: 'SUBMITTED',
    synthetic: true,
  });
  await hotline.isRefused(
    'is told what is wrong with a report that names no offence',
    '/v1/referrals',
    { ...sample, incident: {} },
    'CONTENT_INVALID',
  );
  await hotline.isRefused(
    'cannot take a case: a hotline originates',
    `/v1/referrals/${first.id}/accept`,
    { scope: 'FULL' },
    'ROLE_MAY_NOT_RECEIVE',
  );
  await operator.does('ends the exercise: it conforms', `/v1/membership/exercises/${exercise}/end`);
}

const happened = (history: boolean, ...types: readonly string[]) => types.map((type) => ({ type, history }));

/** A hotline neither asks for a case nor opens one (vocabulary 6): who has its report opens it to a unit abroad, for a day. */
async function openForADay(stage: Stage, hotline: Actor): Promise<void> {
  const unit = stage.agency('PH-WCPC');
  const holder = stage.person('JP-NCP', 'officer-1');
  const first = await hotline.comesToSubmit('goes live: its first real report', {
    ...report(stage.reference('LIVE'), 'JP-NCP'),
    synthetic: false,
  });
  const path = `/v1/referrals/${first.id}`;
  await stage.agency('JP-NCP').sees('a real referral', first, { status: 'SUBMITTED', synthetic: false });
  await unit.isShownNothing('is no party of it: as if it did not exist', path, first.position);
  await unit.isTold('hears nothing of it', first, []);

  const wanted = { purpose: 'INVESTIGATE', extent: 'CASE' };
  await unit.does('was called about it, and asks to see it', `${path}/request-access`, wanted);
  await holder.comesToSee('who asks', path, { requests: [{ kind: 'ACCESS', by: { agency: 'PH-WCPC' } }] });
  await unit.isShownNothing('is shown nothing for having asked', path, first.position);
  const until = new Date((await stage.now()) + 24 * HOUR_MS).toISOString();
  const grant = { requester: 'PH-WCPC', extent: 'CASE', until };
  await holder.says('opens it to the unit for a day', first, 'grant-access', grant);
  await unit.sees('the whole case', first, { access: 'CASE', status: 'SUBMITTED' });
  await unit.isTold('is told what had happened, there where it was let in', first, [
    ...happened(true, 'ReferralSubmitted', 'PrioritySet', 'AccessRequested'),
    ...happened(false, 'AccessGranted'),
  ]);

  await stage.waits('23 hours pass', 23 * HOUR_MS);
  await unit.sees('it as before: the day is not over', first, { access: 'CASE' });
  await stage.waits('two hours more', 2 * HOUR_MS);
  await unit.isShownNothing('is shown it no more: what was opened for a day has ended by itself', path, first.position);
  await unit.isTold('is told nothing of it any more, read from the beginning', first, []);
}

export const joiningAndLeaving: Story = {
  number: 14,
  title: 'Joining and leaving',
  teaches:
    'Two people let an agency in and let it go; what is opened to others ends by itself; the history of it all stays.',

  async play(stage) {
    const [first, second] = [stage.operator(1), stage.operator(2)];
    const hotline = stage.agency('CA-HOTLINE');
    const officer = stage.agency('BUS-DPO', { purpose: 'AUDIT' });

    await first.does('proposes a hotline', '/v1/membership/agencies', HOTLINE);
    await first.isRefused(
      'cannot admit what it proposed',
      '/v1/membership/agencies/CA-HOTLINE/admit',
      {},
      'SECOND_PERSON_REQUIRED',
    );
    await second.does('admits it', '/v1/membership/agencies/CA-HOTLINE/admit');
    await conform(stage, hotline, first);

    await openForADay(stage, hotline);

    const live = await hotline.submits('hands its next report over', {
      ...report(stage.reference('NEXT'), 'JP-NCP'),
      synthetic: false,
    });
    await stage.agency('JP-NCP').sees('a real referral', live, { status: 'SUBMITTED', synthetic: false });

    const { body } = await first.does('a year later: proposes that it leaves', '/v1/membership/changes', {
      kind: 'DEPARTURE',
      agency: 'CA-HOTLINE',
      reason: 'OWN_REQUEST',
    });
    const change = String(Reflect.get(Object(body), 'change'));
    await first.isRefused(
      'cannot approve it alone',
      `/v1/membership/changes/${change}/approve`,
      {},
      'SECOND_PERSON_REQUIRED',
    );
    const left = await second.does('approves it', `/v1/membership/changes/${change}/approve`);
    await hotline.comesToBeRefused(
      'is let in no more',
      '/v1/referrals',
      report(stage.reference('LATE'), 'JP-NCP'),
      'AGENCY_LEFT',
    );
    await hotline.comesToBeShutOut(
      'reads no more, whatever was granted to it',
      `/v1/referrals/${live.id}`,
      'AGENCY_LEFT',
    );
    await first.reads('when it came and went', '/v1/membership/agencies/CA-HOTLINE', { status: 'LEFT' }, left.position);
    await stage.agency('JP-NCP').sees('what it was sent, as ever', live, { from: { agency: 'CA-HOTLINE' } });
    await officer.comesToSee(
      'its history, event by event, with the place of each in the tree',
      `/v1/audit/trace/${live.id}`,
      {
        items: [{ type: 'ReferralSubmitted' }, { type: 'PrioritySet' }],
      },
    );
  },
};
