import { TransientError } from '#libs/kernel';
import type { Fold } from './command.js';

/** The stored form of a state: JSON with the version of its shape. */
export function writeState<State>(fold: Fold<State>, state: State): string {
  return JSON.stringify({ v: fold.version, state });
}

/**
 * The state that was stored, brought up to this version where an earlier writer wrote it. It is written in this version with the
 * next event of its key, and not before.
 * @throws TransientError when a later writer wrote it: never decide on what is not understood
 */
export function readState<State>(fold: Fold<State>, text: string | undefined): State {
  if (text === undefined) return fold.initialState();
  let { v, state } = JSON.parse(text) as { v: number; state: unknown };
  for (; v !== fold.version; v++) {
    const upcast = fold.upcasts?.[v];
    if (!upcast) throw new TransientError('STATE_VERSION_UNKNOWN', 503, 30);
    state = upcast(state);
  }
  return state as State;
}

/** Whether a stored text stands for this state: written so, or by an earlier version and brought up to this one. */
export function standsFor<State>(fold: Fold<State>, text: string | undefined, state: State): boolean {
  const expected = writeState(fold, state);
  if (text === undefined || text === expected) return text === expected;
  try {
    return writeState(fold, readState(fold, text)) === expected;
  } catch {
    return false; // what cannot be read stands for nothing
  }
}
