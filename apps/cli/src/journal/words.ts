import type { BusClock, Flaw } from '#libs/journal';
import type { LanePlan } from './refill-plan.js';

/** Why a lane cannot be continued, for whoever has to decide what to do about it. */
export function wordsOfFlaw({ at, reason }: Flaw): string {
  switch (reason) {
    case 'HOLE':
      return `no topic holds position ${at}`;
    case 'INSIDE_COMMAND':
      return `no topic holds the rest of the command that ends at position ${at - 1}`;
    case 'OTHER_BYTES':
      return `position ${at} was used twice`;
    case 'CHAIN_BROKEN':
      return `position ${at} does not follow the one before it`;
    case 'UNREADABLE':
      return `the event at position ${at} cannot be read`;
    case 'SCHEMA_UNKNOWN':
      return `a newer version wrote position ${at}`;
  }
}

/** A lane that a newer version of this program can fill. */
export const isForNewer = ({ flaw }: LanePlan): boolean => flaw?.reason === 'SCHEMA_UNKNOWN';

/** What will become of a lane. */
export function fateOf(plan: LanePlan, seal: boolean): string {
  if (!plan.flaw) return 'opens again';
  const why = wordsOfFlaw(plan.flaw);
  if (isForNewer(plan)) return `stays closed: ${why}; use the bus command of that version`;
  return seal ? `SEALED for ever: ${why}` : `stays closed: ${why}`;
}

/** What time it is for a bus, and whether somebody put it ahead. */
export function timeInWords({ now, aheadMs }: BusClock): string {
  const time = new Date(now).toISOString();
  return aheadMs === 0 ? `It is ${time}, as the database says.` : `It is ${time}: PUT AHEAD by ${spanOf(aheadMs)}.`;
}

const spanOf = (ms: number): string => {
  const hours = Math.floor(ms / 3_600_000);
  return hours < 48 ? `${(ms / 3_600_000).toFixed(1)} hours` : `${Math.floor(hours / 24)} days and ${hours % 24} hours`;
};
