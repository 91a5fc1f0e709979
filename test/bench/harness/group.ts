import type { Part } from '#libs/local-stack';
import type { Row } from './row.js';

/** Rows that are measured one after the other on one set of services. */
export interface Group {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly rows: readonly Row[];
  /** How long all rows may take in one go, services and checks included; null where a row asks for longer. */
  readonly mostMinutes: number | null;
  /** Why there is no bound. */
  readonly longer?: string;
}

/** How long a group took in one go, from the start of its services to their end. */
export interface GroupRun {
  readonly group: string;
  readonly seconds: number;
  readonly commit: string;
}
