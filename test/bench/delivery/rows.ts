import type { Row } from '../harness/row.js';
import { fanOut } from './fan-out.js';
import { idle } from './idle.js';
import { sustained } from './sustained.js';

export const deliveryRows: readonly Row[] = [fanOut, sustained, idle];
