import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consumerPool, schemaOf, viewSchema } from '#libs/projections';
import { ViewDatabase } from '#libs/testing';
import type { Pool } from 'pg';
import { agencyFeed } from './feed.projection.js';

const schema = schemaOf(agencyFeed);

let db: ViewDatabase;
let pool: Pool;

beforeAll(async () => {
  db = await ViewDatabase.create(viewSchema(agencyFeed));
  pool = consumerPool(db.url, agencyFeed);
});
afterAll(async () => {
  await pool.end();
  await db.close();
});

/**
 * Tables of an hour have no statistics yet. A plan that reads them whole would do so again for every batch, and the feed would
 * take longer the more it holds.
 */
describe('what a batch puts into the feeds, in a database that was never analysed', () => {
  it.each([
    ['the live one', schema],
    ['one that is built beside it', `${schema}_beside`],
  ])('is found by keys alone: %s', async (_what, of) => {
    if (of !== schema) for (const statement of viewSchema(agencyFeed, {}, of)) await pool.query(statement);
    const statement = agencyFeed.derived?.(of) ?? '';
    const client = await pool.connect();
    try {
      await client.query(`PREPARE put (int[], bigint[]) AS ${statement}`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE put ('{1}', '{1}')`);
      await client.query('DEALLOCATE put');
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('Index');
      expect(plan).not.toMatch(/Seq Scan on|Hash Join|Merge Join/);
    } finally {
      client.release();
    }
  });
});
