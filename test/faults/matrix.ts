import type { Row } from './row.js';
import { appRows } from './rows/apps.js';
import { brokerRows } from './rows/broker.js';
import { clockRows } from './rows/clocks.js';
import { combinedRows } from './rows/combined.js';
import { consumerRows } from './rows/consumers.js';
import { databaseRows } from './rows/database.js';
import { deliveryRows } from './rows/delivery.js';
import { disorderRows } from './rows/disorder.js';
import { diskRows } from './rows/disk.js';
import { ladderRows } from './rows/ladder.js';
import { laneRows } from './rows/lanes.js';
import { leaderRows } from './rows/leaders.js';
import { linkRows } from './rows/links.js';
import { lossRows } from './rows/losses.js';
import { onwardRows } from './rows/onward.js';
import { parkedBesideRows } from './rows/parked-beside.js';
import { parkedRows } from './rows/parked.js';
import { pressureRows } from './rows/pressure.js';
import { readerRollbackRows } from './rows/reader-rollback.js';
import { receiverRows } from './rows/receivers.js';
import { recordRows } from './rows/records.js';
import { versionRows } from './rows/versions.js';

const single: readonly Row[] = [
  ...appRows,
  ...brokerRows,
  ...leaderRows,
  ...linkRows,
  ...disorderRows,
  ...databaseRows,
  ...diskRows,
  ...recordRows,
  ...parkedRows,
  ...parkedBesideRows,
  ...consumerRows,
  ...pressureRows,
  ...lossRows,
  ...onwardRows,
  ...clockRows,
  ...deliveryRows,
  ...receiverRows,
  ...ladderRows,
  ...laneRows,
  ...versionRows,
  ...readerRollbackRows,
];

/** Every row, in the order of the matrix (faults.md section 1). */
export const matrix: readonly Row[] = [...single, ...combinedRows(single)];

/** The rows named by `--only`: `X5.kill`, or `X5` for all its variants. @throws Error for a name that is none */
export function rowsOf(names: readonly string[]): readonly Row[] {
  if (names.length === 0) return matrix.filter(({ id }) => id !== 'taste');
  return names.flatMap((name) => {
    const found = matrix.filter(({ id }) => id === name || id.startsWith(`${name}.`));
    if (found.length === 0) throw new Error(`there is no row ${name}: see --list`);
    return found;
  });
}
