import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateJournal } from '#libs/journal';
import { bookkeepingSchema, busTimeSchema, readBusTime } from '#libs/projections';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import pg from 'pg';
import { DataFolder } from './data-folder.js';
import { BusTime } from './time.js';

const DAY = 86_400_000;
const SOON = 60_000;

describe('the time of the bus, put ahead', () => {
  let databases: { readonly journal: SpecDatabase; readonly views: SpecDatabase; readonly delivery: SpecDatabase };
  let folder: string;

  const withPool = async <T>(database: SpecDatabase, work: (pool: pg.Pool) => Promise<T>): Promise<T> => {
    const pool = new pg.Pool({ connectionString: database.url(), max: 1 });
    try {
      return await work(pool);
    } finally {
      await pool.end();
    }
  };
  const timeOf = (names: Readonly<Record<string, string>>): BusTime => {
    const url = (path: string) => `http://127.0.0.1:1/${path}`;
    const places = { api: url('api'), issuer: url('issuer'), registry: url('registry'), kafka: ['127.0.0.1:1'] };
    const endpoints = { ...places, postgres: databases.journal.url(), databases: names };
    writeFileSync(join(folder, 'endpoints.json'), JSON.stringify(endpoints));
    return new BusTime(new DataFolder(folder));
  };
  const aheadIn = async (name: 'views' | 'delivery'): Promise<number> =>
    (await withPool(databases[name], readBusTime)) - Date.now();

  beforeAll(async () => {
    const [journal, views, delivery] = await Promise.all([
      createSpecDatabase(),
      createSpecDatabase(),
      createSpecDatabase(),
    ]);
    databases = { journal, views, delivery };
    await migrateJournal(journal.url(), { adjustableClock: true });
    for (const told of [views, delivery])
      await withPool(told, async (pool) => {
        for (const statement of [...bookkeepingSchema(), ...busTimeSchema()]) await pool.query(statement);
      });
    folder = mkdtempSync(join(tmpdir(), 'bus-time-'));
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await Promise.all(Object.values(databases).map((each) => each.drop()));
  });

  it('is told to views and to what is delivered, and to that alone which the endpoints name', async () => {
    const { journal, views, delivery } = databases;
    const named = { journal: journal.name, views: views.name, audit: views.name };
    await timeOf(named).advance(DAY);
    expect(Math.abs((await aheadIn('views')) - DAY)).toBeLessThan(SOON);
    expect(Math.abs(await aheadIn('delivery'))).toBeLessThan(SOON);
    // the next one, of any length, makes it good
    await timeOf({ ...named, delivery: delivery.name }).advance(DAY);
    for (const told of ['views', 'delivery'] as const)
      expect(Math.abs((await aheadIn(told)) - 2 * DAY)).toBeLessThan(SOON);
  });
});
