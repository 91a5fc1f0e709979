import { setTimeout as delay } from 'node:timers/promises';
import { findConfirmation } from '#libs/journal';
import { EXIT, type ExitCode } from '../terminal/fault.js';
import { Screen } from '../terminal/screen.js';
import { counted, table } from '../terminal/table.js';
import { type LanePlan, RefillPlanner } from './refill-plan.js';
import { RefillRun } from './refill-run.js';
import { fateOf, isForNewer, wordsOfFlaw } from './words.js';
import { askTopics, type Workshop } from './workshop.js';

export interface RefillOptions {
  readonly lane?: number;
  readonly dryRun?: boolean;
  readonly seal?: boolean;
  /** Seconds. */
  readonly wait: number;
}

const POLL_MS = 200;

/** Plan, then the run, then the outcome as it stands in the journal. */
export async function refill(workshop: Workshop, options: RefillOptions): Promise<ExitCode> {
  const screen = new Screen();
  const { lane, dryRun = false, seal = false } = options;
  const planner = new RefillPlanner(workshop);
  const plans = await askTopics(() => planner.plan(lane));
  if (plans.length === 0) screen.say('The topics hold nothing that the journal lacks.');
  else screen.say(planTable(plans, seal));
  if (dryRun) return plans.length === 0 ? EXIT.fine : EXIT.finding;

  const work = plans.filter((plan) => !plan.flaw || (seal && !isForNewer(plan)));
  await workshop.repair.prepareKeys();
  await workshop.repair.close(plans.map((plan) => plan.lane));
  await askTopics(() => carryOut(workshop, work, screen));
  const outcome = {
    done: work,
    left: await askTopics(() => planner.plan(lane)),
    opened: await waitUntilOpen(workshop, work, options.wait),
    confirmed: (await findConfirmation(workshop.pool)) !== undefined,
  };
  screen.say(wordsOfOutcome(outcome));
  return outcome.left.length === 0 && outcome.opened && outcome.confirmed ? EXIT.fine : EXIT.finding;
}

function planTable(plans: readonly LanePlan[], seal: boolean): string {
  const titles = ['lane', 'ends at', 'topics know', 'to put back'].map((title) => ({ title, right: true }));
  return table(
    [...titles, { title: 'then' }],
    plans.map((plan) => [
      plan.lane,
      plan.from,
      plan.known,
      plan.flaw && !seal ? 0 : plan.to - plan.from,
      fateOf(plan, seal),
    ]),
  );
}

async function carryOut(workshop: Workshop, plans: readonly LanePlan[], screen: Screen): Promise<void> {
  const run = new RefillRun(workshop, (lane, position) =>
    screen.progress(`lane ${lane}: put back to ${counted(position)}`),
  );
  for (const plan of plans) {
    if (plan.flaw) await run.fillAndSeal(plan, wordsOfFlaw(plan.flaw));
    else await run.fill(plan);
  }
}

/** The relay opens lanes once it has compared them. */
async function waitUntilOpen({ repair }: Workshop, plans: readonly LanePlan[], seconds: number): Promise<boolean> {
  const filled = new Set(plans.filter(({ flaw }) => !flaw).map(({ lane }) => lane));
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const closed = (await repair.lanes()).filter((each) => filled.has(each.lane) && each.closed !== null);
    if (closed.length === 0) return true;
    if (Date.now() > until) return false;
    await delay(POLL_MS);
  }
}

interface Outcome {
  readonly done: readonly LanePlan[];
  /** What the topics still hold that the journal lacks. */
  readonly left: readonly LanePlan[];
  /** Whether the relay has opened what was filled. */
  readonly opened: boolean;
  readonly confirmed: boolean;
}

function wordsOfOutcome({ done, left, opened, confirmed }: Outcome): string {
  const [sound, sealed] = [done.filter(({ flaw }) => !flaw), done.filter(({ flaw }) => flaw)];
  const events = done.reduce((sum, { from, to }) => sum + to - from, 0);
  return [
    `Put back ${counted(events)} events.`,
    ...(sound.length > 0 && opened ? [`Accepting again: ${lanesOf(sound)}.`] : []),
    ...(opened ? [] : ['The relay has not opened the lanes yet: is it running? See bus journal status.']),
    ...(sealed.length > 0 ? [`Sealed for ever: ${lanesOf(sealed)}. What is open there: bus journal sealed`] : []),
    ...(left.length > 0
      ? [`Still closed: ${lanesOf(left)}. If what they lack is lost for good: bus journal refill --seal`]
      : []),
    ...(confirmed ? [] : ['The journal is not confirmed yet, so nothing is accepted: see bus journal status.']),
  ].join('\n');
}

const lanesOf = (plans: readonly LanePlan[]): string => `lanes ${plans.map(({ lane }) => lane).join(', ')}`;
