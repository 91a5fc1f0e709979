import type { DocumentKind, OpenProposal } from './state.js';

/** What a proposal may be commented on for, in months (vocabulary 9). */
export const COMMENT_MONTHS = 2;

/** How far the next version of a document has come. Between moves time alone leads on: from IN_COMMENT, and from PUBLISHED. */
export type ProposalStage = 'IN_COMMENT' | 'COMMENTED' | 'PUBLISHED' | 'IN_FORCE' | 'DECLINED' | 'WITHDRAWN';
type OpenStage = 'IN_COMMENT' | 'COMMENTED';

/** The event that makes a version of each kind known, in one step with the approval. */
export const PUBLICATIONS = {
  RULE_SET: 'RuleSetPublished',
  CODE_LIST: 'CodeListPublished',
  TREATY_STATUS: 'TreatyStatusPublished',
} as const satisfies Record<DocumentKind, string>;

interface Move {
  readonly from: readonly (OpenStage | 'NONE')[];
  readonly to: ProposalStage | 'STAYS';
}

/** What moves a proposal for a version of rules, of a list or of a treaty's status (features F4, vocabulary 9). */
export const proposalMoves = {
  ChangeProposed: { from: ['NONE'], to: 'IN_COMMENT' },
  ChangeCommented: { from: ['IN_COMMENT'], to: 'STAYS' },
  ChangeApproved: { from: ['COMMENTED'], to: 'PUBLISHED' },
  ChangeDeclined: { from: ['IN_COMMENT', 'COMMENTED'], to: 'DECLINED' },
  ChangeWithdrawn: { from: ['IN_COMMENT', 'COMMENTED'], to: 'WITHDRAWN' },
} as const satisfies Record<string, Move>;

/** The moment at which comments end belongs to both stages. @param now ms since 1970, UTC */
const isAt: Readonly<Record<OpenStage, (proposal: OpenProposal, now: number) => boolean>> = {
  IN_COMMENT: ({ commentsUntil }, now) => now <= commentsUntil,
  COMMENTED: ({ commentsUntil }, now) => now >= commentsUntil,
};

/** Whether an open proposal can be moved so now. @param now ms since 1970, UTC */
export function canBe(
  move: Exclude<keyof typeof proposalMoves, 'ChangeProposed'>,
  proposal: OpenProposal,
  now: number,
): boolean {
  return proposalMoves[move].from.some((stage) => isAt[stage](proposal, now));
}
