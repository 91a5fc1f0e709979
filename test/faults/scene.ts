import { setTimeout as delay } from 'node:timers/promises';
import { Prng } from '../../apps/cli/src/simulate/prng.js';
import type { AppName, AppProcess, Deployment, OwnServices } from '../deployment/index.js';
import type { Links } from './nemesis/links.js';
import { countsOf } from './nemesis/counts.js';
import { restartService } from './nemesis/services.js';
import type { Stage } from './stage.js';

/** How soon somebody who watches must be able to see that something is wrong (faults.md section 1). */
const SIGNAL_MS = 10_000;
const RESTART_MS = 30_000;
const RESTARTS = 5;

/** What a row acts on, with the run's choices and its notes. */
export class Scene {
  readonly bus: Deployment;
  readonly services: OwnServices;
  readonly links: Links;
  /** The seed decides every choice. */
  readonly prng: Prng;
  readonly notes: string[] = [];
  readonly failures: string[] = [];
  /** Undoes what a row did to the machine, whatever came of it. */
  readonly undo: (() => Promise<void> | void)[] = [];
  #begun = performance.now();
  /** How many times slower the machine is than one that does nothing else: every bound is stretched by it. */
  slowness = 1;
  #expecting = true;
  readonly #restarts = new Map<AppProcess, Promise<void>>();
  #before = { sent: 0, accepted: 0 };

  constructor({ bus, services, links }: Stage, seed: number) {
    [this.bus, this.services, this.links] = [bus, services, links];
    this.prng = new Prng(seed, 77);
    const spoiling = new Prng(seed, 78);
    links.chance(() => spoiling.fraction());
  }

  async begin(): Promise<void> {
    this.#before = await countsOf(this.bus);
    this.#begun = performance.now();
  }

  /** What was done, with the time since the load began. */
  note(what: string): void {
    this.notes.push(`${((performance.now() - this.#begun) / 1000).toFixed(1)}s ${what}`);
  }

  /** Something that a row expects did not hold. Faults that come over each other expect nothing but a sound end. */
  fail(what: string): void {
    if (this.#expecting) this.failures.push(what);
    else this.note(`(${what})`);
  }

  /** Rows at the same time. */
  async together(rows: readonly { readonly inject: (scene: Scene) => Promise<void> }[]): Promise<void> {
    this.#expecting = false;
    const outcomes = await Promise.allSettled(rows.map(({ inject }) => inject(this)));
    for (const outcome of outcomes) if (outcome.status === 'rejected') this.note(`(${String(outcome.reason)})`);
    await this.restore();
    this.#expecting = true;
  }

  /** Lets a time pass that the seed chooses. It is part of the fault, and nothing is expected to have happened by then. */
  async pass(leastMs: number, mostMs: number): Promise<void> {
    await delay(this.prng.between(leastMs, mostMs));
  }

  /** A bound on a machine as slow as this one. */
  bound(ms: number): number {
    return ms * this.slowness;
  }

  app(name: AppName): AppProcess {
    return this.bus.apps[name];
  }

  async kill(app: AppProcess): Promise<void> {
    this.note(`SIGKILL ${app.name}`);
    await app.end('SIGKILL');
  }

  /** Like a supervisor: once, whoever asks, and again when a start fails because a service is away. */
  async restart(app: AppProcess): Promise<void> {
    const restart = this.#restarts.get(app) ?? this.#restart(app).finally(() => this.#restarts.delete(app));
    this.#restarts.set(app, restart);
    await restart;
  }

  async #restart(app: AppProcess): Promise<void> {
    for (let tries = 1; !app.isRunning() || !(await app.isReady()); tries++) {
      try {
        if (!app.isRunning()) app.launch();
        await app.ready(this.bound(RESTART_MS));
      } catch (error) {
        if (tries === RESTARTS) throw error;
        await delay(1_000);
      }
    }
    this.note(`${app.name} is ready again`);
  }

  async freeze(app: AppProcess, ms: number): Promise<void> {
    this.note(`${app.name} stands still for ${ms} ms`);
    app.signal('SIGSTOP');
    await delay(ms);
    app.signal('SIGCONT');
  }

  /** Something that an operator looks at must show the fault in time. */
  async signalled(what: string, ask: () => Promise<boolean>): Promise<void> {
    const begun = performance.now();
    while (!(await ask().catch(() => false))) {
      if (performance.now() - begun > this.bound(SIGNAL_MS)) return this.fail(`no signal in time: ${what}`);
      await delay(50);
    }
    this.note(`seen after ${((performance.now() - begun) / 1000).toFixed(1)} s: ${what}`);
  }

  /** How many times what was accepted since the load began lies on the topics. */
  async sentRatio(): Promise<number> {
    const now = await countsOf(this.bus);
    return (now.sent - this.#before.sent) / Math.max(1, now.accepted - this.#before.accepted);
  }

  /** The fault is over: everything that should run runs. */
  async restore(): Promise<void> {
    await this.links.heal();
    for (const app of this.bus.all) if (app.isRunning()) app.signal('SIGCONT');
    for (const undo of this.undo.splice(0).reverse()) await undo();
    for (const part of ['postgres', 'kafka', 'registry'] as const) {
      if (!this.services.isRunning(part)) await restartService(this.services, part);
    }
    for (const app of this.bus.all) if (!app.isRunning()) await this.restart(app);
  }
}
