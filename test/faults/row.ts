import type { RowSetup } from './row-setup.js';
import type { Scene } from './scene.js';

/** What the machine must be able to do for a row. */
export type Need = 'strace' | 'tmpfs' | 'prlimit' | 'memory';

/** One line of the matrix (faults.md section 1): what is done to the bus while agencies use it, and what must hold. */
export interface Row {
  /** Of the matrix, with a variant: `X5.kill`. */
  readonly id: string;
  readonly title: string;
  readonly needs?: readonly Need[];
  readonly setup?: RowSetup;
  /** Does it, while the load runs. Ends when the fault is over; proxies are healed and what is dead is restarted afterwards. */
  readonly inject: (scene: Scene) => Promise<void>;
  /** Milliseconds after the fault within which a new referral must be accepted, shown, and in the trail. */
  readonly recoverMs?: number;
  /** Nothing else can run on the same services and deployment afterwards. */
  readonly spoils?: boolean;
  /** What `bus verify` may find, since the row itself put it there. */
  readonly mayFind?: RegExp;
  /** What else must hold once everything is quiet. @throws Error where it does not */
  readonly afterwards?: (scene: Scene) => Promise<void>;
}
