import type { BusEvent } from '#libs/contracts';
import type { Accepted } from '#libs/kernel';
import type { RulesCommand } from './commands.js';
import { evolve, type RulesEvent } from './rules-evolve.js';
import { approve, comment, propose, publishFirst } from './rules-said.js';
import type { Rules } from './state.js';

/** The one stream of rules, lists and statuses, in lane 0. */
export const RULES_STREAM = 'membership/rules';

/** Version of the state's stored form. */
const RULES_STATE_VERSION = 1;

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
  evolve: (state: Rules, event: BusEvent, said: Accepted): Rules => evolve(state, event, said),

  isSynthetic: (): boolean => false,
};
