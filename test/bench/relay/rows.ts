import type { Row } from '../harness/row.js';
import { idle } from './idle.js';
import { ship } from './ship.js';

export const relayRows: readonly Row[] = [ship, idle];
