import { kafkaConfigOf, LogReader } from '#libs/event-log';
import { type Built, readLanes, rebuildLanes } from '#libs/projections';
import { Pool } from 'pg';
import { readRebuildConfig } from './rebuild-config.js';
import { getView } from './rebuilt-views.js';

/** Some lanes of a view. */
export interface LanesToRebuild {
  /** Name of the view. */
  readonly view: string;
  readonly schema: string;
  /** Position by lane. */
  readonly positions: ReadonlyMap<number, number>;
}

/** Builds them by connections of its own. @param env the app's own environment */
export async function rebuildPart({ view, schema, positions }: LanesToRebuild, env: NodeJS.ProcessEnv): Promise<Built> {
  const projection = getView(view);
  const config = readRebuildConfig(env);
  const pool = new Pool({ connectionString: config.DATABASE_URL, application_name: 'agency-views-rebuild', max: 2 });
  const reader = new LogReader(kafkaConfigOf(config, 'agency-views-rebuild'), config.MAC_KEYS);
  try {
    const records = readLanes(reader, projection.topics, positions.keys());
    return await rebuildLanes({ pool, projection, schema }, records, positions);
  } finally {
    await reader.close();
    await pool.end();
  }
}
