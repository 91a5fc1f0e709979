import type { BusEvent } from '#libs/contracts';
import type { Accepted } from '#libs/kernel';
import type { RulesCommand } from './commands.js';
import { evolve, type RulesEvent } from './rules-evolve.js';
import { approve, comment, decline, propose, publishFirst, withdraw } from './rules-said.js';
import type { Comment, EndedProposal, OpenProposal, Rules } from './state.js';

/** The one stream of rules, lists and statuses, in lane 0. */
export const RULES_STREAM = 'membership/rules';

interface ProposalV2 extends Omit<OpenProposal, 'role' | 'comments'> {
  readonly comments: readonly Omit<Comment, 'author'>[];
}

interface RulesV1 extends Pick<Rules, 'editions'> {
  readonly proposals: Readonly<Record<string, Omit<ProposalV2, 'agency'>>>;
}

interface RulesV2 extends Pick<Rules, 'editions'> {
  readonly proposals: Readonly<Record<string, ProposalV2>>;
  readonly ended: Readonly<Record<string, Omit<EndedProposal, 'author'>>>;
}

/** Version of the state's stored form. */
const RULES_STATE_VERSION = 3;

/** Rules, code lists and treaty statuses as versioned data (features F4, mission S2), decided and folded. */
export const rules = {
  version: RULES_STATE_VERSION,

  /** How a stored form of an earlier version becomes the next one, by that version. */
  upcasts: {
    // before a proposal could be declined or taken back, and before it was recorded which agency had made it
    1: (state: unknown): RulesV2 => {
      const { editions, proposals } = state as RulesV1;
      return { editions, proposals: eachOf(proposals, (open) => ({ ...open, agency: null })), ended: {} };
    },
    // before it was recorded in which role something was proposed, and who had commented
    2: (state: unknown): Rules => {
      const { editions, proposals, ended } = state as RulesV2;
      const withAuthor = (open: ProposalV2): OpenProposal => ({
        ...open,
        comments: open.comments.map((each) => ({ ...each, author: null })),
        role: null,
      });
      return {
        editions,
        proposals: eachOf(proposals, withAuthor),
        ended: eachOf(ended, (end) => ({ ...end, author: null })),
      };
    },
  },

  initialState: (): Rules => ({ editions: {}, proposals: {}, ended: {} }),

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
      case 'DeclineDocument':
        return decline(command, state);
      case 'WithdrawDocument':
        return withdraw(command, state);
    }
  },

  /** @throws UnknownEventError */
  evolve: (state: Rules, event: BusEvent, said: Accepted): Rules => evolve(state, event, said),

  isSynthetic: (): boolean => false,
};

const eachOf = <Before, After>(
  all: Readonly<Record<string, Before>>,
  change: (each: Before) => After,
): Readonly<Record<string, After>> => Object.fromEntries(Object.entries(all).map(([id, each]) => [id, change(each)]));
