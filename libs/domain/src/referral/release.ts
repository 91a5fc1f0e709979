import { createHash } from 'node:crypto';
import { DomainError } from '#libs/kernel';
import type { CommandMeta } from '#libs/kernel';
import type { Graded } from '../escalation/state.js';
import { illegal, requirePerson, requireSpeaker, unknownReferral } from './admission.js';
import type { ApproveRelease, RefuseRelease, RequestRelease, Submission } from './commands.js';
import { requireCode, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import type { ReferralRelated } from './related.js';
import type { Referral, Release } from './state.js';
import { asSubmitted, checkSubmission, judgedAt, requireOwnLeg, standingOfPriority } from './submission.js';

/** What one person of the sender wants submitted; until another has released it, nobody else knows of it (features B12). */
export function requestRelease(
  { data, priority, meta, setsPriority }: RequestRelease,
  state: Referral,
  { rulebook }: ReferralRelated,
): ReferralWord[] {
  const { actor } = meta;
  if (state.status !== 'NONE') throw new DomainError('REFERRAL_EXISTS');
  if (state.release && state.release.from.agency !== actor.agency) throw unknownReferral();
  const content = contentDigest(data, priority);
  if (state.release?.content === content.toString('base64url')) return [];
  if (state.release?.content) throw new DomainError('RELEASE_PENDING');
  requirePerson(actor);
  requireOwnLeg(data, actor);
  checkSubmission(data, priority, meta);
  judgedAt(data, rulebook, meta.now);
  standingOfPriority(data, setsPriority);
  const { from, to, reference } = data;
  return [{ type: 'ReleaseRequested', data: { from, to, reference, priority: priority.level, content } }];
}

/** Only what was asked for, and only by another person, is submitted; in the name of the one who asked. */
export function approveRelease(
  command: ApproveRelease,
  state: Referral,
  { rulebook }: ReferralRelated,
): ReferralWord[] {
  const { data, priority, meta, setsPriority } = command;
  const { from, content } = pendingRelease('ApproveRelease', state, meta);
  const said = contentDigest(data, priority);
  if (said.toString('base64url') !== content) throw new DomainError('RELEASE_CONTENT_DIFFERS');
  const submission = { ...data, from };
  requireOwnLeg(submission, meta.actor);
  checkSubmission(submission, priority, meta);
  const priorityStanding = standingOfPriority(submission, setsPriority);
  return [
    { type: 'ReleaseApproved', data: { by: from.agency, content: said } },
    {
      type: 'ReferralSubmitted',
      data: asSubmitted(submission, priorityStanding, judgedAt(submission, rulebook, meta.now)),
    },
  ];
}

export function refuseRelease({ data, meta }: RefuseRelease, state: Referral): ReferralWord[] {
  requireCode('reason', data.reason);
  requireReference('note', data.note);
  const { from } = pendingRelease('RefuseRelease', state, meta);
  return [{ type: 'ReleaseRefused', data: { ...data, by: from.agency } }];
}

/** @throws DomainError 404, 409 RELEASE_NOT_PENDING, SECOND_PERSON_REQUIRED, 422 PERSON_REQUIRED */
function pendingRelease(
  command: 'ApproveRelease' | 'RefuseRelease',
  state: Referral,
  { actor }: CommandMeta,
): Release & { readonly content: string } {
  requireSpeaker(['SENDER'], state, actor);
  if (state.status !== 'NONE') throw illegal(command, state);
  const { release } = state;
  if (!release?.content) throw new DomainError('RELEASE_NOT_PENDING');
  if (requirePerson(actor) === release.person) throw new DomainError('SECOND_PERSON_REQUIRED');
  return { ...release, content: release.content };
}

/** SHA-256 of what is to be submitted with its priority, whoever says it: the same content has the same digest. */
export function contentDigest({ from: _from, exercise, ...said }: Submission, priority: Graded): Buffer {
  // outside of an exercise as it was before there were any
  const content = { ...said, exercise: exercise ?? undefined };
  return createHash('sha256').update(canonical({ content, priority })).digest();
}

/** JSON with sorted names and without what is absent; bytes in hex. */
function canonical(value: unknown): string {
  if (Buffer.isBuffer(value)) return JSON.stringify(value.toString('hex'));
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const named = Object.entries(value as Record<string, unknown>).filter(([, each]) => each !== undefined);
  return `{${named
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join()}}`;
}
