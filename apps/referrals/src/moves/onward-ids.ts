import type { Party } from '#libs/contracts';
import type { Directory, OnwardIds } from '#libs/domain';
import { formatReferralId } from '#libs/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { Origin } from '../referral/origin.js';

/** Ids of which the onward leg will have one, in lanes of the jurisdiction that it goes to. */
export function onwardIds(directory: Directory, { country }: Party, { actor, key, sealed }: Origin): OnwardIds {
  const uuid = uuidv7();
  const idIn = (laneClass: 'routine' | 'urgent'): string => {
    const lane = directory.lanes.pick(country, laneClass, { agency: actor.agency, key, sealed });
    return formatReferralId({ jurisdiction: country, lane, uuid });
  };
  return { routine: idIn('routine'), urgent: idIn('urgent') };
}
