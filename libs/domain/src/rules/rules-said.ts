import { type Actor, DomainError } from '#libs/kernel';
import { requireOperator, requirePerson, requireSecond } from '../membership/deciding.js';
import { OPERATOR_ROLE } from '../membership/roles.js';
import type {
  ApproveDocument,
  CommentOnChange,
  DeclineDocument,
  FirstEdition,
  ProposeDocument,
  PublishFirst,
  WithdrawDocument,
} from './commands.js';
import { differencesOf } from './differences.js';
import { faultsOfDocument, isTranslation } from './document-faults.js';
import { instrumentsKnown } from './instruments.js';
import { canBe, COMMENT_MONTHS, PUBLICATIONS } from './proposal-moves.js';
import type { RulesEvent } from './rules-evolve.js';
import { newestTerms } from './reference-in-force.js';
import { editionsOf, getProposal, nameOf, type OpenProposal, type Rules } from './state.js';

/** Comments that a proposal keeps. */
const MOST_COMMENTS = 500;
/** Of one agency: nobody uses up what others have to say it in. */
const MOST_COMMENTS_OF_AGENCY = 20;
/** Proposals of one agency that are open at once: each is kept whole until it is decided on. */
const MOST_PROPOSALS_OF_AGENCY = 20;
/** Who answers for the lists, until agencies agree on others. */
const OWNER = 'SCHEME_ADMIN';

export function publishFirst({ data, meta: { now } }: PublishFirst, state: Rules): RulesEvent[] {
  return data.editions
    .filter(({ kind, subject }) => editionsOf(state, kind, subject).length === 0)
    .map((first) => {
      requireSound(state, first);
      return publication({ ...first, version: 1, inForceFrom: now }, null);
    });
}

export function propose({ data, meta: { actor, now } }: ProposeDocument, state: Rules): RulesEvent[] {
  requirePerson(actor);
  const { change, kind, subject, document, inForceFrom, synthetic } = data;
  requireSound(state, data);
  const whole = periodFrom(now);
  const commentsUntil = data.commentsUntil ?? whole;
  if (!synthetic && commentsUntil < whole) throw new DomainError('COMMENT_PERIOD_SHORT', {}, 422);
  if (inForceFrom < commentsUntil) throw new DomainError('IN_FORCE_TOO_EARLY', {}, 422);
  if (kind === 'CODE_LIST' && isTranslation(subject)) requireOneRow(state, data);
  requirePlace(state, data, actor);
  requireShare(state, data, actor);
  const version = nextVersion(state, data);
  const text = { document, version, commentsUntil, inForceFrom };
  const proposal = { change, kind, subject, reason: null, ...text };
  return [{ type: 'ChangeProposed', data: { ...proposal, proposer: actor.agency, proposerRole: actor.role } }];
}

/** Translations are approved row by row (vocabulary 5.2 R5.2). */
function requireOneRow(state: Rules, { subject, document }: ProposeDocument['data']): void {
  const last = editionsOf(state, 'CODE_LIST', subject).at(-1)?.document ?? '{"codes":{}}';
  const rows = differencesOf(last, document).filter(({ path }) => path !== '/codes');
  if (rows.length !== 1) throw new DomainError('TRANSLATION_NOT_ONE_ROW', { rows: rows.length }, 422);
}

export function comment({ data, meta: { actor, now } }: CommentOnChange, state: Rules): RulesEvent[] {
  const open = getProposal(state, data.change);
  if (!canBe('ChangeCommented', open, now)) throw new DomainError('COMMENT_PERIOD_OVER');
  requireRoomForComment(open, actor);
  return [{ type: 'ChangeCommented', data: { ...data, commenter: actor.agency, commenterRole: actor.role } }];
}

function requireRoomForComment({ comments }: OpenProposal, { agency }: Actor): void {
  const own = comments.filter(({ author }) => author?.agency === agency);
  if (own.length >= MOST_COMMENTS_OF_AGENCY)
    throw new DomainError('COMMENTS_EXHAUSTED', { limit: MOST_COMMENTS_OF_AGENCY });
  if (comments.length >= MOST_COMMENTS) throw new DomainError('COMMENTS_EXHAUSTED', { limit: MOST_COMMENTS });
}

/** By another person than the proposer, once everybody had time to comment, and only what still follows the last version. */
export function approve(
  { data: { change, synthetic }, meta: { actor, now } }: ApproveDocument,
  state: Rules,
): RulesEvent[] {
  requireOperator(actor);
  requirePerson(actor);
  const open = getProposal(state, change);
  if (synthetic !== open.synthetic) throw new DomainError('CHANGE_OF_EXERCISE');
  requireSecond(actor, open.by);
  if (!canBe('ChangeApproved', open, now))
    throw new DomainError('COMMENT_PERIOD_OPEN', { until: new Date(open.commentsUntil).toISOString() });
  const { kind, subject, version } = open;
  if (version !== nextVersion(state, open)) throw new DomainError('CHANGE_OUTDATED');
  // Nothing holds for what was decided before it was published, nor sooner than the version that it follows.
  return [
    { type: 'ChangeApproved', data: { change, kind, subject } },
    publication({ ...open, inForceFrom: Math.max(open.inForceFrom, now, latest(state, open)) }, change),
  ];
}

