import { TransientError } from '#libs/kernel';
import type { Fold } from './command.js';

/** The stored form of a state: JSON with the version of its shape. */
export function writeState<State>(fold: Fold<State>, state: State): string {
  return JSON.stringify({ v: fold.version, state });
}

/** @throws TransientError when a newer (or older) writer wrote it: never decide on what is not understood. */
export function readState<State>(fold: Fold<State>, text: string | undefined): State {
  if (text === undefined) return fold.initialState();
  const { v, state } = JSON.parse(text) as { v: number; state: State };
  if (v !== fold.version) throw new TransientError('STATE_VERSION_UNKNOWN', 503, 30);
  return state;
}
