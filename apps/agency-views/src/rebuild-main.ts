import 'reflect-metadata';
import { Pool } from 'pg';
import { type Compared, compareRebuilt } from './rebuild/compare-rebuilt.js';
import { readRebuildConfig } from './rebuild/rebuild-config.js';
import { rebuiltViews } from './rebuild/rebuilt-views.js';

// Run by `bus verify`: builds each view anew from the topics, beside the live one, and prints what differs as JSON
// `{ rows, differences: [{ at, what }] }`. The live views may go on: each is compared as it was at the start, and the log is
// read up to there. The scratch schemas are gone afterwards, also when something failed.
const config = readRebuildConfig(process.env);
const pool = new Pool({ connectionString: config.DATABASE_URL, application_name: 'agency-views-rebuild', max: 4 });

const snapshot = await pool.connect();
try {
  await snapshot.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const compared: Compared[] = [];
  for (const view of rebuiltViews) compared.push(await compareRebuilt(view, { snapshot, pool, env: process.env }));
  const rows = compared.reduce((sum, each) => sum + each.rows, 0);
  process.stdout.write(JSON.stringify({ rows, differences: compared.flatMap(({ differences }) => differences) }));
} finally {
  snapshot.release(true);
  await pool.end();
}
