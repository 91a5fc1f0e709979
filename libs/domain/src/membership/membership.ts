import type { BusEvent } from '#libs/contracts';
import type { Accepted, Decider } from '#libs/kernel';
import type { MembershipCommand } from './commands.js';
import { evolve, type MembershipEvent } from './evolve.js';
import { assignLanes, found } from './lanes-said.js';
import { admit, approve, proposeChange, proposeMember } from './members-said.js';
import { changeContactPoint, notifyCapacity, notifyMaintenance, registerClient, revokeClient } from './notices.js';
import type { Membership } from './state.js';

/** The one stream of membership, in lane 0. */
export const MEMBERSHIP_STREAM = 'membership/bus';

/** Version of the state's stored form. */
const MEMBERSHIP_STATE_VERSION = 1;

const decider: Decider<Membership, MembershipCommand, MembershipEvent> = {
  initialState: () => ({ members: {}, jurisdictions: {}, changes: {} }),
  decide: (command, state) => {
    switch (command.type) {
      case 'FoundBus':
        return found(command, state);
      case 'ProposeMember':
        return proposeMember(command, state);
      case 'AdmitMember':
        return admit(command, state);
      case 'ProposeChange':
        return proposeChange(command, state);
      case 'ApproveChange':
        return approve(command, state);
      case 'RegisterClient':
        return registerClient(command, state);
      case 'RevokeClient':
        return revokeClient(command, state);
      case 'ChangeContactPoint':
        return changeContactPoint(command, state);
      case 'NotifyCapacity':
        return notifyCapacity(command, state);
      case 'NotifyMaintenance':
        return notifyMaintenance(command, state);
      case 'AssignLanes':
        return assignLanes(command, state);
    }
  },
  evolve,
};

/** Who takes part in the bus and on which lanes, decided and folded. */
export const membership = {
  version: MEMBERSHIP_STATE_VERSION,
  initialState: decider.initialState,
  /** @throws DomainError to refuse */
  decide: (command: MembershipCommand, state: Membership): MembershipEvent[] =>
    decider.decide(command, state, undefined),
  /** @throws UnknownEventError for an event of another family, or of a newer writer */
  evolve: (state: Membership, event: BusEvent, accepted: Accepted): Membership => evolve(state, event, accepted),
  /** Exercises have members of their own bus; here all is real. */
  isSynthetic: (): boolean => false,
};
