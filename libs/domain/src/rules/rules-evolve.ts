import type { BusEvent, EventData } from '#libs/contracts';
import { type Accepted, UnknownEventError } from '#libs/kernel';
import { isOfSame } from './in-exercise.js';
import { proposalMoves, PUBLICATIONS } from './proposal-moves.js';
import {
  authorOf,
  type DocumentKind,
  type Edition,
  type EndedProposal,
  getProposal,
  nameOf,
  type OpenProposal,
  proposerOf,
  type Rules,
} from './state.js';

/** Ended proposals that the state remembers: all of them stand in the log. */
const MOST_ENDED = 200;

export type RulesEvent = Extract<
  BusEvent,
  {
    readonly type: keyof typeof proposalMoves | (typeof PUBLICATIONS)[DocumentKind];
  }
>;

const names: ReadonlySet<string> = new Set([...Object.keys(proposalMoves), ...Object.values(PUBLICATIONS)]);

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
      const { change, comment, commenter, commenterRole } = event.data;
      const open = getProposal(state, change);
      const author = authorOf(commenter, commenterRole, said.person);
      return withProposal(state, change, { ...open, comments: [...open.comments, { at: said.at, comment, author }] });
    }
    case 'ChangeApproved':
      return { ...state, proposals: withoutProposal(state, event.data.change) };
    case 'ChangeDeclined':
      return ended(state, proposalMoves.ChangeDeclined.to, event.data, said.at);
    case 'ChangeWithdrawn':
      return ended(state, proposalMoves.ChangeWithdrawn.to, event.data, said.at);
    default:
      throw new UnknownEventError(event.type);
  }
}

function withoutProposal({ proposals }: Rules, change: string): Rules['proposals'] {
  const { [change]: _, ...others } = proposals;
  return others;
}

function ended(
  state: Rules,
  end: EndedProposal['end'],
  { change, by, reason }: EventData<'ChangeDeclined'>,
  at: number,
): Rules {
  const open = getProposal(state, change);
  const { kind, subject, version, proposedAt, synthetic, exercise } = open;
  const proposal: EndedProposal = {
    ...{ kind, subject, version, proposedAt, synthetic },
    ...{ end, reason, by, at, author: proposerOf(open), exercise },
  };
  const kept = [...Object.entries(state.ended), [change, proposal] as const].slice(-MOST_ENDED);
  return { ...state, proposals: withoutProposal(state, change), ended: Object.fromEntries(kept) };
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
  const { kind, subject, version, document, commentsUntil, inForceFrom, proposer, proposerRole, exercise } = data;
  if (kind !== 'RULE_SET' && kind !== 'CODE_LIST' && kind !== 'TREATY_STATUS')
    throw new UnknownEventError(`ChangeProposed of ${kind}`);
  if (version === null || document === null || commentsUntil === null || inForceFrom === null)
    throw new RangeError('a proposal without its text');
  const text = { kind, subject, version, document };
  const times = { proposedAt: at, commentsUntil, inForceFrom };
  const proposedBy = { agency: proposer, role: proposerRole };
  return { ...text, ...times, by: person, synthetic, comments: [], ...proposedBy, exercise };
}

/** A later proposal of the same document takes the place of an earlier one; in an exercise, of one made in that. */
function withProposal(state: Rules, change: string, proposal: OpenProposal): Rules {
  const others = Object.entries(state.proposals).filter(
    ([id, open]) =>
      id !== change && (open.kind !== proposal.kind || open.subject !== proposal.subject || !isOfSame(open, proposal)),
  );
  return { ...state, proposals: { ...Object.fromEntries(others), [change]: proposal } };
}
