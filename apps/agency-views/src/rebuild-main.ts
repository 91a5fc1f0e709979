import 'reflect-metadata';
import {
  differingRows,
  digestsOfRebuilt,
  dropRebuilt,
  dumpViewIn,
  schemaOf,
  type Tx,
  type ViewDump,
} from '#libs/projections';
import { Pool } from 'pg';
import { agencyViews } from './agency-views.projection.js';
import { readRebuildConfig } from './rebuild/rebuild-config.js';
import { rebuildViews } from './rebuild/rebuild-views.js';

// Run by `bus verify`: builds the view anew from the topics, beside the live one, and prints what differs as JSON
// `{ rows, differences: [{ at, what }] }`. The live view may go on: it is compared as it was at the start, and the log is
// read up to there. The scratch schema is gone afterwards, also when something failed.
const config = readRebuildConfig(process.env);
const pool = new Pool({ connectionString: config.DATABASE_URL, application_name: 'agency-views-rebuild', max: 4 });
const schema = `agency_views_rebuild_${process.pid}`;

/** Rows that are named of a table that differs. */
const NAMED = 20;

const snapshot = await pool.connect();
try {
  await snapshot.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const live = await dumpViewIn(snapshot, agencyViews, schemaOf(agencyViews));
  const target = { pool, projection: agencyViews, schema };
  const { positions } = await rebuildViews(target, process.env, live.positions);
  const rebuilt = { positions, digests: await digestsOfRebuilt(target) };
  const differences = [...shorter(live, rebuilt), ...(await rowsThatDiffer(snapshot, live, rebuilt))];
  process.stdout.write(JSON.stringify({ rows: rebuilt.digests.reduce((sum, { rows }) => sum + rows, 0), differences }));
} finally {
  snapshot.release(true);
  await dropRebuilt(pool, schema);
  await pool.end();
}

function shorter(live: ViewDump, rebuilt: ViewDump): { at: string; what: string }[] {
  return [...live.positions]
    .filter(([lane, position]) => (rebuilt.positions.get(lane) ?? 0) !== position)
    .map(([lane, position]) => ({
      at: `agency_views lane ${lane}`,
      what: `rebuilt to ${rebuilt.positions.get(lane) ?? 0}, live at ${position}`,
    }));
}

async function rowsThatDiffer(tx: Tx, live: ViewDump, rebuilt: ViewDump): Promise<{ at: string; what: string }[]> {
  const found: { at: string; what: string }[] = [];
  for (const table of agencyViews.tables) {
    const digest = ({ digests }: ViewDump): string | undefined =>
      digests.find((each) => each.table === table.name)?.digest;
    if (digest(live) === digest(rebuilt)) continue;
    const client = await pool.connect();
    await client.query('BEGIN READ ONLY');
    const [left, right] = [
      { tx, schema: schemaOf(agencyViews) },
      { tx: client, schema },
    ];
    let rows = 0;
    for await (const { key, only } of differingRows(table, left, right)) {
      rows += 1;
      const what = { left: 'live only', right: 'rebuilt only', neither: 'other values' }[only];
      if (rows <= NAMED) found.push({ at: `agency_views ${table.name} ${key}`, what });
    }
    if (rows > NAMED) found.push({ at: `agency_views ${table.name}`, what: `${rows} rows differ` });
    client.release(true);
  }
  return found;
}
