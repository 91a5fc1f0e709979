import type { AppName } from '../deployment/index.js';
import type { Scene } from './scene.js';

/** What the machine must be able to do for a row. */
export type Need = 'strace' | 'tmpfs' | 'prlimit' | 'memory';

export interface RowSetup {
  readonly instances?: Readonly<Partial<Record<AppName, number>>>;
  readonly env?: Readonly<Partial<Record<AppName, Readonly<Record<string, string>>>>>;
  /** Referrals of the load, and how many a second. */
  readonly load?: { readonly referrals: number; readonly rate: number };
  /** What survives a crash matters: PostgreSQL runs with fsync. */
  readonly durable?: boolean;
}

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
