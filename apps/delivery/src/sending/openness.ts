import { inMaintenance } from '#libs/domain';
import type { Members } from '#libs/membership';

/** Whether something may be sent to an agency now, by what is known of it. */
export type Openness = 'OPEN' | 'IN_MAINTENANCE' | 'TAKES_NO_PART' | 'UNKNOWN';

/** An agency that does not take part (any more) is sent nothing; one whose systems are away waits, and that is no failure. */
export function opennessOf(members: Pick<Members, 'membership'>, agency: string, now = Date.now()): Openness {
  try {
    const { members: known } = members.membership;
    const member = Object.hasOwn(known, agency) ? known[agency] : undefined;
    if (member?.status !== 'ADMITTED') return 'TAKES_NO_PART';
    return inMaintenance(member, now) ? 'IN_MAINTENANCE' : 'OPEN';
  } catch {
    // membership says so itself, loudly, where it cannot be had
    return 'UNKNOWN';
  }
}
