export { type Applier, ImpossibleEventError } from './applier.js';
export { BUS_NOW, readBusTime, tellTimeAhead } from './bus-time.js';
export * from './change.js';
export { Checkpoints, type StoredCheckpoint } from './checkpoints.js';
export { consumerPool } from './consumer-pool.js';
export { type Consumer, groupOf, schemaOf } from './consumer.js';
export { type DecodedRecord, decodeRecord, type RecordFault } from './decoded-record.js';
export { changesOf, defineProjection, type EventOf, type Projection } from './define-projection.js';
export type { LaneCheckpoint } from './lane-checkpoint.js';
export { type Filed, LaneMerge, type LaneStop, type StopReason } from './lane-merge.js';
export { MemoryTables } from './memory-tables.js';
export { busTimeMigration, busTimeSchema } from './migrations/bus-time.js';
export { bookkeepingMigration, type BookkeepingRoles, bookkeepingSchema } from './migrations/bookkeeping.js';
export { type Letter, Parking } from './parking.js';
export { type ConsumerParts, listenAlone, type OpenConsumer, openConsumer } from './open-consumer.js';
export { findLiveVersion, switchLive } from './live-version.js';
export { type GateOptions, type GateQuery, PositionGate } from './position-gate.js';
export { type LaneProgress, Progress } from './progress.js';
export { projectionApplier } from './projection-applier.js';
export { ProjectionRunner, type RunnerParts } from './projection-runner.js';
export { askRedrive, findRedriven } from './redrive-desk.js';
export type { Redriven } from './redrive.js';
export { STALL_TIMES, type StallTimes } from './stall-watch.js';
export * from './table.js';
export { viewPages, viewSchema, type ViewRoles } from './view-schema.js';
export { differingRows, digestsOf, dumpDigest, type RowDifference, type TableDigest } from './dump-digest.js';
export {
  type Built,
  digestsOfRebuilt,
  dropRebuilt,
  dumpView,
  dumpViewIn,
  rebuildInto,
  rebuildLanes,
  type ViewDump,
} from './rebuild.js';
export { readLanes } from './read-lanes.js';
export { beginRebuild, completeRebuild, type RebuildTarget } from './view-builder.js';
