import { type Actor, DomainError } from '#libs/kernel';
import { faultsOfAgency } from './agency-faults.js';
import type {
  AdmitMember,
  ApproveChange,
  DeclineChange,
  ProposeChange,
  ProposeMember,
  WithdrawChange,
} from './commands.js';
import { getMember, requireOperator, requireOtherOperator, requirePerson, requireSecond, same } from './deciding.js';
import { type MembershipEvent, partyIn } from './evolve.js';
import { canBeOf, ENDINGS } from './member-moves.js';
import { OPERATOR_ROLE } from './roles.js';
import type { Membership, OpenChange } from './state.js';

/** A new agency, one that comes back, or a member with another name, other roles or other rights. */
export function proposeMember({ data, meta: { actor } }: ProposeMember, state: Membership): MembershipEvent[] {
  requireOperator(actor);
  requirePerson(actor);
  const { agency, country, roles } = data;
  const faults = faultsOfAgency({ code: agency, country, roles }, (code) => Object.hasOwn(state.jurisdictions, code));
  if (faults.length > 0) throw new DomainError('MEMBER_UNSUITABLE', { faults: faults.join('; ') }, 422);
  const known = state.members[agency];
  if (known && known.status !== 'PROPOSED' && known.country !== country) throw new DomainError('MEMBER_MOVED');
  const stands = known?.status === 'ADMITTED' && known.proposal === null && same(partyIn(data), partyIn(known));
  if (stands || (known?.proposal && same(partyIn(data), partyIn(known.proposal)))) return [];
  return [{ type: 'MemberProposed', data: { agency, ...partyIn(data), roles: [...roles] } }];
}

/** By another person than the one who proposed it, who names what it looked at: another proposal may have taken its place. */
export function admit({ data, meta: { actor } }: AdmitMember, state: Membership): MembershipEvent[] {
  const { agency } = data;
  requireOperator(actor);
  requirePerson(actor);
  const { proposal } = getMember(state, agency);
  if (proposal?.event !== data.proposal) throw new DomainError('PROPOSAL_NOT_OPEN');
  requireSecond(actor, proposal.by);
  if (!proposal.roles.includes(OPERATOR_ROLE)) requireOtherOperator(state, agency);
  const party = { ...partyIn(proposal), roles: [...proposal.roles] };
  return [{ type: 'MemberAdmitted', data: { agency, ...party, proposal: proposal.event } }];
}

/** Who takes part is suspended; who takes part, or is suspended, leaves. */
export function proposeChange({ data, meta: { actor } }: ProposeChange, state: Membership): MembershipEvent[] {
  requireOperator(actor);
  requirePerson(actor);
  const { change, kind, agency, reason } = data;
  const { status } = getMember(state, agency);
  if (!canBeOf(status, kind)) throw new DomainError('MEMBER_TRANSITION_ILLEGAL', { status });
  requireOtherOperator(state, agency);
  const content = { document: null, version: null, commentsUntil: null, inForceFrom: null, exercise: null };
  const proposer = { proposer: actor.agency, proposerRole: actor.role };
  return [{ type: 'ChangeProposed', data: { change, kind, subject: agency, reason, ...content, ...proposer } }];
}

/** By another person than the one who proposed it. What cannot come true of the agency any more is not open. */
export function approve({ data: { change }, meta: { actor } }: ApproveChange, state: Membership): MembershipEvent[] {
  requireOperator(actor);
  requirePerson(actor);
  const { kind, agency, reason, by } = getChange(state, change);
  requireSecond(actor, by);
  requireOtherOperator(state, agency);
  return [
    { type: 'ChangeApproved', data: { change, kind, subject: agency } },
    { type: ENDINGS[kind], data: { agency, reason, change } },
  ];
}

/** By another person than the proposer. */
export function declineChange({ data, meta: { actor } }: DeclineChange, state: Membership): MembershipEvent[] {
  requireOperator(actor);
  requirePerson(actor);
  const open = getChange(state, data.change);
  requireSecond(actor, open.by);
  return [{ type: 'ChangeDeclined', data: endOf(data, open, actor) }];
}

/** By the person who proposed it: others decline it. */
export function withdrawChange({ data, meta: { actor } }: WithdrawChange, state: Membership): MembershipEvent[] {
  requireOperator(actor);
  const person = requirePerson(actor);
  const open = getChange(state, data.change);
  if (open.by !== person) throw new DomainError('CHANGE_OF_ANOTHER_PERSON');
  return [{ type: 'ChangeWithdrawn', data: endOf(data, open, actor) }];
}

function getChange({ changes }: Membership, id: string): OpenChange {
  const open = Object.hasOwn(changes, id) ? changes[id] : undefined;
  if (!open) throw new DomainError('CHANGE_NOT_OPEN');
  return open;
}

const endOf = ({ change, reason }: DeclineChange['data'], { kind, agency }: OpenChange, actor: Actor) => ({
  ...{ change, kind, subject: agency },
  ...{ by: actor.agency, reason },
});
