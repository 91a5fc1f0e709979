import { setTimeout as delay } from 'node:timers/promises';
import { until } from '#libs/testing';
import type { AppName, AppProcess, Deployment, DeploymentOptions } from '../deployment/index.js';
import type { Agencies } from './agencies.js';
import type { Hands } from './hands.js';
import type { Patch, Sign } from './patch.js';
import type { Points } from './points.js';

/** What a scenario has at hand. */
export interface Stage {
  readonly bus: Deployment;
  readonly agencies: Agencies;
  /** Of each app: instances of one share them. */
  readonly points: Readonly<Record<AppName, Points>>;
  readonly hands: Hands;
}

/** A load with the faults that bring a bug to light. An unpatched bus goes through it without a finding of its own. */
export interface Scenario {
  readonly what: string;
  /** One of each but for operations, which no check needs. */
  readonly instances?: DeploymentOptions['instances'];
  /** Points in the program where something can be made to happen. They change nothing by themselves. */
  readonly points?: readonly Patch[];
  /** What the faults themselves bring into any build, such as a forged record that lies on a topic. */
  readonly expects?: readonly Sign[];
  /** How long a verification waits for those who are behind, in seconds. */
  readonly waitSeconds?: number;
  play(stage: Stage): Promise<void>;
  /** After the verification: lets go what would keep an app from ending. */
  release?(stage: Stage): void;
}

/** The named instance of an app. */
export function instance(bus: Deployment, name: string): AppProcess {
  const found = bus.all.find((each) => each.name === name);
  if (!found) throw new Error(`this deployment has no ${name}`);
  return found;
}

/** Lets an app be killed where it next comes to a point, and starts it again. */
export async function crashAt({ bus, points }: Stage, app: AppName, point: string): Promise<void> {
  points[app].kill(point);
  await until(async () => (bus.apps[app].isRunning() ? undefined : true), 30_000);
  points[app].off(point);
  await bus.apps[app].start();
}

/** Settled, or so much time is over: for what may never come, as where a bug is planted, or where none is. */
export async function atMost(ms: number, waited: Promise<unknown>): Promise<void> {
  await Promise.race([waited.catch(() => undefined), delay(ms, undefined, { ref: false })]);
}
