import type { CommandDigests } from './digest-keys.js';
import type { LaneCommand, Outcome } from './command.js';

/** A command that waits for its lane, with its caller. */
export interface Pending<State = unknown> {
  readonly command: LaneCommand<State>;
  readonly digests: CommandDigests;
  /** The same command under earlier digest keys. */
  readonly earlier: readonly CommandDigests[];
  readonly keyTime: number | null;
  /** Records about an agency (an access stream) have no state to decide on and no leg. */
  readonly stateless: boolean;
  readonly resolve: (outcome: Outcome<State>) => void;
  readonly reject: (error: unknown) => void;
}
