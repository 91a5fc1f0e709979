import 'reflect-metadata';
import { kafkaConfigOf, kafkaSettings, LogReader, macKeysField } from '#libs/event-log';
import { readConfig } from '#libs/platform';
import { dropRebuilt, dumpView, rebuildInto, schemaOf, type TableDigest } from '#libs/projections';
import { Pool } from 'pg';
import { z } from 'zod';
import { agencyViews } from './agency-views.projection.js';

// Run by `bus verify`: builds the view anew from the topics, beside the live one, and prints what differs as JSON
// `{ rows, differences: [text] }`. The scratch schema is gone afterwards, also when something failed.
const config = readConfig(
  z.object({ ...kafkaSettings, DATABASE_URL: z.string(), MAC_KEYS: macKeysField }),
  process.env,
);
const pool = new Pool({ connectionString: config.DATABASE_URL, application_name: 'agency-views-rebuild', max: 2 });
const reader = new LogReader(kafkaConfigOf(config, 'agency-views-rebuild'), config.MAC_KEYS);
const schema = `agency_views_rebuild_${process.pid}`;

try {
  const live = await dumpView(pool, agencyViews, schemaOf(agencyViews));
  const rebuilt = await rebuildInto(
    { pool, projection: agencyViews, schema },
    reader.readTopics(agencyViews.topics),
    live.positions,
  );
  const shorter = [...live.positions].filter(([lane, position]) => (rebuilt.positions.get(lane) ?? 0) !== position);
  const differences = [
    ...live.digests.flatMap((table) => differenceOf(table, rebuilt.digests)),
    ...shorter.map(
      ([lane, position]) => `lane ${lane}: rebuilt to ${rebuilt.positions.get(lane) ?? 0}, live at ${position}`,
    ),
  ];
  process.stdout.write(JSON.stringify({ rows: rebuilt.digests.reduce((sum, { rows }) => sum + rows, 0), differences }));
} finally {
  await dropRebuilt(pool, schema);
  await reader.close();
  await pool.end();
}

function differenceOf(live: TableDigest, rebuilt: readonly TableDigest[]): string[] {
  const anew = rebuilt.find(({ table }) => table === live.table);
  if (anew?.digest === live.digest) return [];
  return [`table ${live.table}: ${live.rows} rows live, ${anew?.rows ?? 0} rebuilt, not the same`];
}