/** By another person than the proposer, at any time: nobody waits for the end of a period that changes nothing. */
export function decline({ data, meta: { actor } }: DeclineDocument, state: Rules): RulesEvent[] {
  requireOperator(actor);
  requirePerson(actor);
  const open = getEnding(state, data);
  requireSecond(actor, open.by);
  return [{ type: 'ChangeDeclined', data: endOf(data, open, actor) }];
}

/** By a person of the agency that proposed it, whoever that was there. */
export function withdraw({ data, meta: { actor } }: WithdrawDocument, state: Rules): RulesEvent[] {
  requirePerson(actor);
  const open = getEnding(state, data);
  if (open.agency !== actor.agency) throw new DomainError('CHANGE_OF_ANOTHER_AGENCY');
  return [{ type: 'ChangeWithdrawn', data: endOf(data, open, actor) }];
}

type Ending = (DeclineDocument | WithdrawDocument)['data'];

function getEnding(state: Rules, { change, synthetic }: Ending): OpenProposal {
  const open = getProposal(state, change);
  if (synthetic !== open.synthetic) throw new DomainError('CHANGE_OF_EXERCISE');
  return open;
}

const endOf = ({ change, reason }: Ending, { kind, subject }: OpenProposal, { agency }: Actor) => ({
  ...{ change, kind, subject },
  ...{ by: agency, reason },
});

type Text = Pick<OpenProposal, 'kind' | 'subject' | 'version' | 'document' | 'inForceFrom'>;

function publication({ kind, subject, version, document, inForceFrom }: Text, change: string | null): RulesEvent {
  const common = { version, inForceFrom, document, change };
  switch (kind) {
    case 'RULE_SET':
      return { type: PUBLICATIONS.RULE_SET, data: { set: subject, ...common } };
    case 'CODE_LIST':
      return { type: PUBLICATIONS.CODE_LIST, data: { list: subject, owner: OWNER, ...common } };
    case 'TREATY_STATUS': {
      const { asOf } = JSON.parse(document) as { readonly asOf: string };
      return { type: PUBLICATIONS.TREATY_STATUS, data: { instrument: subject, asOf: Date.parse(asOf), ...common } };
    }
  }
}

function requireSound(state: Rules, { kind, subject, document }: FirstEdition): void {
  const known = { terms: newestTerms(state), instruments: instrumentsKnown(state) };
  const faults = faultsOfDocument(kind, subject, document, known);
  if (faults.length > 0) throw new DomainError('DOCUMENT_UNSUITABLE', { faults: faults.slice(0, 20).join('; ') }, 422);
}

function periodFrom(now: number): number {
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + COMMENT_MONTHS);
  return until.getTime();
}

/** What was published in an exercise leaves the numbers of what holds as they were. */
function nextVersion(
  state: Rules,
  { kind, subject, synthetic }: Pick<OpenProposal, 'kind' | 'subject' | 'synthetic'>,
): number {
  const counted = (state.editions[nameOf(kind, subject)] ?? []).filter((each) => synthetic || !each.synthetic);
  return Math.max(0, ...counted.map(({ version }) => version)) + 1;
}

type Document = Pick<OpenProposal, 'kind' | 'subject' | 'synthetic'>;

/** From when the newest version holds; of none, from ever. */
function latest({ editions }: Rules, { kind, subject, synthetic }: Document): number {
  const counted = (editions[nameOf(kind, subject)] ?? []).filter((each) => each.synthetic === synthetic);
  return Math.max(0, ...counted.map(({ inForceFrom }) => inForceFrom));
}

/** An open proposal makes place for another one of its own proposer, or of the operator's. */
function requirePlace({ proposals }: Rules, document: Document, { person, role }: Actor): void {
  const open = Object.values(proposals).find((each) => isOf(document, each));
  if (open && open.by !== person && role !== OPERATOR_ROLE) throw new DomainError('PROPOSAL_OPEN');
}

/** A proposal that takes the place of another one is none more. */
function requireShare({ proposals }: Rules, document: Document, { agency }: Actor): void {
  const others = Object.values(proposals).filter((each) => each.agency === agency && !isOf(document, each));
  if (others.length >= MOST_PROPOSALS_OF_AGENCY)
    throw new DomainError('PROPOSALS_EXHAUSTED', { limit: MOST_PROPOSALS_OF_AGENCY });
}

const isOf = ({ kind, subject, synthetic }: Document, open: OpenProposal): boolean =>
  open.kind === kind && open.subject === subject && open.synthetic === synthetic;
