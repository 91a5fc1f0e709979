import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { type LanesToRebuild, rebuildPart } from './rebuild-part.js';

// A thread of `rebuildViews`.
parentPort?.postMessage(await rebuildPart(workerData as LanesToRebuild, process.env));
