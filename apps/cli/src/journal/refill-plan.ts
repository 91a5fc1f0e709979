import { type Topic, TOPICS_IN_USE } from '#libs/contracts';
import { type LaneRange, type LogReader, type LogRecord, readTails } from '#libs/event-log';
import { type Flaw, LaneWalk, type RepairedLane } from '#libs/journal';
import { lanePages } from './lane-pages.js';
import type { Workshop } from './workshop.js';

/** What a refill would do with one lane. */
export interface LanePlan {
  readonly lane: number;
  /** Where the journal's lane ends. */
  readonly from: number;
  /** Up to where the topics continue it soundly. */
  readonly to: number;
  /** The highest position that the topics know. */
  readonly known: number;
  /** Why not to the last position that they know: then the lane can only be sealed. */
  readonly flaw: Flaw | undefined;
  /** Where the topics were read. */
  readonly ranges: readonly LaneRange[];
}

/** Reads what the topics hold beyond the journal, and says of each lane what can be put back. Writes nothing. */
export class RefillPlanner {
  constructor(private readonly workshop: Pick<Workshop, 'repair' | 'topics'>) {}

  /** Plans of the lanes that lack something or differ, all of them or only one; sealed lanes are settled already. */
  async plan(only?: number): Promise<LanePlan[]> {
    const { repair, topics } = this.workshop;
    const lanes = (await repair.lanes()).filter(
      ({ lane, sealed }) => sealed === null && (only === undefined || lane === only),
    );
    const ends = await topics.ends(TOPICS_IN_USE);
    const tails = await tailsOf(topics, ends, new Set(lanes.map(({ lane }) => lane)));
    const ranges = await topics.since(ends, new Map(lanes.map(({ lane, acceptedAt }) => [lane, acceptedAt])));
    const plans: LanePlan[] = [];
    for (const standing of lanes) {
      const plan = await this.#planLane(
        standing,
        tails.filter(({ lane }) => lane === standing.lane),
        ranges.filter(({ lane }) => lane === standing.lane),
      );
      if (plan.to > plan.from || plan.flaw) plans.push(plan);
    }
    return plans;
  }

  async #planLane(standing: RepairedLane, tails: LogRecord[], ranges: LaneRange[]): Promise<LanePlan> {
    const { lane, position: from } = standing;
    const walk = new LaneWalk(standing);
    let differing = await this.#differing(standing, tails);
    for await (const page of lanePages(this.workshop.topics, ranges)) {
      differing ??= await this.#differing(standing, page);
      for (const record of page) walk.offer(record);
      walk.take();
    }
    const { to, known, flaw } = walk.finish();
    return differing === undefined
      ? { lane, from, to, known, flaw, ranges }
      : { lane, from, to: from, known, flaw: { at: differing, reason: 'OTHER_BYTES' }, ranges };
  }

  /** The first position of the lane's past at which the journal holds something else. */
  async #differing({ lane, position }: RepairedLane, records: readonly LogRecord[]): Promise<number | undefined> {
    const past = records.filter((record) => record.position <= position);
    if (past.length === 0) return undefined;
    const leaves = await this.workshop.repair.leaves(
      lane,
      past.map((record) => record.position),
    );
    const differing = past.filter((record) => !leaves.get(record.position)?.equals(record.leaf));
    return differing.length === 0 ? undefined : Math.min(...differing.map((record) => record.position));
  }
}

async function tailsOf(
  topics: LogReader,
  ends: ReadonlyMap<Topic, ReadonlyMap<number, { readonly low: number; readonly high: number }>>,
  lanes: ReadonlySet<number>,
): Promise<LogRecord[]> {
  const questions = [...ends].flatMap(([topic, ofTopic]) =>
    [...ofTopic].filter(([lane]) => lanes.has(lane)).map(([lane, range]) => ({ topic, lane, ...range })),
  );
  return (await readTails(topics, questions)).flatMap(({ record }) => record ?? []);
}
