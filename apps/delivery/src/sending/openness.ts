import { inMaintenance, type Member } from '#libs/domain';
import type { Members } from '#libs/membership';
import { isVouchedFor } from '../webhook/vouching.js';
import type { Webhook } from '../webhook/webhook.js';

/** Whether something may be sent to an agency now, by what is known of it. */
export type Openness = 'OPEN' | 'IN_MAINTENANCE' | 'TAKES_NO_PART' | 'CLIENT_REVOKED' | 'UNKNOWN';

type Known = Pick<Members, 'membership' | 'standingOf'>;
type Owned = Pick<Webhook, 'agency' | 'client'>;

/**
 * An agency that does not take part (any more) is sent nothing, and nothing leads where a client had it lead that speaks for its
 * agency no more; one whose systems are away waits, and that is no failure.
 * @param busNow the time of the bus, in ms since 1970, UTC: asked where the agency has said that its systems are away for a time
 * @throws what `busNow` does
 */
export async function opennessOf(members: Known, webhook: Owned, busNow: () => Promise<number>): Promise<Openness> {
  const found = findOpen(members, webhook);
  if (typeof found === 'string') return found;
  return found.maintenance && inMaintenance(found, await busNow()) ? 'IN_MAINTENANCE' : 'OPEN';
}

/** The agency, or why nothing may be sent to it whatever time it is. */
function findOpen(members: Known, webhook: Owned): Member | Openness {
  try {
    const { members: known } = members.membership;
    const member = Object.hasOwn(known, webhook.agency) ? known[webhook.agency] : undefined;
    if (member?.status !== 'ADMITTED') return 'TAKES_NO_PART';
    return isVouchedFor(members, webhook) ? member : 'CLIENT_REVOKED';
  } catch {
    // membership says so itself, loudly, where it cannot be had
    return 'UNKNOWN';
  }
}
