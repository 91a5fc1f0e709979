import type { LogRecord } from '#libs/event-log';
import type { Tx } from '#libs/postgres';
import type { DecodedRecord } from './decoded-record.js';

/**
 * What a consumer does with records, in one transaction with its checkpoint.
 * Records come in lane order within each lane, each once; after a failure they come again, perhaps in smaller groups.
 */
export interface Applier {
  /**
   * `park`: a record that cannot be applied parks its referral, and `apply` never sees a fault.
   * `never`: every record comes, those with a fault too; what fails nevertheless makes its lane wait, with an alarm.
   */
  readonly parking: 'park' | 'never';

  /**
   * @throws ImpossibleEventError when the content cannot be
   * @throws an error of the database as it is: its SQLSTATE tells an outage from bad content
   */
  apply(tx: Tx, records: readonly DecodedRecord[]): Promise<void>;

  /**
   * Records whose position was applied before: those that are not the same event as then. Their lanes stop.
   * Only a consumer that keeps every leaf can tell; without this method the runner compares the leaves that it still holds.
   */
  contradicting?(tx: Tx, again: readonly LogRecord[]): Promise<readonly LogRecord[]>;
}

/** The event can be read and cannot be: for example, it is decided for an agency that never existed. Parks its referral. */
export class ImpossibleEventError extends Error {
  /** Which one of those that were to be applied, where that is known. */
  readonly record: LogRecord | null;

  constructor(
    readonly code: string,
    { record = null, ...options }: ErrorOptions & { readonly record?: LogRecord | null } = {},
  ) {
    super(code, options);
    this.name = 'ImpossibleEventError';
    this.record = record;
  }
}
