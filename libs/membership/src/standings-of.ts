import { BUS_AGENCY, SERVICE_ROLES } from '#libs/domain';
import { ProblemError, type Standings } from '#libs/platform';
import type { Members } from './members.js';

/** The door's question, answered from membership; the bus's own services are no members, and have the role of theirs alone. */
export class StandingsOf implements Standings {
  constructor(private readonly members: Members) {}

  assertGood(agency: string, client: string): void {
    if (agency === BUS_AGENCY) return;
    const standing = this.members.standingOf(agency, client);
    if (standing !== 'GOOD') throw new ProblemError(standing);
  }

  assertRole(agency: string, role: string): void {
    const held = agency === BUS_AGENCY ? SERVICE_ROLES : (this.members.directory.find(agency)?.roles ?? []);
    if (!held.includes(role)) throw new ProblemError('ROLE_NOT_OF_AGENCY');
  }
}
