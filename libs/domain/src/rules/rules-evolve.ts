import type { BusEvent } from '#libs/contracts';
import { type Accepted, UnknownEventError } from '#libs/kernel';
import { type DocumentKind, type Edition, getProposal, nameOf, type OpenProposal, type Rules } from './state.js';

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

/** @throws UnknownEventError */
export function evolve(state: Rules, event: BusEvent, said: Accepted): Rules {
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
