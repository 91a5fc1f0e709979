import type { BusEvent } from '#libs/contracts';
import { type Accepted, DomainError, UnknownEventError } from '#libs/kernel';
import { requireOperator, requirePerson, requireSecond } from '../membership/deciding.js';
import { differencesOf } from './differences.js';
import { faultsOfDocument, isTranslation } from './document-faults.js';
import type { ApproveDocument, CommentOnChange, ProposeDocument, PublishFirst, RulesCommand } from './commands.js';
import { type DocumentKind, type Edition, editionsOf, nameOf, type OpenProposal, type Rules } from './state.js';

/** The one stream of rules, lists and statuses, in lane 0. */
export const RULES_STREAM = 'membership/rules';

export type RulesEvent = Extract<
  BusEvent,
  {
    readonly type:
      | 'ChangeProposed'
      | 'ChangeCommented'
      | 'ChangeApproved'
      | 'RuleSetPublished'
      | 'CodeListPublished'
      | 'TreatyStatusPublished';
  }
>;

const names: ReadonlySet<string> = new Set<RulesEvent['type']>([
  'ChangeProposed',
  'ChangeCommented',
  'ChangeApproved',
  'RuleSetPublished',
  'CodeListPublished',
  'TreatyStatusPublished',
]);

export function isRulesEvent(event: BusEvent): event is RulesEvent {
  return names.has(event.type);
}

const RULES_STATE_VERSION = 1;
/** What a proposal may be commented on for, in months (vocabulary 9). */
const COMMENT_MONTHS = 2;
/** Comments that a proposal keeps. */
const MOST_COMMENTS = 500;
/** Who answers for the lists, until agencies agree on others. */
const OWNER = 'SCHEME_ADMIN';

/** Rules, code lists and treaty statuses as versioned data (features F4, mission S2), decided and folded. */
export const rules = {
  version: RULES_STATE_VERSION,
  initialState: (): Rules => ({ editions: {}, proposals: {} }),

  /** @throws DomainError to refuse */
  decide: (command: RulesCommand, state: Rules): RulesEvent[] => {
    switch (command.type) {
      case 'PublishFirst':
        return publishFirst(command, state);
      case 'ProposeDocument':
        return propose(command, state);
      case 'CommentOnChange':
        return comment(command, state);
      case 'ApproveDocument':
        return approve(command, state);
    }
  },

  /** @throws UnknownEventError */
  evolve: (state: Rules, event: BusEvent, said: Accepted): Rules => {
    switch (event.type) {
      case 'RuleSetPublished':
        return published(state, 'RULE_SET', event.data.set, event.data, said);
      case 'CodeListPublished':
        return published(state, 'CODE_LIST', event.data.list, event.data, said);
      case 'TreatyStatusPublished':
        return published(state, 'TREATY_STATUS', event.data.instrument, event.data, said);
      case 'ChangeProposed':
        return withProposal(state, event.data.change, proposalOf(event.data, said));
      case 'ChangeCommented': {
        const open = getProposal(state, event.data.change);
        const comments = [...open.comments, { at: said.at, comment: event.data.comment }];
        return withProposal(state, event.data.change, { ...open, comments });
      }
      case 'ChangeApproved': {
        const { [event.data.change]: _, ...proposals } = state.proposals;
        return { ...state, proposals };
      }
      default:
        throw new UnknownEventError(event.type);
    }
  },

  isSynthetic: (): boolean => false,
};

function publishFirst({ data, meta: { now } }: PublishFirst, state: Rules): RulesEvent[] {
  return data.editions
    .filter(({ kind, subject }) => !Object.hasOwn(state.editions, nameOf(kind, subject)))
    .map((first) => {
      requireSound(first);
      return publication({ ...first, version: 1, inForceFrom: now }, now, null);
    });
}

function propose({ data, meta: { actor, now } }: ProposeDocument, state: Rules): RulesEvent[] {
  requirePerson(actor);
  const { change, kind, subject, document, inForceFrom, synthetic } = data;
  requireSound(data);
  const whole = periodFrom(now);
  const commentsUntil = data.commentsUntil ?? whole;
  if (!synthetic && commentsUntil < whole) throw new DomainError('COMMENT_PERIOD_SHORT', {}, 422);
  if (inForceFrom < commentsUntil) throw new DomainError('IN_FORCE_TOO_EARLY', {}, 422);
  if (kind === 'CODE_LIST' && isTranslation(subject)) requireOneRow(state, data);
  const version = nextVersion(state, data);
  const proposal = { change, kind, subject, reason: null, document, version, commentsUntil, inForceFrom };
  return [{ type: 'ChangeProposed', data: proposal }];
}

/** Translations are approved row by row (vocabulary 5.2 R5.2). */
function requireOneRow(state: Rules, { subject, document }: ProposeDocument['data']): void {
  const last = editionsOf(state, 'CODE_LIST', subject).at(-1)?.document ?? '{"codes":{}}';
  const rows = differencesOf(last, document).filter(({ path }) => path !== '/codes');
  if (rows.length !== 1) throw new DomainError('TRANSLATION_NOT_ONE_ROW', { rows: rows.length }, 422);
}

