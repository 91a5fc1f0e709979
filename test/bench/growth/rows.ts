import type { Row } from '../harness/row.js';
import { accept } from './accept.js';
import { memory } from './memory.js';

export const growthRows: readonly Row[] = [accept];
export const memoryRows: readonly Row[] = [memory];
