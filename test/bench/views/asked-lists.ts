import type { Pool } from 'pg';
import { AbstractLogger } from 'typeorm';

interface Asked {
  readonly sql: string;
  readonly params: unknown[];
}

/** Remembers the pages that the agencies' view was asked for, as they reached the database. */
export class AskedLists extends AbstractLogger {
  #asked: Asked[] = [];

  constructor() {
    super(['query']);
  }

  take(): readonly Asked[] {
    return this.#asked.splice(0);
  }

  override logQuery(sql: string, params: unknown[] = []): void {
    if (sql.includes('ORDER BY "referral".')) this.#asked.push({ sql, params });
  }

  protected override writeLog(): void {
    // nothing is written anywhere
  }
}

/** What the database did for a page. */
export interface PagePlan {
  /** Rows of `referral` that were looked at. */
  readonly read: number;
  readonly sorted: boolean;
  /** By which rows of `referral` were found. */
  readonly indexes: readonly string[];
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

export async function planOf(pool: Pool, { sql, params }: Asked): Promise<PagePlan> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ${sql}`,
    params,
  );
  const nodes = rows.flatMap((row) => nodesIn(row['QUERY PLAN'][0].Plan));
  const reading = nodes.filter((node) => node['Relation Name'] === 'referral');
  return {
    read: reading.reduce((sum, node) => sum + readBy(node), 0),
    sorted: nodes.some((node) => node['Node Type'].includes('Sort')),
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []).filter((name) => name.startsWith('referral')),
  };
}

const nodesIn = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesIn)];

const readBy = (node: Node): number =>
  node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
