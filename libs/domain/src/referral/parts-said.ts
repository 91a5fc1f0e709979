import { DomainError } from '#libs/kernel';
import type { Additions, EventData, Nexus } from '#libs/contracts';
import { admit } from './admission.js';
import type { Admission } from './admission.js';
import type { CorrectReferral, EnterPartInError, EnterReferralInError, SupplementReferral } from './commands.js';
import {
  checkAdditions,
  checkCountries,
  checkCrossBorder,
  checkEvidence,
  checkNexus,
  requireCode,
  requireReference,
} from './content-checks.js';
import type { PartEvent } from './evolve-parts.js';
import type { ReferralWord } from './judged.js';
import { LIMITS } from './limits.js';
import { obligationBy } from './obligation.js';
import { checkOutcomes, requireStaysClosed } from './outcome.js';
import { countParts, findPart } from './parts.js';
import type { PartKind } from './parts.js';
import type { ReferralRelated } from './related.js';
import { passesOn } from './passing-on.js';
import type { Referral, Submitted } from './state.js';
import type { Speaker } from './transitions/transition.js';
import { checkIncident } from './submission.js';
import { judgedWaiverOf } from './waiver.js';

/** Adds to a part of the case, by who said that part (vocabulary 2.3). */
export function supplement(command: SupplementReferral, state: Referral, related: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  requireReference('note', data.note);
  checkAdditions(data.additions);
  if (data.note === null && isEmpty(data.additions)) throw new DomainError('SUPPLEMENT_EMPTY', {}, 422);
  const admitted = admit(command, state);
  if (!admitted) return [];
  const { id, version } = ownPart(admitted, data, command.versionThere);
  requireRoom(admitted);
  requireRoomForCountries(admitted, data.additions.nexus);
  const by = originator(admitted, meta.actor.agency);
  const waiverJudgedBy = judgedWaiverOf(data.additions.crossBorder, admitted, command, related);
  const obligation = obligationBy(data.additions.crossBorder?.extraditionFlag);
  return saidOf(admitted, {
    type: 'Supplemented',
    data: { ...data, part: id, version: version + 1, waiverJudgedBy, obligation, by },
  });
}

/** Replaces what was said in a part of the case, by who said it (vocabulary 2.4 I7). */
export function correct(command: CorrectReferral, state: Referral, related: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  checkReplacement(data, meta.now);
  const admitted = admit(command, state);
  if (!admitted) return [];
  const { id, kind, version } = ownPart(admitted, data, command.versionThere);
  const foreign = replacedBy(data).find((field) => !fieldsOf(kind).includes(field));
  if (foreign !== undefined) throw new DomainError('CORRECTION_UNSUITABLE', { field: foreign });
  requireRoomForCountries(admitted, data.nexus ?? []);
  const by = originator(admitted, meta.actor.agency);
  const waiverJudgedBy = judgedWaiverOf(data.crossBorder, admitted, command, related);
  const obligation = obligationBy(data.crossBorder?.extraditionFlag);
  return saidOf(admitted, {
    type: 'Corrected',
    data: { ...data, part: id, version: version + 1, waiverJudgedBy, obligation, by },
  });
}

/** A part counts no more; the case goes on. */
export function enterPartInError(command: EnterPartInError, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  checkError(data);
  const admitted = admit(command, state);
  if (!admitted) return [];
  const { id } = ownPart(admitted, data);
  if (id === null) throw partNotFound();
  const by = originator(admitted, meta.actor.agency);
  return saidOf(admitted, { type: 'EnteredInError', data: { ...data, part: id, by } });
}

/** What was submitted should never have been: the whole leg ends. */
export function enterReferralInError(command: EnterReferralInError, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  checkError(data);
  const admitted = admit(command, state);
  if (!admitted) return [];
  ownPart(admitted, { part: null, carried: data.carried });
  return [{ type: 'EnteredInError', data: { ...data, part: null, by: originator(admitted, meta.actor.agency) } }];
}

function saidOf(admitted: Admission, word: ReferralWord & PartEvent): ReferralWord[] {
  requireStaysClosed(admitted, word);
  return [word];
}

/**
 * Each party has room of its own, so that who says much keeps nobody else from speaking. What the bus carries on needs none: it was
 * admitted where it was said, and has to reach the holder (vocabulary 2.4 I7).
 */
function requireRoom({ speaker, state: { parts } }: Admission): void {
  if (speaker === 'POLICY') return;
  const limit = LIMITS.supplements;
  const own: PartKind = speaker === 'RECEIVER' ? 'RECEIVER_SUPPLEMENT' : 'SENDER_SUPPLEMENT';
  if (countParts(parts, own) >= limit) throw new DomainError('SUPPLEMENTS_EXHAUSTED', { limit });
}

