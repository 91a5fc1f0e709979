import type { Row } from '../harness/row.js';
import { cpu } from './cpu.js';
import { disk } from './disk.js';
import { latency } from './latency.js';
import { batched, singly } from './throughput.js';

export const endToEndRows: readonly Row[] = [singly, batched, latency, cpu, disk];
