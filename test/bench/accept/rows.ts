import type { Row } from '../harness/row.js';
import { harnessAlone } from './harness-alone.js';
import { inProcess } from './in-process.js';

export const acceptRows: readonly Row[] = [harnessAlone, inProcess];
