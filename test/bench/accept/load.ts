import type { Journal, LaneCommand } from '#libs/journal';
import type { Case } from '../events/case.js';
import { type Address, commandsOf } from '../events/commands.js';
import { Random } from '../events/random.js';
import { saturate } from '../harness/load.js';

/** Commands that are always open. */
export const WAITING = 256;

/** Where a referral goes, drawn anew for each. */
export type Spreading = (random: Random) => Address;

/** The same share of all to each of so many lanes. */
export const evenly =
  (lanes: number): Spreading =>
  (random) => ({ jurisdiction: 'PH', lane: 1 + random.below(lanes) });

export const SIXTEEN_LANES = evenly(16);

/** Clients with a seed each: the same commands to the same lanes at every run, under new ids. */
export function clientsOf(spreading: Spreading, count = WAITING): (() => LaneCommand<Case>)[] {
  return Array.from({ length: count }, (_, client) => commandsOf(new Random(client), spreading));
}

/** Commands a second that the journal accepts while so many are always open. */
export function throughput(journal: Journal<Case>, spreading: Spreading, seconds: number): Promise<number> {
  const clients = clientsOf(spreading);
  const act = async (client: number): Promise<void> => {
    const command = clients[client]?.();
    if (command) await journal.handle(command);
  };
  return saturate({ waiting: WAITING, seconds, act });
}
