import { describe, expect, it } from '@jest/globals';
import { given, party, prioritised, refusalOf, submission, submitted } from '../leg/leg.fixtures.js';
import { leg, type LegCommand } from '../leg/leg.js';
import { type Role, roles } from '../membership/roles.js';
import { contentDigest } from './release.js';
import { say, told } from './words.fixtures.js';

type Submitting = 'SubmitReferral' | 'RequestRelease' | 'ApproveRelease';

/** Said in the role, of an agency that may set priorities unless told otherwise. */
const saidIn = (type: Submitting, role: Role, agency: { setsPriority?: boolean; person?: string } = {}): LegCommand => {
  const { person = 'p-1', ...rights } = agency;
  return { ...say(type, { person, data: { from: { ...party('US-CLEAR'), role } } }), ...rights };
};

const standingOf = (command: LegCommand): unknown => {
  const [event] = leg.decide(command, leg.initialState());
  return event?.type === 'ReferralSubmitted' ? event.data.priorityStanding : event;
};

describe('the priority of a submission (vocabulary 6, 1.4 R1.1)', () => {
  it('is set by roles that may set one, and by those that may raise: nothing was said that they would lower', () => {
    expect(standingOf(saidIn('SubmitReferral', 'LE_UNIT'))).toBe('SET');
    expect(standingOf(saidIn('SubmitReferral', 'CHILD_PROT'))).toBe('SET');
  });

  it('is recorded as proposed where the role proposes, and drives until the receiver has decided', () => {
    const hotline = { ...party('US-CLEAR'), role: 'HOTLINE' };
    given([])
      .when(saidIn('SubmitReferral', 'HOTLINE'))
      .then([submitted({ from: hotline, priorityStanding: 'PROPOSED' }), prioritised('P3')]);
  });

  it.each(['LE_UNIT', 'CHILD_PROT', 'HOTLINE'] as const)(
    'is a proposal of an agency that may set none, whatever its role: %s',
    (role) => expect(standingOf(saidIn('SubmitReferral', role, { setsPriority: false }))).toBe('PROPOSED'),
  );

  it('is refused to roles that say nothing of it, before anybody is asked to release', () => {
    for (const type of ['SubmitReferral', 'RequestRelease'] as const)
      given([]).when(saidIn(type, 'RESEARCH')).thenRefused('ROLE_MAY_NOT_SET_PRIORITY');
  });

  it('is refused for exactly those that the table says no of', () => {
    const refused = (Object.keys(roles) as Role[]).filter((role) =>
      refusalOf(() => leg.decide(saidIn('SubmitReferral', role), leg.initialState())),
    );
    expect(refused).toEqual(['INDUSTRY_SIGNAL', 'DPA_COMPLIANCE', 'OVERSIGHT', 'SCHEME_ADMIN', 'RESEARCH']);
  });

  it('is worth what the one who asked may say, whoever releases it', () => {
    const [from, to] = [{ ...party('US-CLEAR'), role: 'HOTLINE' }, party('PH-WCPC')];
    const content = contentDigest(submission, { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] });
    const asked = told('ReleaseRequested', { from, to, reference: null, priority: 'P3', content });
    given([asked])
      .when(saidIn('ApproveRelease', 'NCP_LE', { person: 'p-2' }))
      .then([
        told('ReleaseApproved', { by: 'US-CLEAR', content }),
        submitted({ from, priorityStanding: 'PROPOSED' }),
        prioritised('P3'),
      ]);
  });

  it('on an onward leg is carried on, whatever the role of who passes it on', () => {
    const onward = {
      ...{ origin: 'US.1.0198c1f0-0000-7000-8000-000000000001', parent: 'US.1.0198c1f0-0000-7000-8000-000000000001' },
      ...{ hop: 1, chain: [{ agency: 'US-CLEAR', country: 'US' }], from: { ...party('GB-NCP'), role: 'RESEARCH' } },
    };
    expect(standingOf(say('SubmitReferral', { by: 'BUS-POLICY', data: onward }))).toBeNull();
  });
});
