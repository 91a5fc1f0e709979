import { isDeepStrictEqual } from 'node:util';
import type { RecordedEvent } from '#libs/contracts';
import { type AnyRow, changesOf, MemoryTables, type Projection, type Table } from '#libs/projections';

export interface ProjectionSpec {
  /** The table's rows, in the order of their keys. */
  rows(table: Table): AnyRow[];
}

/**
 * A projection by itself: `projectionSpec(inbox)(events).rows(item)`. Checks on the way that saying the whole history again
 * changes nothing, as it must be with every projection.
 */
export function projectionSpec(projection: Projection): (events: readonly RecordedEvent[]) => ProjectionSpec {
  return (events) => {
    const once = replayed(projection, events);
    const twice = replayed(projection, [...events, ...events]);
    for (const table of projection.tables) {
      if (!isDeepStrictEqual(once.rows(table), twice.rows(table))) {
        throw new Error(`${projection.name}: events that are said again change ${table.name}`);
      }
    }
    return { rows: (table) => once.rows(table) };
  };
}

function replayed(projection: Projection, events: readonly RecordedEvent[]): MemoryTables {
  const tables = new MemoryTables();
  for (const event of events) tables.apply(changesOf(projection, event));
  return tables;
}
