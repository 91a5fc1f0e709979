import {
  differingRows,
  digestsOfRebuilt,
  dropRebuilt,
  dumpViewIn,
  type Projection,
  schemaOf,
  type ViewDump,
} from '#libs/projections';
import type { Tx } from '#libs/postgres';
import type { Pool } from 'pg';
import { rebuildViews } from './rebuild-views.js';

interface Difference {
  readonly at: string;
  readonly what: string;
}

export interface Compared {
  readonly rows: number;
  readonly differences: readonly Difference[];
}

interface Comparing {
  /** A transaction that sees one state of the live view to its end. */
  readonly snapshot: Tx;
  readonly pool: Pool;
  /** The app's own environment. */
  readonly env: NodeJS.ProcessEnv;
}

/** Rows that are named of a table that differs. */
const NAMED = 20;

/** Builds a view beside the live one, up to where that stands in the snapshot, and compares row by row. Leaves nothing behind. */
export async function compareRebuilt(projection: Projection, { snapshot, pool, env }: Comparing): Promise<Compared> {
  const schema = `${projection.name}_rebuild_${process.pid}`;
  const target = { pool, projection, schema };
  try {
    const live = await dumpViewIn(snapshot, projection, schemaOf(projection));
    const { positions } = await rebuildViews(target, env, live.positions);
    const rebuilt = { positions, digests: await digestsOfRebuilt(target) };
    const differing = projection.tables.filter(({ name }) => digestIn(live, name) !== digestIn(rebuilt, name));
    const differences = [...shorter(projection.name, live, rebuilt)];
    for (const table of differing)
      differences.push(...(await rowsThatDiffer(projection, table, { tx: snapshot, pool, schema })));
    return { rows: rebuilt.digests.reduce((sum, { rows }) => sum + rows, 0), differences };
  } finally {
    await dropRebuilt(pool, schema);
  }
}

const digestIn = ({ digests }: ViewDump, table: string): string | undefined =>
  digests.find((each) => each.table === table)?.digest;

function shorter(view: string, live: ViewDump, rebuilt: ViewDump): Difference[] {
  return [...live.positions]
    .filter(([lane, position]) => (rebuilt.positions.get(lane) ?? 0) !== position)
    .map(([lane, position]) => ({
      at: `${view} lane ${lane}`,
      what: `rebuilt to ${rebuilt.positions.get(lane) ?? 0}, live at ${position}`,
    }));
}

async function rowsThatDiffer(
  projection: Projection,
  table: Projection['tables'][number],
  { tx, pool, schema }: { readonly tx: Tx; readonly pool: Pool; readonly schema: string },
): Promise<Difference[]> {
  const found: Difference[] = [];
  const client = await pool.connect();
  await client.query('BEGIN READ ONLY');
  const [left, right] = [
    { tx, schema: schemaOf(projection) },
    { tx: client, schema },
  ];
  let rows = 0;
  for await (const { key, only } of differingRows(table, left, right)) {
    rows += 1;
    const what = { left: 'live only', right: 'rebuilt only', neither: 'other values' }[only];
    if (rows <= NAMED) found.push({ at: `${projection.name} ${table.name} ${key}`, what });
  }
  if (rows > NAMED) found.push({ at: `${projection.name} ${table.name}`, what: `${rows} rows differ` });
  client.release(true);
  return found;
}
