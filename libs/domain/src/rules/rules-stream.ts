import type { BusEvent } from '#libs/contracts';
import type { Accepted } from '#libs/kernel';
import type { Exercises } from '../exercise/state.js';
import type { RulesCommand } from './commands.js';
import { evolve, type RulesEvent } from './rules-evolve.js';
import { approve, comment, decline, propose, publishFirst, withdraw } from './rules-said.js';
import type { Comment, EndedProposal, OpenProposal, Rules } from './state.js';

/** The one stream of rules, lists and statuses, in lane 0. */
export const RULES_STREAM = 'membership/rules';

type ProposalV3 = Omit<OpenProposal, 'exercise'>;

interface ProposalV2 extends Omit<ProposalV3, 'role' | 'comments'> {
  readonly comments: readonly Omit<Comment, 'author'>[];
}

interface RulesV1 extends Pick<Rules, 'editions'> {
  readonly proposals: Readonly<Record<string, Omit<ProposalV2, 'agency'>>>;
}

interface RulesV2 extends Pick<Rules, 'editions'> {
  readonly proposals: Readonly<Record<string, ProposalV2>>;
  readonly ended: Readonly<Record<string, Omit<EndedProposal, 'author' | 'exercise'>>>;
}

interface RulesV3 extends Pick<Rules, 'editions'> {
  readonly proposals: Readonly<Record<string, ProposalV3>>;
  readonly ended: Readonly<Record<string, Omit<EndedProposal, 'exercise'>>>;
}

/** Version of the state's stored form. */
const RULES_STATE_VERSION = 4;

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
    2: (state: unknown): RulesV3 => {
      const { editions, proposals, ended } = state as RulesV2;
      const withAuthor = (open: ProposalV2): ProposalV3 => ({
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
    // before it was recorded in which exercise something was proposed
    3: (state: unknown): Rules => {
      const { editions, proposals, ended } = state as RulesV3;
      const withExercise = <Each>(each: Each): Each & { exercise: null } => ({ ...each, exercise: null });
      return { editions, proposals: eachOf(proposals, withExercise), ended: eachOf(ended, withExercise) };
    },
  },

  initialState: (): Rules => ({ editions: {}, proposals: {}, ended: {} }),

  /** @param exercises as far as they are known: in those that are not, nobody says anything @throws DomainError to refuse */
  decide: (command: RulesCommand, state: Rules, exercises: Exercises = {}): RulesEvent[] => {
    switch (command.type) {
      case 'PublishFirst':
        return publishFirst(command, state);
      case 'ProposeDocument':
        return propose(command, state, exercises);
      case 'CommentOnChange':
        return comment(command, state, exercises);
      case 'ApproveDocument':
        return approve(command, state, exercises);
      case 'DeclineDocument':
        return decline(command, state, exercises);
      case 'WithdrawDocument':
        return withdraw(command, state, exercises);
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
