import type { LogRecord } from '#libs/event-log';
import { type Applier, type DecodedRecord, ImpossibleEventError } from '#libs/projections';
import type { Tx } from '#libs/postgres';
import { openAlarms, stoppedLanes } from './alarms.js';
import { findContradicting, insertEntries } from './entries.js';
import { entryOf } from './entry.js';
import { grow, type LaneTree } from './lane-tree.js';
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
    // The trees grow while the database takes the entries in.
    const [, grown] = await Promise.all([insertEntries(tx, records.map(entryOf)), grownBy(trees, byLane)]);
    await saveTrees(tx, grown);
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

type Trees = ReadonlyMap<number, LaneTree>;

/** A promise, so that whoever waits for the entries hears of a lane that does not go on, and neither failure is lost. */
function grownBy(trees: Trees, byLane: ReadonlyMap<number, readonly DecodedRecord[]>): Promise<Trees> {
  const grown = ([lane, tree]: [number, LaneTree]): [number, LaneTree] => [
    lane,
    grow(
      tree,
      (byLane.get(lane) ?? []).map(({ record }) => record),
    ),
  ];
  return new Promise((resolve) => resolve(new Map([...trees].map(grown))));
}
