import type { Row } from '../harness/row.js';
import { audit } from './audit.js';
import { consume } from './consume.js';
import { effect } from './effect.js';
import { rebuild } from './rebuild.js';

export const projectRows: readonly Row[] = [consume, effect, rebuild, audit];
