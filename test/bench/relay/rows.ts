import type { Row } from '../harness/row.js';
import { ship } from './ship.js';

export const relayRows: readonly Row[] = [ship];
