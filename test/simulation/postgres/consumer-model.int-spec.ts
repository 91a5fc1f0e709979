import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { leafOf, topics } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { bookkeepingSchema, Checkpoints, type Letter, Parking } from '#libs/projections';
import { ViewDatabase } from '#libs/testing';
import { Chance } from '../world/chance.js';
import { consumerStatements } from './consumer-statements.js';
import { Statements } from './statement.js';
import { SimulatedDatabase } from './twins.fixtures.js';
import { ViewTables } from './view-tables.js';

const SEED = 20_261_126;
const consumer = { name: 'twins', version: 1 };
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

describe("the simulated consumers' database", () => {
  let database: ViewDatabase;
  let twin: pg.Pool;
  const tables = new ViewTables();
  const simulated = new SimulatedDatabase(new Statements(consumerStatements(tables)));

  async function same<T>(ask: (pool: pg.Pool) => Promise<T>): Promise<T> {
    const answer = await ask(database.pool);
    expect(await simulated.run(() => ask(twin))).toEqual(answer);
    return answer;
  }

  beforeAll(async () => {
    database = await ViewDatabase.create(bookkeepingSchema());
    twin = simulated.pool();
  }, 120_000);

  afterAll(async () => {
    await simulated.run(() => twin.end());
    await database.close();
  });

  it(`keeps checkpoints and parked events as the real one does (seed ${SEED})`, async () => {
    const chance = new Chance(SEED);
    const [checkpoints, parking] = [new Checkpoints(consumer), new Parking(consumer)];
    await same((pool) => checkpoints.ensure(pool));
    const lanes = (): number[] => [...new Set([chance.below(4), chance.below(4)])];
    const keyNow = (): string => `leg ${chance.below(3)}`;
    let position = 0;
    const letter = (): Letter => {
      position += 1;
      const [fingerprint, bytes] = [hash('schema'), hash(`${position}`)];
      const place = { topic: topics.escalation, lane: chance.below(4), offset: -1, key: keyNow(), position };
      const proof = { after: [position - 1, 0, 3], previous: hash('before'), leaf: leafOf(fingerprint, bytes) };
      const record: LogRecord = { ...place, ...proof, fingerprint, bytes };
      return { record, reason: 'BEHIND' };
    };
    const asked: (() => Promise<unknown>)[] = [
      () => {
        const some = lanes();
        return same(async (pool) => [...(await checkpoints.load(pool, some))]);
      },
      async () => {
        const stored = [...(await checkpoints.load(database.pool, lanes())).values()];
        const moved = stored.map((each) => ({
          ...each,
          position: each.position + chance.below(5),
          vector: [chance.below(9), chance.below(9)],
          leaf: hash(`${chance.below(99)}`),
          offsets: [chance.below(9)],
          letters: chance.below(3),
        }));
        return moved.length > 0 && same((pool) => checkpoints.move(pool, moved));
      },
      () => {
        const [lane = 0] = lanes();
        const position = [null, chance.below(5)][chance.below(2)];
        return same((pool) => checkpoints.markStopped(pool, lane, 'SPEC', position));
      },
      () => {
        const letters = [letter(), letter()];
        return same((pool) => parking.put(pool, letters));
      },
      () => {
        const keys = [keyNow(), 'nobody'];
        return same(async (pool) => [...(await parking.parkedOf(pool, keys))].sort());
      },
      () => {
        const key = keyNow();
        return same((pool) => parking.lettersOf(pool, key));
      },
      async () => {
        const [first] = await parking.lettersOf(database.pool, keyNow());
        const reason = `REASON_${chance.below(3)}`;
        if (first) await same((pool) => parking.restate(pool, { ...first, reason }));
      },
      async () => {
        const [first] = await parking.lettersOf(database.pool, keyNow());
        const place = first?.record;
        if (place) await same((pool) => parking.take(pool, place.lane, [place.position, 9_999]));
      },
    ];
    for (let round = 0; round < 200; round++) await chance.one(asked)();
    for (const key of ['leg 0', 'leg 1', 'leg 2']) await same((pool) => parking.lettersOf(pool, key));
    await same(async (pool) => [...(await checkpoints.load(pool, [0, 1, 2, 3]))]);
  }, 120_000);
});
