import type { Part } from '#libs/local-stack';
import { acceptRows } from './accept/rows.js';
import { baselineRows } from './baseline/rows.js';
import { clockRows } from './clocks/rows.js';
import { deliveryRows } from './delivery/rows.js';
import { endToEndRows } from './end-to-end/rows.js';
import { growthRows } from './growth/rows.js';
import type { Row } from './harness/row.js';
import { projectRows } from './project/rows.js';
import { relayRows } from './relay/rows.js';
import { viewsRows } from './views/rows.js';

/** A group's rows are measured one after the other on one set of services; a group takes ten minutes at the most. */
export interface Group {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly rows: readonly Row[];
}

export const groups: readonly Group[] = [
  { name: 'accept', parts: ['postgres'], rows: [...acceptRows, ...baselineRows] },
  { name: 'clocks', parts: ['postgres'], rows: clockRows },
  { name: 'relay', parts: ['postgres', 'kafka', 'registry'], rows: relayRows },
  { name: 'project', parts: ['postgres', 'kafka', 'registry'], rows: projectRows },
  { name: 'views', parts: ['postgres', 'kafka', 'registry'], rows: viewsRows },
  { name: 'delivery', parts: ['postgres'], rows: deliveryRows },
  { name: 'end-to-end', parts: ['postgres', 'kafka', 'registry'], rows: endToEndRows },
  { name: 'growth', parts: ['postgres', 'kafka', 'registry'], rows: growthRows },
];
