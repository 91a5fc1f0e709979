import { setTimeout as delay } from 'node:timers/promises';
import { Prng } from '../../apps/cli/src/simulate/prng.js';
import type { AppName, AppProcess, Deployment, OwnServices } from '../deployment/index.js';
import type { Links } from './nemesis/links.js';
import { restartService } from './nemesis/services.js';

/** How soon somebody who watches must be able to see that something is wrong (faults.md section 1). */
const SIGNAL_MS = 10_000;

export interface SceneParts {
  readonly bus: Deployment;
  readonly services: OwnServices;
  readonly links: Links;
  readonly seed: number;
}

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

  constructor({ bus, services, links, seed }: SceneParts) {
    [this.bus, this.services, this.links] = [bus, services, links];
    this.prng = new Prng(seed, 77);
  }

  begin(): void {
    this.#begun = performance.now();
  }

  /** What was done, with the time since the load began. */
  note(what: string): void {
    this.notes.push(`${((performance.now() - this.#begun) / 1000).toFixed(1)}s ${what}`);
  }

  fail(what: string): void {
    this.failures.push(what);
  }

  /** Lets a time pass that the seed chooses. It is part of the fault, and nothing is expected to have happened by then. */
  async pass(leastMs: number, mostMs: number): Promise<void> {
    await delay(this.prng.between(leastMs, mostMs));
  }

  app(name: AppName): AppProcess {
    return this.bus.apps[name];
  }

  async kill(app: AppProcess): Promise<void> {
    this.note(`SIGKILL ${app.name}`);
    await app.end('SIGKILL');
  }

  /** Like a supervisor, also when the first start fails because a service is away. */
  async restart(app: AppProcess): Promise<void> {
    await app.start();
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
      if (performance.now() - begun > SIGNAL_MS) return this.fail(`no signal within ${SIGNAL_MS / 1000} s: ${what}`);
      await delay(50);
    }
    this.note(`seen after ${((performance.now() - begun) / 1000).toFixed(1)} s: ${what}`);
  }

  /** The fault is over: everything that should run runs. */
  async restore(): Promise<void> {
    await this.links.heal();
    for (const undo of this.undo.splice(0).reverse()) await undo();
    for (const part of ['postgres', 'kafka', 'registry'] as const) {
      if (!this.services.isRunning(part)) await restartService(this.services, part);
    }
    for (const app of this.bus.all) if (!app.isRunning()) await this.restart(app);
  }
}
