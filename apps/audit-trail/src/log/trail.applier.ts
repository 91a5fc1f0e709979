import type { LogRecord } from '#libs/event-log';
import { type Applier, type DecodedRecord, ImpossibleEventError, type Tx } from '#libs/projections';
import { openAlarms, stoppedLanes } from './alarms.js';
import { findContradicting, insertEntries } from './entries.js';
import { entryOf } from './entry.js';
import { grow } from './lane-tree.js';
import { loadTrees, saveTrees } from './trees.js';

/**
 * Every record becomes the next leaf of its lane's tree, readable or not: the trail never parks (design 7).
 * A record that comes again is compared with its leaf; one that differs stops its lane, and the alarm in the database
 * keeps it stopped after a restart, until it is cleared.
 */
export class TrailApplier implements Applier {
  readonly parking = 'never';

  async apply(tx: Tx, records: readonly DecodedRecord[]): Promise<void> {
    const byLane = Map.groupBy(records, ({ record }) => record.lane);
    const lanes = [...byLane.keys()];
    if ((await stoppedLanes(tx, lanes)).length > 0) throw new ImpossibleEventError('LANE_STOPPED');
    const trees = await loadTrees(tx, lanes);
    for (const [lane, tree] of trees) {
      const next = byLane.get(lane) ?? [];
      trees.set(
        lane,
        grow(
          tree,
          next.map(({ record }) => record),
        ),
      );
    }
    await insertEntries(tx, records.map(entryOf));
    await saveTrees(tx, trees);
  }

  async contradicting(tx: Tx, again: readonly LogRecord[]): Promise<readonly LogRecord[]> {
    const found = await findContradicting(tx, again);
    if (found.length > 0)
      await openAlarms(
        tx,
        found.map((record) => ({ ...record, reason: 'SAME_POSITION_OTHER_BYTES' })),
      );
    return found;
  }
}
