import type { CapacityState, ContactPoint, MembershipReason, Rights } from '#libs/contracts';
import type { Training } from '../exercise/state.js';
import type { JurisdictionLanes } from './lane-map.js';

/** What is proposed of an agency, and whose word it is. */
export interface Proposal {
  readonly name: string;
  readonly country: string;
  readonly roles: readonly string[];
  readonly rights: Rights | null;
  readonly needsRelease: boolean;
  /** Event that proposed it. */
  readonly event: string;
  /** The person who proposed it: another one admits. */
  readonly by: string | null;
}

/** PROPOSED: never admitted yet. SUSPENDED and LEFT: not admitted any more. */
export type MemberStatus = 'PROPOSED' | 'ADMITTED' | 'SUSPENDED' | 'LEFT';

/** Times are in milliseconds since 1970, UTC; `until` null: not known. */
export interface Span {
  readonly from: number;
  readonly until: number | null;
}

export interface Member {
  readonly status: MemberStatus;
  /** Since when it has the status. */
  readonly since: number;
  /** Why it is suspended or left. */
  readonly reason: MembershipReason | null;
  readonly name: string;
  readonly country: string;
  readonly roles: readonly string[];
  readonly rights: Rights | null;
  /** Its referrals are released by a second person. */
  readonly needsRelease: boolean;
  /** What waits for a second person. */
  readonly proposal: Proposal | null;
  readonly clients: Readonly<Record<string, 'REGISTERED' | 'REVOKED'>>;
  /** By role. */
  readonly contacts: Readonly<Record<string, ContactPoint>>;
  readonly capacity: (Span & { readonly state: CapacityState }) | null;
  readonly maintenance: Span | null;
  /** A client of it was registered once: from then on registered ones alone speak for it, also when none is left. */
  readonly byRegistered?: true;
}

/** An assignment of lanes with the time from which it holds. */
export interface LaneAssignment extends JurisdictionLanes {
  readonly since: number;
}

/** A proposal to suspend an agency or let it go. */
export interface OpenChange {
  readonly kind: 'SUSPENSION' | 'DEPARTURE';
  readonly agency: string;
  readonly reason: MembershipReason;
  readonly by: string | null;
}

/**
 * Who takes part and which lanes there are: one state, since its rules go across agencies (a lane has one class, somebody
 * always runs the bus), in one lane, so that every reader sees one order.
 */
export interface Membership {
  readonly members: Readonly<Record<string, Member>>;
  /** Every assignment of a jurisdiction, in order; the last one holds. */
  readonly jurisdictions: Readonly<Record<string, readonly LaneAssignment[]>>;
  /** By id. */
  readonly changes: Readonly<Record<string, OpenChange>>;
  readonly training: Training;
}
