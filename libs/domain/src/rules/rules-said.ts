import { type Actor, DomainError } from '#libs/kernel';
import { requireSayIn } from '../exercise/exercise.js';
import type { Exercises } from '../exercise/state.js';
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
import { getInItsExercise, isOfSame } from './in-exercise.js';
import { instrumentsKnown } from './instruments.js';
import { canBe, COMMENT_MONTHS, PUBLICATIONS } from './proposal-moves.js';
import type { RulesEvent } from './rules-evolve.js';
import { newestTerms } from './reference-in-force.js';
import { editionsOf, nameOf, type OpenProposal, type Rules } from './state.js';

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

export function propose(
  { data, meta: { actor, now } }: ProposeDocument,
  state: Rules,
  exercises: Exercises,
): RulesEvent[] {
  requirePerson(actor);
  const { change, kind, subject, document, inForceFrom, exercise } = data;
  if (exercise !== null) requireSayIn(exercises, exercise, { move: 'ChangeProposed', actor });
  requireSound(state, data);
  const whole = periodFrom(now);
  const commentsUntil = data.commentsUntil ?? whole;
  if (exercise === null && commentsUntil < whole) throw new DomainError('COMMENT_PERIOD_SHORT', {}, 422);
  if (inForceFrom < commentsUntil) throw new DomainError('IN_FORCE_TOO_EARLY', {}, 422);
  if (kind === 'CODE_LIST' && isTranslation(subject)) requireOneRow(state, data);
  const proposed = { kind, subject, synthetic: exercise !== null, exercise };
  requirePlace(state, proposed, actor);
  requireShare(state, proposed, actor);
  const version = nextVersion(state, proposed);
  const text = { document, version, commentsUntil, inForceFrom };
  const proposal = { change, kind, subject, reason: null, ...text, exercise };
  return [{ type: 'ChangeProposed', data: { ...proposal, proposer: actor.agency, proposerRole: actor.role } }];
}

/** Translations are approved row by row (vocabulary 5.2 R5.2). */
function requireOneRow(state: Rules, { subject, document }: ProposeDocument['data']): void {
  const last = editionsOf(state, 'CODE_LIST', subject).at(-1)?.document ?? '{"codes":{}}';
  const rows = differencesOf(last, document).filter(({ path }) => path !== '/codes');
  if (rows.length !== 1) throw new DomainError('TRANSLATION_NOT_ONE_ROW', { rows: rows.length }, 422);
}

export function comment(command: CommentOnChange, state: Rules, exercises: Exercises): RulesEvent[] {
  const { change, comment } = command.data;
  const { actor, now } = command.meta;
  const open = getInItsExercise(command, state, exercises);
  if (!canBe('ChangeCommented', open, now)) throw new DomainError('COMMENT_PERIOD_OVER');
  requireRoomForComment(open, actor);
  return [{ type: 'ChangeCommented', data: { change, comment, commenter: actor.agency, commenterRole: actor.role } }];
}

function requireRoomForComment({ comments }: OpenProposal, { agency }: Actor): void {
  const own = comments.filter(({ author }) => author?.agency === agency);
  if (own.length >= MOST_COMMENTS_OF_AGENCY)
    throw new DomainError('COMMENTS_EXHAUSTED', { limit: MOST_COMMENTS_OF_AGENCY });
  if (comments.length >= MOST_COMMENTS) throw new DomainError('COMMENTS_EXHAUSTED', { limit: MOST_COMMENTS });
}

/** By another person than the proposer, once everybody had time to comment, and only what still follows the last version. */
export function approve(command: ApproveDocument, state: Rules, exercises: Exercises): RulesEvent[] {
  const { change } = command.data;
  const { actor, now } = command.meta;
  requireOperator(actor);
  requirePerson(actor);
  const open = getInItsExercise(command, state, exercises);
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
export function decline(command: DeclineDocument, state: Rules, exercises: Exercises): RulesEvent[] {
  const { data, meta } = command;
  requireOperator(meta.actor);
  requirePerson(meta.actor);
  const open = getInItsExercise(command, state, exercises);
  requireSecond(meta.actor, open.by);
  return [{ type: 'ChangeDeclined', data: endOf(data, open, meta.actor) }];
}

/** By a person of the agency that proposed it, whoever that was there. */
export function withdraw(command: WithdrawDocument, state: Rules, exercises: Exercises): RulesEvent[] {
  const { data, meta } = command;
  requirePerson(meta.actor);
  const open = getInItsExercise(command, state, exercises);
  if (open.agency !== meta.actor.agency) throw new DomainError('CHANGE_OF_ANOTHER_AGENCY');
  return [{ type: 'ChangeWithdrawn', data: endOf(data, open, meta.actor) }];
}

type Ending = (DeclineDocument | WithdrawDocument)['data'];

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

type Document = Pick<OpenProposal, 'kind' | 'subject' | 'synthetic' | 'exercise'>;

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

/** A proposal that takes the place of another one is none more. Each exercise has a share of its own, apart from the real one. */
function requireShare({ proposals }: Rules, document: Document, { agency }: Actor): void {
  const others = Object.values(proposals).filter(
    (each) => each.agency === agency && isOfSame(document, each) && !isOf(document, each),
  );
  if (others.length >= MOST_PROPOSALS_OF_AGENCY)
    throw new DomainError('PROPOSALS_EXHAUSTED', { limit: MOST_PROPOSALS_OF_AGENCY });
}

const isOf = (document: Document, open: OpenProposal): boolean =>
  open.kind === document.kind && open.subject === document.subject && isOfSame(document, open);
