import type { AppName } from '../deployment/index.js';

/** The deployment and the load that a row wants. */
export interface RowSetup {
  readonly instances?: Readonly<Partial<Record<AppName, number>>>;
  readonly env?: Readonly<Partial<Record<AppName, Readonly<Record<string, string>>>>>;
  /** Referrals of the load, and how many a second. */
  readonly load?: { readonly referrals: number; readonly rate: number };
  /** What survives a crash matters: PostgreSQL runs with fsync. */
  readonly durable?: boolean;
}
