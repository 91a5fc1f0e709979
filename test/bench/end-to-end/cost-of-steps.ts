import { setTimeout as delay } from 'node:timers/promises';
import type { AppName } from '../../deployment/index.js';
import type { Stage, WholeBus } from './whole-bus.js';

const LOOK_MS = 20;

/** CPU seconds an event of each step, measured alone. */
export interface StepCosts {
  readonly accepting: number;
  readonly relaying: number;
  readonly viewing: number;
  readonly auditing: number;
  readonly minding: number;
}

const BEHIND: readonly AppName[] = ['relay', 'agency-views', 'audit-trail', 'policies', 'membership', 'operations'];

/**
 * What each step costs when it runs alone: first the client and the write app with everything behind them stopped, then the
 * relay over what has gathered, then each consumer. Starting costs nothing here: a step counts from its first tenth on.
 * @param load fills the journal
 */
export async function costOfSteps(bus: WholeBus, load: () => Promise<unknown>): Promise<StepCosts> {
  for (const app of BEHIND) await bus.deployment.apps[app].end();
  const [before, cpu] = [await bus.count('accepted'), bus.cpuSeconds()];
  await load();
  const accepting = (bus.cpuSeconds() - cpu) / ((await bus.count('accepted')) - before);
  const relaying = await costOf(bus, 'relay', 'relayed');
  const viewing = await costOf(bus, 'agency-views', 'in the views');
  const auditing = await costOf(bus, 'audit-trail', 'in the trail');
  const minding = await costOf(bus, 'policies', 'in the policies');
  for (const app of ['membership', 'operations'] as const) await bus.deployment.apps[app].start();
  return { accepting, relaying, viewing, auditing, minding };
}

async function costOf(bus: WholeBus, app: AppName, stage: Stage): Promise<number> {
  const from = await bus.count(stage);
  const wanted = await bus.wanted(stage);
  bus.deployment.apps[app].launch();
  const counted = async (share: number): Promise<{ events: number; cpu: number }> => {
    for (;;) {
      const events = await bus.count(stage);
      if (events >= from + share * (wanted - from)) return { events, cpu: bus.cpuSeconds() };
      await delay(LOOK_MS);
    }
  };
  const first = await counted(0.1);
  const last = await counted(1);
  return (last.cpu - first.cpu) / (last.events - first.events);
}

export const sumOf = ({ accepting, relaying, viewing, auditing, minding }: StepCosts): number =>
  accepting + relaying + viewing + auditing + minding;

const micro = (seconds: number): string => `${Math.round(seconds * 1e6)} µs`;

export const costsAsText = (costs: StepCosts): string =>
  `CPU per event, each step alone: client and acceptance ${micro(costs.accepting)}, relay and broker ${micro(costs.relaying)}, ` +
  `views ${micro(costs.viewing)}, trail ${micro(costs.auditing)}, policies ${micro(costs.minding)}; together ${micro(sumOf(costs))}.`;
