import type { CommandDigests } from './digest-keys.js';
import type { LaneCommand, Outcome } from './command.js';

/** A digest as text, to look it up by. */
export const textOf = (digest: Buffer): string => digest.toString('latin1');

/** A command that waits for its lane, with its caller. */
export interface Pending<State = unknown> {
  readonly command: LaneCommand<State>;
  readonly digests: CommandDigests;
  /** The digest of its key as `textOf` has it, which a Map can hold. */
  readonly keyText: string;
  /** The same command under earlier digest keys. */
  readonly earlier: readonly CommandDigests[];
  readonly keyTime: number | null;
  /** Records about an agency (an access stream) have no state to decide on and no leg. */
  readonly stateless: boolean;
  readonly resolve: (outcome: Outcome<State>) => void;
  readonly reject: (error: unknown) => void;
}
