import { prepared } from '#libs/postgres';
import { type Applier, ImpossibleEventError } from './applier.js';
import type { Change } from './change.js';
import { schemaOf } from './consumer.js';
import type { DecodedRecord } from './decoded-record.js';
import { changesOf, type Projection } from './define-projection.js';
import { foldChanges } from './fold.js';
import { writeRows } from './write-rows.js';

/** Keeps a projection's tables, in the schema of its version unless another is named. */
export function projectionApplier(projection: Projection, schema = schemaOf(projection)): Applier {
  return {
    parking: 'park',
    async apply(tx, records) {
      await writeRows(tx, schema, foldChanges(records.flatMap((each) => changesFrom(projection, each))));
      if (projection.derived) await tx.query(prepared(projection.derived(schema), placesOf(records)));
    },
  };
}

const placesOf = (records: readonly DecodedRecord[]): number[][] => [
  records.map(({ record }) => record.lane),
  records.map(({ record }) => record.position),
];

export function changesFrom(projection: Projection, { event }: DecodedRecord): readonly Change[] {
  if (!event) return [];
  try {
    return changesOf(projection, event);
  } catch (cause) {
    // A handler is pure: what it threw once it throws always.
    throw cause instanceof ImpossibleEventError ? cause : new ImpossibleEventError('EVENT_IMPOSSIBLE', { cause });
  }
}
