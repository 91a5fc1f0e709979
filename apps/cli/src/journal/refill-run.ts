import { LaneWalk, type WalkedEvent } from '#libs/journal';
import { lanePages } from './lane-pages.js';
import type { LanePlan } from './refill-plan.js';
import { metasOf, strayRecords } from './strays.js';
import type { Workshop } from './workshop.js';

/** Events of one transaction: enough to be fast, few enough to hold the lane for milliseconds. */
const BATCH_EVENTS = 500;

/** Carries out what was planned for a lane. Killed anywhere it leaves the lane closed at a sound place, and can be run again. */
export class RefillRun {
  constructor(
    private readonly workshop: Pick<Workshop, 'repair' | 'topics'>,
    private readonly onProgress: (lane: number, position: number) => void = () => undefined,
  ) {}

  /** @throws LaneMovedError when somebody else changed the lane since it was planned */
  async fill(plan: LanePlan): Promise<void> {
    const rest = await this.#append(plan);
    if (rest.length > 0) throw new Error(`lane ${plan.lane} would end inside a command`);
  }

  /** Fills the lane as far as it goes, claims the keys of commands that only the topics know, and seals it, in this order. */
  async fillAndSeal(plan: LanePlan, why: string): Promise<void> {
    const { repair } = this.workshop;
    const rest = await this.#append(plan);
    await this.claimStrays(plan.lane);
    if (rest.length > 0) await repair.append(plan.lane, rest, why);
    else await repair.seal(plan.lane, why);
  }

  /** So that no command which stands on the topics only is accepted once more in another lane. */
  async claimStrays(lane: number): Promise<void> {
    for await (const strays of strayRecords(this.workshop, lane)) await this.workshop.repair.claim(metasOf(strays));
  }

  /** @returns what is left of a command that the topics do not hold whole */
  async #append({ lane, from, to, ranges }: LanePlan): Promise<WalkedEvent[]> {
    const { repair, topics } = this.workshop;
    if (to === from) return [];
    const standing = (await repair.lanes()).find((each) => each.lane === lane);
    if (!standing) throw new RangeError(`there is no lane ${lane}`);
    const walk = new LaneWalk(standing, to);
    let batch: WalkedEvent[] = [];
    const flush = async (): Promise<void> => {
      const last = batch.at(-1);
      if (!last) return;
      await repair.append(lane, batch);
      this.onProgress(lane, last.record.position);
      batch = [];
    };
    for await (const page of lanePages(topics, ranges)) {
      for (const record of page) walk.offer(record);
      for (const command of walk.take()) {
        batch.push(...command);
        if (batch.length >= BATCH_EVENTS) await flush();
      }
      if (walk.reached === to) break;
    }
    await flush();
    return [...walk.finish().rest];
  }
}
