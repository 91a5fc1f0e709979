import { inMaintenance } from '#libs/domain';
import type { Members } from '#libs/membership';
import { isVouchedFor } from '../webhook/vouching.js';
import type { Webhook } from '../webhook/webhook.js';

/** Whether something may be sent to an agency now, by what is known of it. */
export type Openness = 'OPEN' | 'IN_MAINTENANCE' | 'TAKES_NO_PART' | 'CLIENT_REVOKED' | 'UNKNOWN';

/**
 * An agency that does not take part (any more) is sent nothing, and nothing leads where a client had it lead that speaks for its
 * agency no more; one whose systems are away waits, and that is no failure.
 */
export function opennessOf(
  members: Pick<Members, 'membership' | 'standingOf'>,
  webhook: Pick<Webhook, 'agency' | 'client'>,
  now = Date.now(),
): Openness {
  try {
    const { members: known } = members.membership;
    const member = Object.hasOwn(known, webhook.agency) ? known[webhook.agency] : undefined;
    if (member?.status !== 'ADMITTED') return 'TAKES_NO_PART';
    if (!isVouchedFor(members, webhook)) return 'CLIENT_REVOKED';
    return inMaintenance(member, now) ? 'IN_MAINTENANCE' : 'OPEN';
  } catch {
    // membership says so itself, loudly, where it cannot be had
    return 'UNKNOWN';
  }
}
