import { ordinalOf } from '#libs/contracts';
import { highest } from '#libs/kernel';
import type { Consumer } from '#libs/projections';
import type { AppliedLane, ConsumerFacts } from '../facts/consumer-facts.js';
import type { Backlog, Gap, JournalFacts, JournalLane } from '../facts/journal-facts.js';

/** One consumer in one lane. */
export interface LaneLag {
  readonly lane: number;
  readonly head: number;
  readonly relayed: number;
  /** Position of the last event that the consumer has applied or parked. */
  readonly applied: number;
  /** Events of its topics that it has still to apply. */
  readonly events: number;
  /** Age of the oldest of them, in seconds; 0 when none waits, null when its time cannot be read. */
  readonly seconds: number | null;
  readonly parked: number;
  readonly stopped: string | null;
  /** When its checkpoint last moved, in ms; null before the first time. */
  readonly movedAt: number | null;
}

/** The lanes in which the consumer stands before the last event of the topics that it reads. */
export function lanesBehind(
  { topics }: Pick<Consumer, 'topics'>,
  { lanes }: JournalFacts,
  facts: ConsumerFacts,
): Gap[] {
  const ordinals = topics.map(ordinalOf);
  return lanes
    .map(({ lane, vector }) => ({ lane, wanted: highest(vector, ordinals), applied: appliedIn(facts, lane) }))
    .filter(({ wanted, applied }) => applied < wanted);
}

/** The lag of every lane that has events, or an alarm. */
export function lagOf(
  { now, lanes }: JournalFacts,
  facts: ConsumerFacts,
  backlogs: ReadonlyMap<number, Backlog>,
): LaneLag[] {
  return lanes
    .map((each) => laneLag(now, each, facts.lanes.get(each.lane), backlogs.get(each.lane)))
    .filter(({ head, stopped }) => head > 0 || stopped !== null);
}

function laneLag(
  now: number,
  { lane, head, relayed }: JournalLane,
  applied: AppliedLane | undefined,
  backlog: Backlog | undefined,
): LaneLag {
  return {
    lane,
    head,
    relayed,
    applied: applied?.position ?? 0,
    events: backlog?.events ?? 0,
    seconds: secondsOf(now, backlog),
    parked: applied?.parked ?? 0,
    stopped: applied?.stopped ?? null,
    movedAt: applied && applied.position > 0 ? applied.movedAt : null,
  };
}

function secondsOf(now: number, backlog: Backlog | undefined): number | null {
  if (!backlog || backlog.events === 0) return 0;
  return backlog.oldestAt === null ? null : Math.max(0, now - backlog.oldestAt) / 1000;
}

const appliedIn = ({ lanes }: ConsumerFacts, lane: number): number => lanes.get(lane)?.position ?? 0;

export interface LagTotals {
  readonly events: number;
  /** Of the lane that is furthest behind. */
  readonly seconds: number;
  readonly parked: number;
  /** Lanes of which nothing is applied any more. */
  readonly stopped: number;
}

export function totalsOf(lanes: readonly LaneLag[]): LagTotals {
  return {
    events: lanes.reduce((sum, { events }) => sum + events, 0),
    seconds: Math.max(0, ...lanes.map(({ seconds }) => seconds ?? 0)),
    parked: lanes.reduce((sum, { parked }) => sum + parked, 0),
    stopped: lanes.filter(({ stopped }) => stopped !== null).length,
  };
}
