import type { BusEvent } from '#libs/contracts';
import type { Accepted, Decider } from '#libs/kernel';
import { decideExercise } from '../exercise/exercise.js';
import { untrained } from '../exercise/state.js';
import type { MembershipCommand } from './commands.js';
import { evolve, type MembershipEvent } from './evolve.js';
import { assignLanes, found } from './lanes-said.js';
import { admit, approve, declineChange, proposeChange, proposeMember, withdrawChange } from './members-said.js';
import { changeContactPoint, notifyCapacity, notifyMaintenance, registerClient, revokeClient } from './notices.js';
import type { Membership } from './state.js';
import { upcasts } from './upcasts.js';

/** The one stream of membership, in lane 0. */
export const MEMBERSHIP_STREAM = 'membership/bus';

/** Version of the state's stored form. */
const MEMBERSHIP_STATE_VERSION = 5;

const decider: Decider<Membership, MembershipCommand, MembershipEvent> = {
  initialState: () => ({ members: {}, jurisdictions: {}, changes: {}, training: untrained }),
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
      case 'DeclineChange':
        return declineChange(command, state);
      case 'WithdrawChange':
        return withdrawChange(command, state);
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
      case 'StartExercise':
      case 'EndExercise':
      case 'RecordLesson':
        return decideExercise(
          command,
          state.training.exercises,
          (agency) => state.members[agency]?.status === 'ADMITTED',
        );
    }
  },
  evolve,
};

/** Who takes part in the bus and on which lanes, decided and folded. */
export const membership = {
  version: MEMBERSHIP_STATE_VERSION,

  /** How a stored form of an earlier version becomes the next one, by that version. */
  upcasts,

  initialState: (): Membership => decider.initialState(),
  /** @throws DomainError to refuse */
  decide: (command: MembershipCommand, state: Membership): MembershipEvent[] =>
    decider.decide(command, state, undefined),
  /** @throws UnknownEventError for an event of another family, or of a newer writer */
  evolve: (state: Membership, event: BusEvent, accepted: Accepted): Membership => evolve(state, event, accepted),
  /** Each event of an exercise is synthetic by its command; the stream is not. */
  isSynthetic: (): boolean => false,
};
