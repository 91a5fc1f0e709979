import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellTimeAhead } from '#libs/projections';
import type { DataSource } from 'typeorm';
import { Client } from 'pg';
import { viewsDatabase } from '../database/views-database.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { BusClock } from './bus-clock.js';

const DAY = 86_400_000;

describe('the time of the bus, as reads ask for it', () => {
  let bus: SpecBus;
  let database: DataSource;
  let owner: Client;
  beforeAll(async () => {
    bus = await SpecBus.start();
    database = await viewsDatabase(bus.databaseUrl).initialize();
    owner = new Client({ connectionString: bus.databaseUrl });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await database.destroy();
    await bus.stop();
  });

  it('is the true one, until training puts it ahead', async () => {
    const clock = new BusClock(database);
    const aheadOf = async (): Promise<number> => (await clock.now()) - Date.now();
    expect(Math.abs(await aheadOf())).toBeLessThan(10_000);
    await tellTimeAhead(owner, 30 * DAY);
    expect(Math.abs((await aheadOf()) - 30 * DAY)).toBeLessThan(10_000);
  });
});
