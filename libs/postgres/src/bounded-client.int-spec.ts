import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Hole, until } from '#libs/testing';
import { BoundedClient } from './bounded-client.js';

describe('a connection through a network that goes silent', () => {
  const hole = new Hole();
  let url: string;
  const pools: pg.Pool[] = [];
  const poolOf = (options: object): pg.Pool => {
    const pool = new pg.Pool({ connectionString: url, Client: BoundedClient, max: 1, ...options });
    pool.on('error', () => undefined);
    pools.push(pool);
    return pool;
  };

  beforeAll(async () => {
    url = await hole.open();
  });
  afterEach(async () => {
    hole.swallowing = false;
    await Promise.all(pools.splice(0).map((pool) => pool.end()));
  });
  afterAll(() => hole.close());

  it('gives up what it asked, and its pool has another one as soon as the network is back', async () => {
    const pool = poolOf({ silenceMs: 1_500 });
    await pool.query('SELECT 1');
    hole.swallowing = true;
    await expect(pool.query('SELECT 2')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    hole.swallowing = false;
    expect((await pool.query('SELECT 3 AS three')).rows).toEqual([{ three: 3 }]);
  });

  it('gives up to connect', async () => {
    hole.swallowing = true;
    await expect(poolOf({ connectionTimeoutMillis: 200 }).query('SELECT 1')).rejects.toThrow(/timeout/);
  });

  it('is kept while it is idle, and while an answer takes long but comes in pieces', async () => {
    const pool = poolOf({ silenceMs: 1_000 });
    const pid = async (): Promise<unknown> => (await pool.query('SELECT pg_backend_pid() AS pid')).rows;
    const first = await pid();
    const begun = Date.now();
    await until(async () => Date.now() - begun > 2_500 || undefined);
    expect(await pid()).toEqual(first);
    await pool.query('SELECT pg_sleep(0.3), g, repeat(md5(g::text), 1000) FROM generate_series(1, 8) g');
    expect(await pid()).toEqual(first);
  }, 20_000);

  it('gives up what it asked after it was idle for long', async () => {
    const pool = poolOf({ silenceMs: 1_000 });
    await pool.query('SELECT 1');
    const begun = Date.now();
    await until(async () => Date.now() - begun > 2_500 || undefined);
    hole.swallowing = true;
    await expect(pool.query('SELECT 2')).rejects.toThrow('the database was asked and says nothing');
  }, 20_000);

  it('fails everything that waits in a pipeline', async () => {
    const client = new BoundedClient({ connectionString: url, silenceMs: 1_500, pipeline: true });
    client.on('error', () => undefined);
    await client.connect();
    hole.swallowing = true;
    const outcomes = await Promise.allSettled([client.query('SELECT 1'), client.query('SELECT 2')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