function comment({ data, meta: { now } }: CommentOnChange, state: Rules): RulesEvent[] {
  const { commentsUntil, comments } = getProposal(state, data.change);
  if (now > commentsUntil) throw new DomainError('COMMENT_PERIOD_OVER');
  if (comments.length >= MOST_COMMENTS) throw new DomainError('COMMENTS_EXHAUSTED', { limit: MOST_COMMENTS });
  return [{ type: 'ChangeCommented', data }];
}

/** By another person than the proposer, once everybody had time to comment, and only what still follows the last version. */
function approve({ data: { change, synthetic }, meta: { actor, now } }: ApproveDocument, state: Rules): RulesEvent[] {
  requireOperator(actor);
  requirePerson(actor);
  const open = getProposal(state, change);
  if (synthetic !== open.synthetic) throw new DomainError('CHANGE_OF_EXERCISE');
  requireSecond(actor, open.by);
  if (now < open.commentsUntil)
    throw new DomainError('COMMENT_PERIOD_OPEN', { until: new Date(open.commentsUntil).toISOString() });
  const { kind, subject, version } = open;
  if (version !== nextVersion(state, open)) throw new DomainError('CHANGE_OUTDATED');
  return [{ type: 'ChangeApproved', data: { change, kind, subject } }, publication(open, now, change)];
}

/** In force on its date, or when it is published, whichever is later: nothing holds for what was decided before. */
function publication(
  {
    kind,
    subject,
    version,
    document,
    inForceFrom: wanted,
  }: Pick<OpenProposal, 'kind' | 'subject' | 'version' | 'document' | 'inForceFrom'>,
  now: number,
  change: string | null,
): RulesEvent {
  const common = { version, inForceFrom: Math.max(wanted, now), document, change };
  switch (kind) {
    case 'RULE_SET':
      return { type: 'RuleSetPublished', data: { set: subject, ...common } };
    case 'CODE_LIST':
      return { type: 'CodeListPublished', data: { list: subject, owner: OWNER, ...common } };
    case 'TREATY_STATUS': {
      const { asOf } = JSON.parse(document) as { readonly asOf: string };
      return { type: 'TreatyStatusPublished', data: { instrument: subject, asOf: Date.parse(asOf), ...common } };
    }
  }
}

function requireSound({ kind, subject, document }: { kind: DocumentKind; subject: string; document: string }): void {
  const faults = faultsOfDocument(kind, subject, document);
  if (faults.length > 0) throw new DomainError('DOCUMENT_UNSUITABLE', { faults: faults.slice(0, 20).join('; ') }, 422);
}

function periodFrom(now: number): number {
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + COMMENT_MONTHS);
  return until.getTime();
}

function getProposal({ proposals }: Rules, change: string): OpenProposal {
  const open = Object.hasOwn(proposals, change) ? proposals[change] : undefined;
  if (!open) throw new DomainError('CHANGE_NOT_OPEN');
  return open;
}

/** What was published in an exercise leaves the numbers of what holds as they were. */
function nextVersion(
  state: Rules,
  { kind, subject, synthetic }: Pick<OpenProposal, 'kind' | 'subject' | 'synthetic'>,
): number {
  const counted = (state.editions[nameOf(kind, subject)] ?? []).filter((each) => synthetic || !each.synthetic);
  return Math.max(0, ...counted.map(({ version }) => version)) + 1;
}

function published(
  state: Rules,
  kind: DocumentKind,
  subject: string,
  { version, document, inForceFrom }: Pick<Edition, 'version' | 'document' | 'inForceFrom'>,
  { at, synthetic }: Accepted,
): Rules {
  const name = nameOf(kind, subject);
  const edition = { version, document, publishedAt: at, inForceFrom, synthetic };
  return { ...state, editions: { ...state.editions, [name]: [...(state.editions[name] ?? []), edition] } };
}

function proposalOf(
  data: Extract<BusEvent, { type: 'ChangeProposed' }>['data'],
  { at, person, synthetic }: Accepted,
): OpenProposal {
  const { kind, subject, version, document, commentsUntil, inForceFrom } = data;
  if (kind !== 'RULE_SET' && kind !== 'CODE_LIST' && kind !== 'TREATY_STATUS')
    throw new UnknownEventError(`ChangeProposed of ${kind}`);
  if (version === null || document === null || commentsUntil === null || inForceFrom === null)
    throw new RangeError('a proposal without its text');
  const text = { kind, subject, version, document };
  return { ...text, proposedAt: at, commentsUntil, inForceFrom, by: person, synthetic, comments: [] };
}

/** A later proposal of the same document takes the place of an earlier one; in exercises, of one made there. */
function withProposal(state: Rules, change: string, proposal: OpenProposal): Rules {
  const others = Object.entries(state.proposals).filter(
    ([id, { kind, subject, synthetic }]) =>
      id !== change && (kind !== proposal.kind || subject !== proposal.subject || synthetic !== proposal.synthetic),
  );
  return { ...state, proposals: { ...Object.fromEntries(others), [change]: proposal } };
}
