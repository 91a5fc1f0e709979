import type { KafkaConfig, MacKeys } from '#libs/event-log';
import type { DatabaseName } from './readers/databases.js';

/** Where the parts of one bus are. Whoever has these may verify it: nothing is asked of its apps, and nothing is written. */
export interface Sources {
  /** URLs, as a role that may read every table: an owner, or a member of pg_read_all_data and pg_monitor. */
  readonly databases: Readonly<Record<DatabaseName, string>>;
  readonly kafka: KafkaConfig;
  /** By which records of the relay are told from those of others. */
  readonly macKeys: MacKeys;
  /** Builds each read model anew from the topics; null leaves that out. */
  readonly rebuild: Rebuild | null;
  /** Folder in which the bus keeps its files on this machine, to look for what a crash left; null where there is none. */
  readonly folder: string | null;
}

/** What came out of a rebuild of the read models beside the live ones. */
export interface RebuildReport {
  readonly rows: number;
  /** Each a place and what differs there. */
  readonly differences: readonly { readonly at: string; readonly what: string }[];
}

/** The app that owns a view rebuilds it, since only it knows how: `rebuildProgram` runs its program. */
export type Rebuild = () => Promise<RebuildReport>;

/** A part of the bus does not answer, so nothing can be said of it. */
export class SourceAwayError extends Error {
  constructor(
    readonly source: DatabaseName | 'kafka',
    options?: ErrorOptions,
  ) {
    super(`${source} cannot be reached`, options);
    this.name = 'SourceAwayError';
  }
}
