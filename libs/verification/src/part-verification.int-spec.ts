import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ordinalOf } from '#libs/contracts';
import { migrateJournal } from '#libs/journal';
import { createSpecDatabase, LaneHistory, type SpecDatabase } from '#libs/testing';
import pg from 'pg';
import { received, submitted } from './lane.fixtures.js';
import { verifyParts } from './part-verification.js';

const CHECKS = ['order', 'K2'] as const;

describe('a journal without the rest of its bus', () => {
  let database: SpecDatabase;
  let owner: pg.Pool;
  const lanes = [1, 2, 3].map((lane) => new LaneHistory(lane).append([submitted, received], lane));
  const looked = async (mostEvents: number): Promise<(string | number)[][]> => {
    const { checked } = await verifyParts({ journal: database.url() }, { checks: CHECKS, mostEvents });
    return checked.map(({ id, looked, findings }) => [id, looked, ...findings.map(({ kind, at }) => `${kind} ${at}`)]);
  };

  beforeAll(async () => {
    database = await createSpecDatabase();
    await migrateJournal(database.url());
    owner = new pg.Pool({ connectionString: database.url(), max: 1 });
    for (const { lane, rows, vector, head, acceptedAt } of lanes) {
      for (const { position, topic, key, fingerprint, bytes } of rows)
        await owner.query('INSERT INTO journal VALUES ($1, $2, $3, $4, $5, $6)', [
          ...[lane, position, ordinalOf(topic), key, fingerprint, bytes],
        ]);
      await owner.query('UPDATE lane SET position = $2, vector = $3, head = $4, accepted_at = $5 WHERE lane = $1', [
        ...[lane, rows.length, vector, head, acceptedAt],
      ]);
    }
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('is judged by the checks that were asked for, and by no other: it has no states', async () => {
    expect(await looked(100)).toEqual([
      ['order', 6],
      ['K2', 6],
    ]);
  });

  it.each([
    [5, [1, 2]],
    [4, [1, 2]],
    [1, [1]],
  ])('is read lane by lane, up to %i events, and at least one lane', async (mostEvents, expected) => {
    const { lanes: read, lanesInUse } = await verifyParts({ journal: database.url() }, { checks: CHECKS, mostEvents });
    expect([read, lanesInUse]).toEqual([expected, 3]);
  });

  it('is found out where an event was taken from its lane', async () => {
    await owner.query('DELETE FROM journal WHERE lane = 2 AND position = 1');
    const [order] = await looked(100);
    expect(order).toContain('broken-chain lane 2 position 2');
  });
});
