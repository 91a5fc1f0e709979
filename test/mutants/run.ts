import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CHECKS, type Checked } from '#libs/verification';
import { APP_NAMES, type AppName, Deployment, type Services } from '../deployment/index.js';
import { Agencies } from './agencies.js';
import { patchedBuild } from './build.js';
import { Hands } from './hands.js';
import type { Patch } from './patch.js';
import { Points } from './points.js';
import { type ScenarioName, scenarios } from './scenarios/index.js';
import { type Signs, signsIn } from './verdict.js';

const finding = z.looseObject({ kind: z.string(), at: z.string(), what: z.string() });
const report = z.looseObject({
  checks: z.array(
    z.looseObject({ id: z.enum(Object.keys(CHECKS) as (keyof typeof CHECKS)[]), findings: z.array(finding) }),
  ),
});

export interface Played {
  readonly signs: Signs;
  /** Every finding in words. */
  readonly words: readonly string[];
}

export interface PlayOptions {
  readonly services: Services;
  /** For builds; each is removed afterwards. */
  readonly folder: string;
  readonly scenario: ScenarioName;
  readonly patches: readonly Patch[];
}

/**
 * Builds the bus with the scenario's points and these patches, deploys it, plays the scenario, and verifies what is left with
 * the verifier of that same build: an operator has no other one, so a bug that both share must be seen nevertheless.
 */
export async function play({ services, folder, scenario: name, patches }: PlayOptions): Promise<Played> {
  const scenario = scenarios[name];
  const build = join(folder, `build-${Date.now()}`);
  const dist = patchedBuild(build, [...(scenario.points ?? []), ...patches]);
  try {
    const points = pointsOf(build);
    const instances = { operations: 0, ...scenario.instances };
    const env = Object.fromEntries(APP_NAMES.map((app) => [app, points[app].env]));
    const bus = await Deployment.start({ services, dist, instances, env });
    const hands = new Hands(bus);
    const agencies = await Agencies.open(bus.folder);
    const stage = { bus, agencies, points, hands };
    try {
      await scenario.play(stage);
      return await verified(bus, dist, agencies.ledger, scenario.waitSeconds ?? 15);
    } finally {
      scenario.release?.(stage);
      hands.close();
      await agencies.close();
      await bus.stop();
      await hands.removeTopics();
    }
  } finally {
    rmSync(build, { recursive: true, force: true });
  }
}

function pointsOf(build: string): Record<AppName, Points> {
  mkdirSync(join(build, 'points'));
  return Object.fromEntries(APP_NAMES.map((app) => [app, new Points(join(build, 'points', app))])) as Record<
    AppName,
    Points
  >;
}

/** `bus verify` of the build that was deployed. @throws Error when it could not do its work */
async function verified(bus: Deployment, dist: string, ledger: string, waitSeconds: number): Promise<Played> {
  const args = ['verify', '--json', '--ledger', ledger, '--wait', String(waitSeconds)];
  const { stdout, stderr } = await run(join(dist, 'apps/cli/src/main.js'), args, {
    BUS_DATA_DIR: bus.folder,
    KAFKA_TOPIC_PREFIX: bus.topicPrefix,
    BUS_DEBUG: '1',
  });
  if (stdout === '') throw new Error(`bus verify said nothing but: ${stderr}`);
  const checks = report.parse(JSON.parse(stdout)).checks as unknown as Checked[];
  const words = checks.flatMap(({ id, findings }) =>
    findings.map(({ kind, at, what }) => `${id} ${kind}: ${at}: ${what}`),
  );
  return { signs: signsIn(checks), words };
}

function run(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}
