import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { kafkaConfigOf, LogReader } from '#libs/event-log';
import { readLanes, rebuildLanes } from '#libs/projections';
import { Pool } from 'pg';
import { agencyViews } from '../agency-views.projection.js';
import { readRebuildConfig } from './rebuild-config.js';

/** What a thread of `rebuildViews` is given. */
export interface LanesToRebuild {
  readonly schema: string;
  /** Position by lane. */
  readonly positions: ReadonlyMap<number, number>;
}

const { schema, positions } = workerData as LanesToRebuild;
const config = readRebuildConfig(process.env);
const pool = new Pool({ connectionString: config.DATABASE_URL, application_name: 'agency-views-rebuild', max: 2 });
const reader = new LogReader(kafkaConfigOf(config, 'agency-views-rebuild'), config.MAC_KEYS);
try {
  const records = readLanes(reader, agencyViews.topics, positions.keys());
  parentPort?.postMessage(await rebuildLanes({ pool, projection: agencyViews, schema }, records, positions));
} finally {
  await reader.close();
  await pool.end();
}
