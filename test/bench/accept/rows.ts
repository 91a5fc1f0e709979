import type { Row } from '../harness/row.js';
import { harnessAlone } from './harness-alone.js';
import { hotJurisdiction, inProcess, sixtyFourLanes } from './in-process.js';
import { inBatches, singly } from './over-http.js';
import { twoWriters } from './two-writers.js';
import { quietNeighbour, urgentUnderFlood } from './under-load.js';

export const acceptRows: readonly Row[] = [
  harnessAlone,
  inProcess,
  sixtyFourLanes,
  hotJurisdiction,
  twoWriters,
  singly,
  inBatches,
];

/** What somebody notices of somebody else's load. */
export const pressureRows: readonly Row[] = [urgentUnderFlood, quietNeighbour];
