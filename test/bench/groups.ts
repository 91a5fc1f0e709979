import type { Part } from '#libs/local-stack';
import { acceptRows } from './accept/rows.js';
import type { Row } from './harness/row.js';
import { projectRows } from './project/rows.js';
import { relayRows } from './relay/rows.js';

/** A group's rows are measured one after the other on one set of services; a group takes ten minutes at the most. */
export interface Group {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly rows: readonly Row[];
}

export const groups: readonly Group[] = [
  { name: 'accept', parts: ['postgres'], rows: acceptRows },
  { name: 'relay', parts: ['postgres', 'kafka', 'registry'], rows: relayRows },
  { name: 'project', parts: ['postgres', 'kafka', 'registry'], rows: projectRows },
];
