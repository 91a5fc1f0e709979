import { Agencies } from './bus/agencies.js';
import { Deployment } from './bus/deployment.js';
import { Outside } from './bus/outside.js';
import { Laws } from './laws/laws.js';
import type { Plan } from './plan/plan.js';
import { inhabit } from './world/patched-globals.js';
import { type Breach, World } from './world/world.js';

/** How one interleaving ended. */
export interface Ending {
  readonly breach: Breach | null;
  readonly steps: number;
  /** Simulated milliseconds. */
  readonly lasted: number;
}

/**
 * After the last fault everything accepted is applied within this much simulated time: the tails are compared every minute, a
 * consumer asks for a refill at intervals of up to half a minute.
 */
const RECOVERS_WITHIN_MS = 180_000;
const MOST_STEPS = 60_000;

/** Runs a plan from its beginning until everything accepted is applied everywhere, or a law is broken. */
export async function interleave(plan: Plan, story: string[] | null = null): Promise<Ending> {
  const world = new World(plan.seed, story);
  inhabit(world);
  try {
    world.weather = plan.weather;
    const outside = new Outside(world, plan.lanes);
    if (plan.confirmed) outside.confirmJournal();
    const deployment = new Deployment(outside, plan);
    const agencies = new Agencies(world, deployment.writers);
    const laws = new Laws(outside, agencies, [...new Set(deployment.readers.map(({ kind }) => kind))]);
    const course = new Course(world, laws, plan);
    schedule(plan, world, deployment, agencies);
    deployment.start();
    await world.run(() => course.isOver());
    course.judge();
    return { breach: world.breach, steps: world.steps, lasted: world.now };
  } finally {
    inhabit(null);
  }
}

function schedule(plan: Plan, world: World, deployment: Deployment, agencies: Agencies): void {
  for (const step of plan.steps)
    world.after(step.at, null, () => (step.do === 'say' ? agencies.say(step) : deployment.befall(step)));
  world.after(plan.calmAt, null, () => {
    deployment.calm();
    agencies.closeBooks();
  });
}

/** Watches whether there is still something to come. */
class Course {
  readonly #world: World;
  readonly #laws: Laws;
  readonly #plan: Plan;
  #seen = -1;

  constructor(world: World, laws: Laws, plan: Plan) {
    this.#world = world;
    this.#laws = laws;
    this.#plan = plan;
  }

  isOver(): boolean {
    const { now, steps, breach, changedAt } = this.#world;
    if (breach !== null || steps > MOST_STEPS || now > this.#plan.calmAt + RECOVERS_WITHIN_MS) return true;
    if (now < this.#plan.calmAt || changedAt === this.#seen) return false;
    this.#seen = changedAt;
    return this.#laws.unfinished() === null;
  }

  judge(): void {
    const { now, steps } = this.#world;
    const unfinished = this.#world.breach ? null : this.#laws.unfinished();
    if (unfinished)
      this.#world.broken('NOT_RECOVERED', `${unfinished}, after ${Math.round(now)} ms and ${steps} steps`);
    else if (!this.#world.breach) this.#laws.compare();
  }
}
