import type { Row } from '../harness/row.js';
import { drain } from './drain.js';
import { idle } from './idle.js';
import { lateness } from './lateness.js';

export const clockRows: readonly Row[] = [lateness, idle, drain];
