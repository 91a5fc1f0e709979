import type { CapacityState, ChangeEndReason, ContactPoint, MembershipReason, Rights } from '#libs/contracts';
import type { Command } from '#libs/kernel';
import type { ExerciseCommand } from '../exercise/exercise.js';
import type { Agency } from './directory.js';
import type { JurisdictionLanes } from './lane-map.js';
import type { Span } from './state.js';

interface Named {
  readonly agency: string;
}

interface Ending {
  readonly change: string;
  readonly reason: ChangeEndReason;
}

interface Party extends Named {
  readonly name: string;
  readonly country: string;
  readonly roles: readonly string[];
  readonly rights: Rights | null;
  readonly needsRelease: boolean;
}

/** What the bus begins with; counts where nothing has been said of membership yet, and nowhere else. */
export type FoundBus = Command<
  'FoundBus',
  { readonly jurisdictions: Readonly<Record<string, JurisdictionLanes>>; readonly agencies: readonly Agency[] }
>;
export type ProposeMember = Command<'ProposeMember', Party>;
/** `proposal`: id of the event that proposed it. */
export type AdmitMember = Command<'AdmitMember', Named & { readonly proposal: string }>;
/** `change`: id that the caller made. */
export type ProposeChange = Command<
  'ProposeChange',
  Named & {
    readonly change: string;
    readonly kind: 'SUSPENSION' | 'DEPARTURE';
    readonly reason: MembershipReason;
  }
>;
export type ApproveChange = Command<'ApproveChange', { readonly change: string }>;
/** By another person than the proposer: it does not come into force. */
export type DeclineChange = Command<'DeclineChange', Ending>;
/** By the person who proposed it. */
export type WithdrawChange = Command<'WithdrawChange', Ending>;
export type RegisterClient = Command<'RegisterClient', Named & { readonly client: string }>;
export type RevokeClient = Command<
  'RevokeClient',
  Named & { readonly client: string; readonly reason: MembershipReason }
>;
/** `contact` null: there is no such contact point any more. */
export type ChangeContactPoint = Command<
  'ChangeContactPoint',
  Named & { readonly role: string; readonly contact: Omit<ContactPoint, 'role'> | null }
>;
export type NotifyCapacity = Command<'NotifyCapacity', Named & Span & { readonly state: CapacityState }>;
export type NotifyMaintenance = Command<'NotifyMaintenance', Named & Span>;
export type AssignLanes = Command<'AssignLanes', { readonly jurisdiction: string; readonly lanes: JurisdictionLanes }>;

export type MembershipCommand =
  | FoundBus
  | ProposeMember
  | AdmitMember
  | ProposeChange
  | ApproveChange
  | DeclineChange
  | WithdrawChange
  | RegisterClient
  | RevokeClient
  | ChangeContactPoint
  | NotifyCapacity
  | NotifyMaintenance
  | AssignLanes
  | ExerciseCommand;