function requireRoomForCountries({ speaker, state }: Admission, nexus: readonly Nexus[]): void {
  if (speaker !== 'POLICY') checkCountries(state, nexus);
}

interface NamedPart {
  readonly id: string | null;
  readonly kind: PartKind | 'SUBMISSION';
  readonly version: number;
}

/**
 * The part that is spoken of, if it is the speaker's own. The bus speaks for the sender of an onward leg, and only to pass on
 * what was said on an earlier one.
 * @throws DomainError 404 PART_NOT_FOUND, 409 PART_NOT_YOURS, 422 ONWARD_FIELDS_FORBIDDEN
 */
function ownPart(
  admitted: Admission,
  { part, carried }: Pick<EventData<'Supplemented'>, 'part' | 'carried'>,
  versionThere?: number,
): NamedPart {
  const { speaker, state } = admitted;
  const byBus = passesOn(admitted, carried);
  const named = findNamed(state, part) ?? (byBus ? forgotten(part, versionThere) : null);
  if (!named) throw partNotFound();
  if (!originators[named.kind].includes(speaker)) throw new DomainError('PART_NOT_YOURS');
  return named;
}

const originators: Readonly<Record<NamedPart['kind'], readonly Speaker[]>> = {
  SUBMISSION: ['SENDER', 'POLICY'],
  INFORMATION: ['SENDER'],
  SENDER_SUPPLEMENT: ['SENDER'],
  CARRIED_SUPPLEMENT: ['POLICY'],
  RECEIVER_SUPPLEMENT: ['RECEIVER'],
  OUTCOME: ['RECEIVER'],
  FINAL_OUTCOME: ['RECEIVER'],
};

function findNamed(state: Submitted, part: string | null): NamedPart | null {
  if (part === null || part === state.submission) return { id: null, kind: 'SUBMISSION', version: state.version ?? 1 };
  const found = findPart(state.parts, part);
  return found && { id: part, ...found };
}

/**
 * A part that the bus names by an event of this leg, and that the state has no room to remember. It is changed here whenever it is
 * changed on the leg before, and never else: so it has the version that it has there, or would have if no change had been carried
 * too late to be said.
 * @param versionThere absent where no version follows
 */
function forgotten(part: string | null, versionThere = 2): NamedPart | null {
  return part === null ? null : { id: part, kind: 'CARRIED_SUPPLEMENT', version: versionThere - 1 };
}

const partNotFound = (): DomainError => new DomainError('PART_NOT_FOUND', {}, 404);

/** Whose words they are on this leg: where the bus passes them on, the sender's. */
function originator({ speaker, state }: Admission, agency: string): string {
  return speaker === 'POLICY' ? state.sender : agency;
}

const replaceable = [
  'reference',
  'reporter',
  'incident',
  'modifiers',
  'files',
  'nexus',
  'evidence',
  'crossBorder',
  'outcomes',
  'subjects',
] as const satisfies readonly (keyof CorrectReferral['data'])[];
type Replaceable = (typeof replaceable)[number];

function replacedBy(data: CorrectReferral['data']): Replaceable[] {
  return replaceable.filter((field) => data[field] !== null);
}

const ofEveryContent = ['files', 'nexus', 'evidence', 'crossBorder', 'subjects'] as const;

function fieldsOf(kind: NamedPart['kind']): readonly Replaceable[] {
  switch (kind) {
    case 'SUBMISSION':
      return ['reference', 'reporter', 'incident', ...ofEveryContent];
    case 'INFORMATION':
    case 'SENDER_SUPPLEMENT':
    case 'RECEIVER_SUPPLEMENT':
    case 'CARRIED_SUPPLEMENT':
      return ['modifiers', ...ofEveryContent];
    case 'OUTCOME':
    case 'FINAL_OUTCOME':
      return ['outcomes'];
  }
}

function checkReplacement(data: CorrectReferral['data'], now: number): void {
  requireCode('reason', data.reason);
  requireReference('note', data.note);
  if (replacedBy(data).length === 0) throw new DomainError('CORRECTION_EMPTY', {}, 422);
  if (data.incident) checkIncident(data.incident, now);
  data.modifiers?.forEach((modifier) => requireCode('modifiers', modifier));
  checkNexus(data.nexus ?? []);
  // What is carried on replaces the submission by all that was said of the case before, in however many statements.
  checkEvidence(data.evidence ?? [], data.carried === null ? LIMITS.evidence : Infinity);
  checkCrossBorder(data.crossBorder);
  if (data.outcomes) checkOutcomes(data.outcomes, now);
}

function checkError({ reason, note }: Pick<EventData<'EnteredInError'>, 'reason' | 'note'>): void {
  requireCode('reason', reason);
  requireReference('note', note);
}

function isEmpty({ crossBorder, ...lists }: Additions): boolean {
  return crossBorder === null && Object.values(lists).every(({ length }) => length === 0);
}
