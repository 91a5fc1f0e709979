import { type EventName, ordinalOf, type RecordedEvent } from '#libs/contracts';
import type { Change } from './change.js';
import { checkConsumer, type Consumer } from './consumer.js';
import type { Table } from './table.js';

/** An event of one type, as it stands in the log. */
export type EventOf<Name extends EventName> = Extract<RecordedEvent, { readonly type: Name }>;

type Changes = Change | readonly Change[] | undefined;

/** A read model: its tables, and what each event changes in them. */
export interface Projection extends Consumer {
  readonly tables: readonly Table[];
  /** Pure and total: a throw means that the event is impossible, and parks its referral. Events without an entry change nothing. */
  readonly on: { readonly [Name in EventName]?: (event: EventOf<Name>) => Changes };
  /**
   * Fills rows that follow from rows of several events: one statement, run after each batch in its transaction, with the
   * places of the batch's events (`$1::int[]` lanes, `$2::bigint[]` positions). It must come to the same rows however the
   * events are cut into batches, and when it is repeated.
   */
  readonly derived?: (schema: string) => string;
}

/** @throws Error when the definition contradicts itself */
export function defineProjection(projection: Projection): Projection {
  checkConsumer(projection);
  const names = projection.tables.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Error(`${projection.name}: two tables have one name`);
  return { ...projection, topics: projection.topics.toSorted((a, b) => ordinalOf(a) - ordinalOf(b)) };
}

/** What one event changes; empty for events that the projection does not know. */
export function changesOf(projection: Projection, event: RecordedEvent): readonly Change[] {
  const handler = projection.on[event.type] as ((event: RecordedEvent) => Changes) | undefined;
  const changes = handler?.(event) ?? [];
  return 'kind' in changes ? [changes] : changes;
}
