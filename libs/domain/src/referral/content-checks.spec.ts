import { describe, it } from '@jest/globals';
import { EVIDENCE_KINDS } from '#libs/contracts';
import type { CrossBorder, Evidence } from '#libs/contracts';
import { given } from '../leg/leg.fixtures.js';
import { say } from './words.fixtures.js';

const letter: Evidence = {
  reference: 'case-17/order.2',
  kind: 'LEGAL_ORDER',
  holder: 'US-CLEAR',
  mediaType: 'application/pdf',
  size: 120_000,
  sha256: Buffer.alloc(32, 7),
};
const submitting = (evidence: Evidence[]) => given([]).when(say('SubmitReferral', { data: { evidence } }));

describe('evidence by reference (features A16)', () => {
  const allowed = ['LEGAL_ORDER', 'PRESERVATION_LETTER', 'CONSENT_FORM', 'TRANSLATION', 'CASE_DOCUMENT'];
  it.each(EVIDENCE_KINDS)('of kind %s has a digest only if it is a document of the allowed kinds', (kind) => {
    submitting([{ ...letter, kind, sha256: null }]).thenTypes('ReferralSubmitted', 'PrioritySet');
    if (allowed.includes(kind)) submitting([{ ...letter, kind }]).thenTypes('ReferralSubmitted', 'PrioritySet');
    else submitting([{ ...letter, kind }]).thenRefused('EVIDENCE_DIGEST_FORBIDDEN', { kind });
  });
  it.each(['image/jpeg', 'video/mp4', 'audio/ogg', 'application/zip', null])(
    'has no digest when it is written as %s, whatever kind it is said to be',
    (mediaType) => submitting([{ ...letter, mediaType }]).thenRefused('EVIDENCE_DIGEST_FORBIDDEN'),
  );
  it.each([
    { ...letter, reference: 'a file that shows something' },
    { ...letter, reference: '' },
    { ...letter, mediaType: 'not a type' },
    { ...letter, size: -1 },
  ])('is a reference and not a description: %j', (evidence) =>
    submitting([evidence]).thenRefused('EVIDENCE_MALFORMED'),
  );
  it('is of a known kind', () => submitting([{ ...letter, kind: 'UNKNOWN' }]).thenRefused('CODE_UNKNOWN'));
  it('is not more than one statement can carry', () =>
    submitting(Array.from({ length: 51 }, () => letter)).thenRefused('EVIDENCE_EXHAUSTED', { limit: 50 }));
});

describe('facts across borders (vocabulary 3.4)', () => {
  const facts: CrossBorder = {
    types: ['PROVIDER_ABROAD'],
    dualCriminality: null,
    dualCriminalityWaiver: null,
    extraditionFlag: 'NONE',
    childDefinitionConflict: null,
  };
  const stating = (crossBorder: Partial<CrossBorder>) =>
    given([]).when(say('SubmitReferral', { data: { crossBorder: { ...facts, ...crossBorder } } }));

  it('say why dual criminality is not required', () => {
    stating({ dualCriminality: 'NOT_REQUIRED' }).thenRefused('DUAL_CRIMINALITY_REASON_REQUIRED');
    stating({ dualCriminality: 'NOT_REQUIRED', dualCriminalityWaiver: 'NATIONAL_LAW' }).thenTypes(
      'ReferralSubmitted',
      'PrioritySet',
    );
  });
  it('say so only then', () =>
    stating({ dualCriminality: 'MET', dualCriminalityWaiver: 'BUDAPEST_29_3' }).thenRefused('REASON_NOT_APPLICABLE'));
  it.each([
    { types: ['UNKNOWN' as const] },
    { dualCriminality: 'UNKNOWN' as const },
    { extraditionFlag: 'UNKNOWN' as const },
  ])('have known codes: not %j', (unknown) => stating(unknown).thenRefused('CODE_UNKNOWN'));
  it('name countries by two letters', () =>
    given([])
      .when(say('SubmitReferral', { data: { nexus: [{ country: 'PHL', basis: 'UNKNOWN', confidence: 'LOW' }] } }))
      .thenRefused('COUNTRY_MALFORMED'));
  it('name the procedure asked for by reference, never in words (Budapest 27(3))', () =>
    given([])
      .when(say('SubmitReferral', { data: { procedureRequested: 'please hear the witness on video' } }))
      .thenRefused('NOTE_MALFORMED', { field: 'procedureRequested' }));
});
