import { acceptRows, pressureRows } from './accept/rows.js';
import { baselineRows } from './baseline/rows.js';
import { clockRows } from './clocks/rows.js';
import { deliveryRows } from './delivery/rows.js';
import { endToEndRows } from './end-to-end/rows.js';
import { growthRows, memoryRows } from './growth/rows.js';
import type { Group } from './harness/group.js';
import { projectRows } from './project/rows.js';
import { relayRows } from './relay/rows.js';
import { viewsRows } from './views/rows.js';

const MOST_MINUTES = { mostMinutes: 10 } as const;
const ALL = ['postgres', 'kafka', 'registry'] as const;

/** In the order in which they are measured when no group is named. */
export const groups: readonly Group[] = [
  { ...MOST_MINUTES, name: 'accept', parts: ['postgres'], rows: acceptRows },
  { ...MOST_MINUTES, name: 'pressure', parts: ['postgres'], rows: pressureRows },
  { ...MOST_MINUTES, name: 'baseline', parts: ['postgres'], rows: baselineRows },
  { ...MOST_MINUTES, name: 'clocks', parts: ['postgres'], rows: clockRows },
  { ...MOST_MINUTES, name: 'relay', parts: ALL, rows: relayRows },
  { ...MOST_MINUTES, name: 'project', parts: ALL, rows: projectRows },
  { ...MOST_MINUTES, name: 'views', parts: ALL, rows: viewsRows },
  { ...MOST_MINUTES, name: 'delivery', parts: ['postgres'], rows: deliveryRows },
  { ...MOST_MINUTES, name: 'end-to-end', parts: ALL, rows: endToEndRows },
  { ...MOST_MINUTES, name: 'growth', parts: ALL, rows: growthRows },
  { name: 'memory', parts: ALL, rows: memoryRows, mostMinutes: null, longer: 'since its row watches for 30 minutes' },
];
