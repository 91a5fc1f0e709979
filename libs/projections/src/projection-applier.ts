import type { RecordedEvent } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { prepared, type Tx } from '#libs/postgres';
import { type Applier, ImpossibleEventError } from './applier.js';
import type { Change } from './change.js';
import { schemaOf } from './consumer.js';
import type { DecodedRecord } from './decoded-record.js';
import { changesOf, type Projection } from './define-projection.js';
import { foldChanges } from './fold.js';
import { isStorable } from './storable.js';
import { writeRows } from './write-rows.js';

/** Keeps a projection's tables, in the schema of its version unless another is named. */
export function projectionApplier(projection: Projection, schema = schemaOf(projection)): Applier {
  return {
    parking: 'park',
    async apply(tx, records) {
      await writeRows(tx, schema, foldChanges(records.flatMap((each) => changesFrom(projection, each))));
      await derive(
        tx,
        projection,
        schema,
        records.map(({ record }) => record),
      );
    },
  };
}

/** Fills the rows that follow from those of these records. */
export async function derive(
  tx: Tx,
  projection: Projection,
  schema: string,
  records: readonly LogRecord[],
): Promise<void> {
  const places = [records.map(({ lane }) => lane), records.map(({ position }) => position)];
  if (projection.derived) await tx.query(prepared(projection.derived(schema), places));
}

/** @throws ImpossibleEventError for what can be neither shown nor stored, whatever stands beside it in a batch */
export function changesFrom(projection: Projection, { record, event }: DecodedRecord): readonly Change[] {
  if (!event) return [];
  const changes = changesOrThrow(projection, event, record);
  if (!changes.every(isStorable)) throw new ImpossibleEventError('VALUE_NOT_STORABLE', { record });
  return changes;
}

function changesOrThrow(projection: Projection, event: RecordedEvent, record: LogRecord): readonly Change[] {
  try {
    return changesOf(projection, event);
  } catch (cause) {
    // A handler is pure: what it threw once it throws always.
    const code = cause instanceof ImpossibleEventError ? cause.code : 'EVENT_IMPOSSIBLE';
    throw new ImpossibleEventError(code, { cause, record });
  }
}
