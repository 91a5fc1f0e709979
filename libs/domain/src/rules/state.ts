import type { ChangeEndReason } from '#libs/contracts';
import { DomainError } from '#libs/kernel';

/** What is versioned as data: rules that decide, lists of codes, and which States are party to an instrument. */
export const DOCUMENT_KINDS = ['RULE_SET', 'CODE_LIST', 'TREATY_STATUS'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A version of a document. Final: what follows is another version. Times are in ms since 1970, UTC. */
export interface Edition {
  readonly version: number;
  /** Its text, as JSON. */
  readonly document: string;
  readonly publishedAt: number;
  readonly inForceFrom: number;
  /** Published in an exercise: it holds for no real case. */
  readonly synthetic: boolean;
}

/** A proposal that is not approved. */
export interface OpenProposal {
  readonly kind: DocumentKind;
  readonly subject: string;
  readonly version: number;
  readonly document: string;
  readonly proposedAt: number;
  readonly commentsUntil: number;
  readonly inForceFrom: number;
  /** The person who proposed it: another one approves. */
  readonly by: string | null;
  readonly synthetic: boolean;
  readonly comments: readonly Comment[];
  /** The agency that proposed it; null where that was not recorded yet: then nobody can take it back. */
  readonly agency: string | null;
  /** The role in which it did; null where that was not recorded yet. */
  readonly role: string | null;
  /** The exercise that it was made in; null for a real one, and where that was not recorded yet. */
  readonly exercise: string | null;
}

/** Who said something of a rule. */
export interface Author {
  readonly agency: string;
  readonly role: string;
  /** Opaque reference of the person, where one said it. */
  readonly person: string | null;
}

/** A proposal that will not come into force. Its text is in the log. */
export interface EndedProposal extends Pick<
  OpenProposal,
  'kind' | 'subject' | 'version' | 'proposedAt' | 'synthetic' | 'exercise'
> {
  readonly end: 'DECLINED' | 'WITHDRAWN';
  readonly reason: ChangeEndReason;
  readonly by: string;
  readonly at: number;
  /** Who had proposed it; null where that was not recorded yet. */
  readonly author: Author | null;
}

export interface Comment {
  readonly at: number;
  readonly comment: string;
  /** Null where it was not recorded yet. */
  readonly author: Author | null;
}

/** Who made a proposal; null where it was not recorded yet. */
export const proposerOf = ({ agency, role, by: person }: OpenProposal): Author | null => authorOf(agency, role, person);

export const authorOf = (agency: string | null, role: string | null, person: string | null): Author | null =>
  agency === null || role === null ? null : { agency, role, person };

/** Every version of every document, and what is proposed. */
export interface Rules {
  /** By kind and subject, as `RULE_SET/referral`; versions in order, from 1. */
  readonly editions: Readonly<Record<string, readonly Edition[]>>;
  /** By id. */
  readonly proposals: Readonly<Record<string, OpenProposal>>;
  /** The newest of those that were declined or withdrawn, by id, the oldest first. */
  readonly ended: Readonly<Record<string, EndedProposal>>;
}

/** A document as it was parsed, before anything of it is believed. */
export type Content = Readonly<Record<string, unknown>>;

export const nameOf = (kind: DocumentKind, subject: string): string => `${kind}/${subject}`;

/** Those of real cases. */
export function editionsOf({ editions }: Rules, kind: DocumentKind, subject: string): readonly Edition[] {
  return (editions[nameOf(kind, subject)] ?? []).filter(({ synthetic }) => !synthetic);
}

/** The version that holds at a time; undefined before the first. */
export function findInForce<Each extends Pick<Edition, 'inForceFrom'>>(
  editions: readonly Each[],
  at: number,
): Each | undefined {
  return editions.filter(({ inForceFrom }) => inForceFrom <= at).at(-1);
}

/** @throws DomainError 409 for what is not open (any more) */
export function getProposal({ proposals }: Rules, change: string): OpenProposal {
  const open = Object.hasOwn(proposals, change) ? proposals[change] : undefined;
  if (!open) throw new DomainError('CHANGE_NOT_OPEN');
  return open;
}
