import { DomainError } from '#libs/kernel';
import type { Additions, CrossBorder, Evidence, EvidenceKind, Nexus } from '#libs/contracts';
import { together } from './countries.js';
import { LIMITS } from './limits.js';
import type { Submitted } from './state.js';

/** @throws DomainError 422 CODE_REQUIRED for an empty list, CODE_UNKNOWN for a code of a newer list: unknown means deny */
export function requireCodes(field: string, codes: readonly string[]): void {
  if (codes.length === 0) throw new DomainError('CODE_REQUIRED', { field }, 422);
  codes.forEach((code) => requireCode(field, code));
}

/** @throws DomainError 422 CODE_UNKNOWN */
export function requireCode(field: string, code: string | null): void {
  if (code === 'UNKNOWN') throw new DomainError('CODE_UNKNOWN', { field }, 422);
}

/** One word of the characters that references have: a sentence, and with it a description, does not fit. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/;

/** @throws DomainError 422 NOTE_MALFORMED: notes stay with their agency, only their reference travels */
export function requireReference(field: string, reference: string | null): void {
  if (reference !== null && !REFERENCE.test(reference)) throw new DomainError('NOTE_MALFORMED', { field }, 422);
}

/** @throws DomainError 422 TIME_ABSURD unless `now < at`, and `at <= latest` where there is a latest */
export function requireFuture(field: string, at: number | null, now: number, latest = Infinity): void {
  if (at !== null && (at <= now || at > latest)) throw new DomainError('TIME_ABSURD', { field }, 422);
}

/** Kinds of document that may have a digest; everything else never (features A16: no digest of imagery, sound or chat). */
const kindsWithDigest: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'LEGAL_ORDER',
  'PRESERVATION_LETTER',
  'CONSENT_FORM',
  'TRANSLATION',
  'CASE_DOCUMENT',
]);

/** What such a document is written in; a scan as an image has no digest either, since the bus cannot see what it shows. */
const mediaTypesWithDigest: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/json',
  'application/xml',
  'application/msword',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
  'text/xml',
]);

const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,63}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}$/;

/** @throws DomainError 422 EVIDENCE_EXHAUSTED, EVIDENCE_MALFORMED, EVIDENCE_DIGEST_FORBIDDEN, CODE_UNKNOWN */
export function checkEvidence(evidence: readonly Evidence[], limit: number = LIMITS.evidence): void {
  if (evidence.length > limit) throw new DomainError('EVIDENCE_EXHAUSTED', { limit }, 422);
  for (const { reference, kind, mediaType, size, sha256 } of evidence) {
    requireCode('kind', kind);
    const wellFormed = REFERENCE.test(reference) && (mediaType === null || MEDIA_TYPE.test(mediaType));
    if (!wellFormed || (size !== null && size < 0)) throw new DomainError('EVIDENCE_MALFORMED', {}, 422);
    if (sha256 === null) continue;
    if (!kindsWithDigest.has(kind) || mediaType === null || !mediaTypesWithDigest.has(mediaType))
      throw new DomainError('EVIDENCE_DIGEST_FORBIDDEN', { kind, mediaType }, 422);
  }
}

/** @throws DomainError 422 DUAL_CRIMINALITY_REASON_REQUIRED, REASON_NOT_APPLICABLE, CODE_UNKNOWN (vocabulary 3.4) */
export function checkCrossBorder(facts: CrossBorder | null): void {
  if (facts === null) return;
  const { types, dualCriminality, dualCriminalityWaiver, extraditionFlag } = facts;
  types.forEach((type) => requireCode('crossBorderTypes', type));
  requireCode('dualCriminality', dualCriminality);
  requireCode('dualCriminalityWaiver', dualCriminalityWaiver);
  requireCode('extraditionFlag', extraditionFlag);
  if (dualCriminality === 'NOT_REQUIRED' && dualCriminalityWaiver === null)
    throw new DomainError('DUAL_CRIMINALITY_REASON_REQUIRED', {}, 422);
  if (dualCriminality !== 'NOT_REQUIRED' && dualCriminalityWaiver !== null)
    throw new DomainError('REASON_NOT_APPLICABLE', { field: 'dualCriminalityWaiver' }, 422);
}

/** @throws DomainError 422 */
export function checkAdditions({ modifiers, nexus, evidence, crossBorder, files }: Additions): void {
  modifiers.forEach((modifier) => requireCode('modifiers', modifier));
  files.forEach(({ kind }) => requireCode('files', kind));
  checkNexus(nexus);
  checkEvidence(evidence);
  checkCrossBorder(crossBorder);
}

/**
 * Unknown is a basis that may be said (vocabulary 3.4): a link of which no more is known. A code of a newer list is read as the same,
 * so nothing follows from either; only the country must be one.
 * @throws DomainError 422 COUNTRY_MALFORMED
 */
export function checkNexus(nexus: readonly Nexus[]): void {
  if (nexus.some(({ country }) => !isCountry(country))) throw new DomainError('COUNTRY_MALFORMED', {}, 422);
}

/** Two capital letters; whether such a country exists is the door's to know. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code);
}

/** @throws DomainError 409 NEXUS_COUNTRIES_EXHAUSTED when the case would concern more countries than a leg keeps */
export function checkCountries(state: Pick<Submitted, 'countries' | 'custodyApart'>, nexus: readonly Nexus[]): void {
  if (together(state, nexus).length > LIMITS.countries)
    throw new DomainError('NEXUS_COUNTRIES_EXHAUSTED', { limit: LIMITS.countries });
}
