import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import type { SimulatedProcess, Appointment, World } from './world.js';

/** A timer of simulated time, for whoever expects Node's. */
class SimulatedTimer {
  constructor(readonly cancel: () => void) {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
}

type Callback = (...values: unknown[]) => void;

const real = {
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  clear: globalThis.clearTimeout,
  delay: timersPromises.setTimeout,
  dateNow: Date.now.bind(Date),
  now: performance.now.bind(performance),
  random: Math.random.bind(Math),
  randomUUID: crypto.randomUUID.bind(crypto),
  randomFillSync: crypto.randomFillSync.bind(crypto),
};

let active: World | null = null;

/** Everything that runs meets this world's time and chance; null gives the real ones back. */
export function inhabit(world: World | null): void {
  active = world;
}

/** The real clock, whatever is simulated: milliseconds. */
export const realNow = real.now;

/** The process whose code runs. A timer that nobody owns could not die with its process. */
function here(world: World): SimulatedProcess {
  if (!world.running) throw new Error('code of the bus runs outside of every simulated process');
  return world.running;
}

const sleeping = new WeakMap<AbortSignal, Set<() => void>>();

/** Those who sleep until a signal says otherwise: one listener for all of them, since each costs more than a step. */
function sleepersOf(signal: AbortSignal): Set<() => void> {
  const known = sleeping.get(signal);
  if (known) return known;
  const sleepers = new Set<() => void>();
  sleeping.set(signal, sleepers);
  signal.addEventListener('abort', () => sleepers.forEach((wake) => wake()), { once: true });
  return sleepers;
}

const POLL_LATENESS_MS = 60;

/** A timer never goes off early, and often a little late; polls of a world in which nothing happens later still. */
function lateness(world: World, process: SimulatedProcess, ms: number): number {
  const jitter = process.chance.around(2);
  return ms <= process.pollsUpTo ? jitter + POLL_LATENESS_MS + world.laziness : jitter;
}

function start(world: World, ms: number, run: () => void): Appointment {
  const process = here(world);
  return world.after(ms + lateness(world, process, ms), process, run);
}

const timerOf = (appointment: Appointment): SimulatedTimer => new SimulatedTimer(() => appointment.cancel());

const simulated = {
  setTimeout: (callback: Callback, ms = 0, ...values: unknown[]) =>
    active ? timerOf(start(active, ms, () => callback(...values))) : real.setTimeout(callback, ms, ...values),

  setInterval: (callback: Callback, ms = 0, ...values: unknown[]) => {
    if (!active) return real.setInterval(callback, ms, ...values);
    const world = active;
    let next = start(world, ms, again);
    function again(): void {
      next = start(world, ms, again);
      callback(...values);
    }
    return new SimulatedTimer(() => next.cancel());
  },

  clear: (timer: unknown) => (timer instanceof SimulatedTimer ? timer.cancel() : real.clear(timer as NodeJS.Timeout)),

  delay: <T>(ms = 0, value?: T, options: { signal?: AbortSignal } = {}): Promise<T | undefined> => {
    if (!active) return real.delay(ms, value, options);
    const world = active;
    const { signal } = options;
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        appointment?.cancel();
        reject(new DOMException('The operation was aborted', 'AbortError'));
      };
      const sleepers = signal && sleepersOf(signal);
      const appointment = signal?.aborted
        ? undefined
        : start(world, ms, () => {
            sleepers?.delete(abort);
            resolve(value);
          });
      if (!appointment) abort();
      else sleepers?.add(abort);
    });
  },

  dateNow: () => (active ? (active.running?.clock ?? outside(active)) : real.dateNow()),
  now: () => (active ? active.now : real.now()),
  random: () => (active ? (active.running?.chance ?? active.chance).next() : real.random()),

  randomUUID: () => {
    if (!active) return real.randomUUID();
    const bytes = new Uint8Array(16);
    active.ids.fill(bytes);
    const hex = Buffer.from(bytes).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  },

  randomFillSync: <T extends NodeJS.ArrayBufferView>(view: T): T => {
    if (!active) return real.randomFillSync(view);
    active.ids.fill(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    return view;
  },
};

function outside(world: World): number {
  throw new Error(`somebody outside of every process asks for the time, ${world.now} ms after the beginning`);
}

/**
 * Puts simulated time and chance in the place of Node's, for everything in this program: named imports of Node's modules
 * included, since they are bound to what is replaced here.
 */
export function patchGlobals(): void {
  const timerFunctions = {
    setTimeout: simulated.setTimeout,
    setInterval: simulated.setInterval,
    clearTimeout: simulated.clear,
    clearInterval: simulated.clear,
  };
  Object.assign(globalThis, timerFunctions);
  Object.assign(timers, timerFunctions);
  Object.assign(timersPromises, { setTimeout: simulated.delay });
  Object.assign(crypto, { randomUUID: simulated.randomUUID, randomFillSync: simulated.randomFillSync });
  Object.assign(Date, { now: simulated.dateNow });
  Object.assign(performance, { now: simulated.now });
  Object.assign(Math, { random: simulated.random });
  syncBuiltinESMExports();
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      if (!active) throw error;
      active.thrown(error);
    });
  }
}
