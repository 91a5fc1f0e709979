import type { Actor, Referral } from '../actor.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story.js';

const HOUR_MS = 3_600_000;
/** As long as access can be granted at the most. */
const YEAR_MS = 365 * 24 * HOUR_MS;

const HOTLINE = { agency: 'CA-HOTLINE', name: 'Public Hotline (demo)', country: 'CA', roles: ['HOTLINE'] };

const UNIT = { agency: 'CA-UNIT', name: 'Investigation Unit (demo)', country: 'CA', roles: ['LE_UNIT'] };

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

const OPENED = [{ type: 'AccessRequested' }, { type: 'AccessGranted' }];

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

/** What the second person is to name. */
async function proposed(first: Actor, what: string, agency: object): Promise<string> {
  const { body } = await first.does(what, '/v1/membership/agencies', agency);
  return String(Reflect.get(Object(body), 'proposal'));
}

/** By two persons. @returns the Bus-Position of the departure */
async function letGo(agency: string, what: string, first: Actor, second: Actor): Promise<string | null> {
  const departure = { kind: 'DEPARTURE', agency, reason: 'OWN_REQUEST' };
  const { body } = await first.does(what, '/v1/membership/changes', departure);
  const path = `/v1/membership/changes/${String(Reflect.get(Object(body), 'change'))}/approve`;
  await first.isRefused('cannot approve it alone', path, {}, 'SECOND_PERSON_REQUIRED');
  return (await second.does('approves it', path)).position;
}

/** What was opened to an agency ends when that leaves, for good: who comes back has to be granted it anew. */
async function comesBack(stage: Stage, referral: Referral, first: Actor, second: Actor): Promise<void> {
  const unit = stage.agency(UNIT.agency);
  const holder = stage.person('JP-NCP', 'officer-1');
  const path = `/v1/referrals/${referral.id}`;
  const nothing = 'REFERRAL_NOT_FOUND';
  const letIn = async (why: string): Promise<void> => {
    const proposal = await proposed(first, `proposes ${why}`, UNIT);
    await second.does('admits it', `/v1/membership/agencies/${UNIT.agency}/admit`, { proposal });
    await unit.comesToBeShutOut('is let in, and no party of the hotline’s report', path, nothing);
  };
  const asks = { purpose: 'INVESTIGATE', extent: 'CASE' };
  const forAYear = async (): Promise<void> => {
    const until = new Date((await stage.now()) + YEAR_MS).toISOString();
    await unit.comesToDo('asks to see it', `${path}/request-access`, asks);
    await holder.says('opens it for a year', referral, 'grant-access', {
      requester: UNIT.agency,
      extent: 'CASE',
      until,
    });
    await unit.sees('the whole case', referral, { access: 'CASE' });
  };

  await letIn('a unit of the same country');
  await forAYear();
  await letGo(UNIT.agency, 'a month later: proposes that the unit leaves', first, second);
  await unit.comesToBeShutOut('is let in no more', path, 'AGENCY_LEFT');
  await letIn('the unit again');
  await unit.isShownNothing('of what was opened to it before it left', path, referral.position);
  await unit.isTold('nor told anything of it', referral, []);
  await forAYear();
  await letGo(UNIT.agency, 'proposes that the unit leaves again', first, second);
}

export const joiningAndLeaving: Story = {
  number: 14,
  title: 'Joining and leaving',
  teaches:
    'Two people let an agency in and let it go; what is opened to others ends by itself, and with their membership; the history of it all stays.',

  async play(stage) {
    const [first, second] = [stage.operator(1), stage.operator(2)];
    const hotline = stage.agency('CA-HOTLINE');
    const officer = stage.agency('BUS-DPO', { purpose: 'AUDIT' });

    const proposal = await proposed(first, 'proposes a hotline', HOTLINE);
    await first.isRefused(
      'cannot admit what it proposed',
      '/v1/membership/agencies/CA-HOTLINE/admit',
      { proposal },
      'SECOND_PERSON_REQUIRED',
    );
    await second.does('admits it', '/v1/membership/agencies/CA-HOTLINE/admit', { proposal });
    await conform(stage, hotline, first);

    await openForADay(stage, hotline);

    const live = await hotline.submits('hands its next report over', {
      ...report(stage.reference('NEXT'), 'JP-NCP'),
      synthetic: false,
    });
    await stage.agency('JP-NCP').sees('a real referral', live, { status: 'SUBMITTED', synthetic: false });

    await comesBack(stage, live, first, second);

    const left = await letGo('CA-HOTLINE', 'a year later: proposes that the hotline leaves', first, second);
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
    await first.reads('when it came and went', '/v1/membership/agencies/CA-HOTLINE', { status: 'LEFT' }, left);
    await stage.agency('JP-NCP').sees('what it was sent, as ever', live, { from: { agency: 'CA-HOTLINE' } });
    await officer.comesToSee(
      'its history, event by event, with the place of each in the tree',
      `/v1/audit/trace/${live.id}`,
      {
        items: [{ type: 'ReferralSubmitted' }, { type: 'PrioritySet' }, ...OPENED, ...OPENED],
      },
    );
  },
};
