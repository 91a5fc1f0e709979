import { ProblemError, type Standings } from '#libs/platform';
import type { Members } from './members.js';

/** The door's question, answered from membership. */
export class StandingsOf implements Standings {
  constructor(private readonly members: Members) {}

  assertGood(agency: string, client: string): void {
    const standing = this.members.standingOf(agency, client);
    if (standing !== 'GOOD') throw new ProblemError(standing);
  }

  assertRole(agency: string, role: string): void {
    const held = this.members.directory.find(agency)?.roles ?? [];
    if (!held.includes(role)) throw new ProblemError('ROLE_NOT_OF_AGENCY');
  }
}
