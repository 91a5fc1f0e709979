import { describe, expect, it } from '@jest/globals';
import { DAY, folded, given, NOW, party, prioritised, submission, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import { happened } from './histories.fixtures.js';
import { contentDigest } from './release.js';
import { say, told } from './words.fixtures.js';

const grade = { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] } as const;
const content = contentDigest(submission, grade);
const asked = told('ReleaseRequested', {
  from: party('US-CLEAR'),
  to: party('PH-WCPC'),
  reference: 'CT-2026-1',
  priority: 'P3',
  content,
});
const released = told('ReleaseApproved', { by: 'US-CLEAR', content });
const refused = told('ReleaseRefused', { by: 'US-CLEAR', reason: 'WRONG_RECIPIENT', note: null });

describe('a referral that a second person must release (features B12)', () => {
  it('is not submitted without it', () =>
    given([])
      .when({ ...say('SubmitReferral'), needsRelease: true } as ReturnType<typeof say>)
      .thenRefused('RELEASE_REQUIRED'));
  it('is asked for by a person, without a word of its content but a digest', () =>
    given([]).when(say('RequestRelease')).then([asked]));
  it('is not asked for by a machine', () =>
    given([])
      .when(say('RequestRelease', { person: null }))
      .thenRefused('PERSON_REQUIRED'));
  it('is asked for in sound words only', () => {
    given([])
      .when(say('RequestRelease', { data: { to: party('US-CLEAR') } }))
      .thenRefused('RECIPIENT_IS_SENDER');
    given([])
      .when(say('RequestRelease', { level: 'UNKNOWN' }))
      .thenRefused('PRIORITY_UNKNOWN');
  });
});

describe('a release that was asked for', () => {
  const waiting = [asked];
  it('submits the referral with its priority, when another person gives it', () =>
    given(waiting)
      .when(say('ApproveRelease', { person: 'p-2' }))
      .then([released, submitted(), prioritised('P3')]));
  it('is given in the name of who asked, whatever the role of who gives it', () => {
    const supervisor = { ...party('US-CLEAR'), role: 'NCP_LE' };
    given(waiting)
      .when(say('ApproveRelease', { person: 'p-2', data: { from: supervisor } }))
      .then([released, submitted(), prioritised('P3')]);
  });
  it('is not given by who asked, nor refused by who asked', () => {
    given(waiting).when(say('ApproveRelease')).thenRefused('SECOND_PERSON_REQUIRED');
    given(waiting).when(say('RefuseRelease')).thenRefused('SECOND_PERSON_REQUIRED');
  });
  it('is not given by a machine', () =>
    given(waiting)
      .when(say('ApproveRelease', { person: null }))
      .thenRefused('PERSON_REQUIRED'));
  it('is given for exactly what was asked for', () => {
    given(waiting)
      .when(say('ApproveRelease', { person: 'p-2', data: { reference: 'another' } }))
      .thenRefused('RELEASE_CONTENT_DIFFERS');
    given(waiting)
      .when(say('ApproveRelease', { person: 'p-2', level: 'P4' }))
      .thenRefused('RELEASE_CONTENT_DIFFERS');
  });
  it('does not exist for anybody but the sender', () => {
    for (const by of ['PH-WCPC', 'GB-NCP', 'BUS-POLICY'])
      given(waiting)
        .when(say('ApproveRelease', { by, person: 'p-2' }))
        .thenRefused('REFERRAL_NOT_FOUND');
    given(waiting).when(say('ReceiveReferral')).thenRefused('REFERRAL_NOT_FOUND');
    given(waiting).when(say('RequestAccess')).thenRefused('REFERRAL_NOT_FOUND');
    given(waiting)
      .when(say('RequestRelease', { by: 'GB-NCP', data: { from: party('GB-NCP') } }))
      .thenRefused('REFERRAL_NOT_FOUND');
  });
  it('keeps the referral from being submitted otherwise, or withdrawn before it exists', () => {
    given(waiting).when(say('SubmitReferral')).thenRefused('RELEASE_REQUIRED');
    given(waiting).when(say('WithdrawReferral')).thenRefused('REFERRAL_TRANSITION_ILLEGAL', { status: 'NONE' });
  });
  it('is asked for again in the same words without a new event, in other words not before it is decided', () => {
    given(waiting).when(say('RequestRelease')).thenNothing();
    given(waiting)
      .when(say('RequestRelease', { data: { reference: 'another' } }))
      .thenRefused('RELEASE_PENDING');
  });
  it('is refused with a ground, and may then be asked for again', () => {
    given(waiting)
      .when(say('RefuseRelease', { person: 'p-2' }))
      .then([refused]);
    given([asked, refused])
      .when(say('ApproveRelease', { person: 'p-2' }))
      .thenRefused('RELEASE_NOT_PENDING');
    given([asked, refused]).when(say('SubmitReferral')).thenRefused('RELEASE_REQUIRED');
    given([asked, refused]).when(say('RequestRelease')).then([asked]);
  });
  it('is over when the referral is submitted', () => {
    const sent = folded([asked, released, submitted(), prioritised('P3'), happened.received]);
    given([], sent)
      .when(say('ApproveRelease', { person: 'p-2' }))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL');
    given([], sent).when(say('RequestRelease')).thenRefused('REFERRAL_EXISTS');
    expect(leg.decide(say('AcknowledgeReferral'), sent)).toHaveLength(1);
  });
});

describe('the digest of what is to be released', () => {
  it('does not depend on who says it, nor on the order of names', () => {
    const { from: _from, ...rest } = submission;
    expect(contentDigest({ ...rest, from: party('GB-NCP') }, grade)).toEqual(content);
  });
  it('is the same for ever', () =>
    expect(
      contentDigest(
        {
          ...submission,
          nexus: [],
          incident: { ...submission.incident, occurredAt: NOW - DAY },
          evidence: [
            {
              reference: 'doc-1',
              kind: 'LEGAL_ORDER',
              holder: 'US-CLEAR',
              mediaType: 'application/pdf',
              size: 1,
              sha256: Buffer.alloc(32, 1),
            },
          ],
        },
        grade,
      ).toString('hex'),
    ).toBe('0bc5fcf11c10230cd456387ca1351887bc7b067ac70b44ca00a848dba5e05793'));
});
