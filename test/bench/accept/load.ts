import { LANE_COUNT } from '#libs/contracts';
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
const evenly =
  (lanes: number): Spreading =>
  (random) => ({ jurisdiction: 'PH', lane: random.below(lanes) });

const JURISDICTIONS = 231;
/** Small jurisdictions share lanes; the hot one has not been widened yet: one lane takes all of it. */
const laneOf = (jurisdiction: number): number => jurisdiction % LANE_COUNT;

/** The loads that rows are measured under, by name, so that another process can be told which. */
export const spreadings = {
  'sixteen lanes': evenly(16),
  'sixty-four lanes': evenly(LANE_COUNT),
  uniform: (random) => ({ jurisdiction: 'XX', lane: laneOf(random.below(JURISDICTIONS)) }),
  'a quarter in one': (random) => {
    const jurisdiction = random.below(4) === 0 ? 0 : random.below(JURISDICTIONS);
    return { jurisdiction: 'XX', lane: laneOf(jurisdiction) };
  },
} as const satisfies Record<string, Spreading>;

export type SpreadingName = keyof typeof spreadings;

/** Clients with a seed each: the same commands to the same lanes at every run, under new ids. */
export function clientsOf(spreading: SpreadingName, count = WAITING): (() => LaneCommand<Case>)[] {
  return Array.from({ length: count }, (_, client) => commandsOf(new Random(client), spreadings[spreading]));
}

export interface ThroughputOptions {
  readonly spreading: SpreadingName;
  readonly waiting?: number;
  readonly seconds: number;
}

/** Commands a second that the journal accepts while so many are always open. */
export function throughput(
  journal: Journal<Case>,
  { spreading, waiting = WAITING, seconds }: ThroughputOptions,
): Promise<number> {
  const clients = clientsOf(spreading, waiting);
  const act = async (client: number): Promise<void> => {
    const command = clients[client]?.();
    if (command) await journal.handle(command);
  };
  return saturate({ waiting, seconds, act });
}
