import type { Row } from '../harness/row.js';
import { fanOut } from './fan-out.js';

export const deliveryRows: readonly Row[] = [fanOut];
