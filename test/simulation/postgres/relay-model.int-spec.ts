import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateJournal } from '#libs/journal';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import { Lease } from '../../../apps/relay/src/ownership/lease.js';
import { Cursors } from '../../../apps/relay/src/shipping/cursors.js';
import { findJournalRows, readJournalRows } from '../../../apps/relay/src/shipping/journal-rows.js';
import { readStandings } from '../../../apps/relay/src/tails/lane-standings.js';
import { Chance } from '../world/chance.js';
import { JournalTables, placeKey } from './journal-tables.js';
import { relayStatements } from './relay-statements.js';
import { Statements } from './statement.js';
import { SimulatedDatabase } from './twins.fixtures.js';

const LANES = 3;
const SEED = 20_261_125;
const LEASE_MS = 60_000;

describe('the simulated journal, to the relay', () => {
  let database: SpecDatabase;
  let real: pg.Pool;
  let twin: pg.Pool;
  const tables = new JournalTables(LANES);
  const simulated = new SimulatedDatabase(new Statements(relayStatements(tables)));

  /** What both say; the simulated one is asked in its own time. */
  async function same<T>(ask: (pool: pg.Pool) => Promise<T>): Promise<T> {
    const answer = await ask(real);
    expect(await simulated.run(() => ask(twin))).toEqual(answer);
    return answer;
  }

  beforeAll(async () => {
    database = await createSpecDatabase();
    await migrateJournal(database.url());
    real = new pg.Pool({ connectionString: database.url() });
    twin = simulated.pool();
    // Lanes that the simulation has none of would answer, too.
    await real.query(`ALTER TABLE lane DISABLE TRIGGER ALL`);
    await real.query(`DELETE FROM lane WHERE lane >= ${LANES}`);
    await real.query(`DELETE FROM relay_cursor WHERE lane >= ${LANES}`);
  }, 120_000);

  afterAll(async () => {
    await simulated.run(() => twin.end());
    await real.end();
    await database.drop();
  });

  /** The same rows in both. */
  async function fill(lane: number, heads: number): Promise<void> {
    for (let position = 1; position <= heads; position++) {
      const [fingerprint, bytes] = [Buffer.alloc(32, lane), Buffer.from(`${lane}/${position}`)];
      const row = { lane, position, topic: position % 2, key: `leg ${position % 3}`, fingerprint, bytes };
      tables.journal.rows.set(placeKey(lane, position), row);
      await real.query('INSERT INTO journal VALUES ($1, $2, $3, $4, $5, $6)', Object.values(row));
    }
    await real.query('UPDATE lane SET position = $2, accepted_at = $2 WHERE lane = $1', [lane, heads]);
    const before = tables.lane.rows.get(String(lane));
    if (before) tables.lane.rows.set(String(lane), { ...before, position: heads, acceptedAt: heads });
  }

  it(`answers as the real one does (seed ${SEED})`, async () => {
    for (let lane = 0; lane < LANES; lane++) await fill(lane, 10 * lane);
    const chance = new Chance(SEED);
    const epoch = 0;
    const somewhere = (): number => chance.below(22);
    const asked: (() => Promise<unknown>)[] = [
      () => same((pool) => new Cursors(pool).all()),
      () => same((pool) => readStandings(pool)),
      () => {
        const loops = 1 + chance.below(2);
        const loop = chance.below(loops);
        return same((pool) => new Cursors(pool).behind(loop, loops));
      },
      async () => {
        const cursors = await new Cursors(real).all();
        const moves = cursors.map(({ lane, position }) => ({
          lane,
          from: chance.happens(0.8) ? position : somewhere(),
          to: somewhere(),
        }));
        const owned = chance.happens(0.8) ? epoch : epoch + 1;
        return same(async (pool) => [...(await new Cursors(pool).advance(moves, owned))].sort());
      },
      () => {
        const targets = new Map([[chance.below(LANES), somewhere()]]);
        const owned = chance.happens(0.8) ? epoch : epoch + 1;
        return same((pool) => new Cursors(pool).rewind(targets, owned));
      },
      async () => {
        const cursors = (await new Cursors(real).all()).filter(({ head, position }) => head > position);
        return same((pool) => readJournalRows(pool, cursors));
      },
      () => {
        const places = Array.from({ length: 4 }, () => ({ lane: chance.below(LANES), position: somewhere() }));
        const inOrder = (rows: Awaited<ReturnType<typeof findJournalRows>>): string[] =>
          rows.map((row) => JSON.stringify(row)).sort();
        return same(async (pool) => inOrder(await findJournalRows(pool, places)));
      },
    ];
    for (let round = 0; round < 150; round++) await chance.one(asked)();
  }, 120_000);

  it(
    'lets one relay have an epoch, until it gives it back',
    async () => {
      for (const [pool, run] of [
        [real, <T>(work: () => Promise<T>) => work()],
        [twin, <T>(work: () => Promise<T>) => simulated.run(work)],
      ] as const) {
        const [first, second] = [new Lease(pool, 'first'), new Lease(pool, 'second')];
        const epochs: (number | undefined)[] = [];
        for (const lease of [first, second, first]) {
          await run(() => lease.keep());
          epochs.push(lease.epoch);
        }
        await run(() => first.release());
        for (const lease of [second, first]) {
          await run(() => lease.keep());
          epochs.push(lease.epoch);
        }
        expect(epochs).toEqual([1, undefined, 1, 2, undefined]);
      }
    },
    LEASE_MS,
  );
});
