import { prepared, type Tx } from '#libs/postgres';
import { frontierBytes, parseFrontier, rootOf } from '#libs/transparency';
import { TRAIL_SCHEMA } from '../trail.js';
import { EMPTY_TREE, type LaneTree } from './lane-tree.js';

interface Row {
  lane: number;
  size: string;
  frontier: Buffer;
  head: Buffer;
}

/** The lanes' trees. Whoever calls holds their checkpoints, so nobody else writes them. */
export async function loadTrees(tx: Tx, lanes: readonly number[]): Promise<Map<number, LaneTree>> {
  const { rows } = await tx.query<Row>(
    prepared(`SELECT lane, size, frontier, head FROM ${TRAIL_SCHEMA}.tree WHERE lane = ANY($1::int[])`, [lanes]),
  );
  const stored = new Map(
    rows.map(({ lane, size, frontier, head }) => [lane, { frontier: parseFrontier(Number(size), frontier), head }]),
  );
  return new Map(lanes.map((lane) => [lane, stored.get(lane) ?? EMPTY_TREE]));
}

export async function saveTrees(tx: Tx, trees: ReadonlyMap<number, LaneTree>): Promise<void> {
  const values = [...trees.values()];
  await tx.query(
    prepared(
      `INSERT INTO ${TRAIL_SCHEMA}.tree (lane, size, frontier, root, head)
     SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[])
     ON CONFLICT (lane) DO UPDATE SET size = excluded.size, frontier = excluded.frontier, root = excluded.root, head = excluded.head`,
      [
        [...trees.keys()],
        values.map(({ frontier }) => frontier.size),
        values.map(({ frontier }) => frontierBytes(frontier)),
        values.map(({ frontier }) => rootOf(frontier)),
        values.map(({ head }) => head),
      ],
    ),
  );
}
