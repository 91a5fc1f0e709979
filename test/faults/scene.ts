import { setTimeout as delay } from 'node:timers/promises';
import { Prng } from '../../apps/cli/src/simulate/prng.js';
import type { Part } from '#libs/local-stack';
import type { AppName, AppProcess, Deployment, OwnServices } from '../deployment/index.js';
import type { Links } from './nemesis/links.js';
import { NotInjected } from './not-injected.js';
import { countsOf } from './nemesis/counts.js';
import { restartService } from './nemesis/services.js';
import type { Stage } from './stage.js';

/** How soon somebody who watches must be able to see that something is wrong (faults.md section 1). */
const SIGNAL_MS = 10_000;
const RESTART_MS = 30_000;
const RESTARTS = 5;
/** A service that another fault took away is back by then. */
const REACHED_MS = 60_000;

/** What a row acts on, with the run's choices and its notes. */
export class Scene {
  readonly bus: Deployment;
  readonly services: OwnServices;
  readonly links: Links;
  /** The seed decides every choice. */
  readonly prng: Prng;
  readonly notes: string[] = [];
  readonly failures: string[] = [];
  /** Faults that did not come. */
  readonly missed: string[] = [];
  /** Undoes what a row did to the machine, whatever came of it. */
  readonly undo: (() => Promise<void> | void)[] = [];
  #begun = performance.now();
  /** How many times slower the machine is than one that does nothing else: every bound is stretched by it. */
  slowness = 1;
  #expecting = true;
  readonly #restarts = new Map<AppProcess, Promise<void>>();
  #before = { sent: 0, accepted: 0 };

  constructor(
    { bus, services, links }: Stage,
    readonly seed: number,
  ) {
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

  /** A fault did not come: the run is no evidence of what it would have shown. */
  miss(what: string): void {
    this.missed.push(what);
    this.note(`NOT INJECTED ${what}`);
  }

  /** Does to a service what needs it to be there: again, until it is. @throws NotInjected after the bound */
  async reaching<T>(what: string, act: () => Promise<T>): Promise<T> {
    for (const until = performance.now() + this.bound(REACHED_MS); ; await delay(200)) {
      try {
        return await act();
      } catch (error) {
        if (performance.now() > until) throw new NotInjected(`${what}: ${String(error)}`, { cause: error });
      }
    }
  }

  /** Rows at the same time. One that could not go to its end is not known to have come. */
  async together(
    rows: readonly { readonly id: string; readonly inject: (scene: Scene) => Promise<void> }[],
  ): Promise<void> {
    this.#expecting = false;
    const outcomes = await Promise.allSettled(rows.map(({ inject }) => inject(this)));
    for (const [nth, outcome] of outcomes.entries())
      if (outcome.status === 'rejected') this.miss(`${rows[nth]?.id}: ${String(outcome.reason)}`);
    await this.restore();
    this.#expecting = true;
  }

  /** Seeds that follow each other go through all of these in turn. */
  turn<T>(choices: readonly T[]): T {
    const chosen = choices[this.seed % choices.length];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
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

  /** @returns whether it ran until then */
  async kill(app: AppProcess): Promise<boolean> {
    if (!app.isRunning()) return false;
    this.note(`SIGKILL ${app.name}`);
    await app.end('SIGKILL');
    return true;
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

  /** @returns whether it ran */
  async freeze(app: AppProcess, ms: number): Promise<boolean> {
    if (!app.isRunning()) return false;
    this.note(`${app.name} stands still for ${ms} ms`);
    app.signal('SIGSTOP');
    await delay(ms);
    if (app.isRunning()) app.signal('SIGCONT');
    return true;
  }

  /** Stops a service as the signal does; one that another fault took away, once it is back. @throws NotInjected after the bound */
  async stop(part: Part, signal: NodeJS.Signals): Promise<void> {
    await this.reaching(`${part} could not be stopped`, () => Promise.resolve(this.services.pidOf(part)));
    await this.services.kill(part, signal);
  }

  /** Something that an operator looks at must show the fault in time: ten seconds unless a row says less. */
  async signalled(what: string, ask: () => Promise<boolean>, boundMs = SIGNAL_MS): Promise<void> {
    const begun = performance.now();
    while (!(await ask().catch(() => false))) {
      if (performance.now() - begun > this.bound(boundMs)) return this.fail(`no signal in time: ${what}`);
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
