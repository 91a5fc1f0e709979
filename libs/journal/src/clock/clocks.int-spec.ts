import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { createSpecDatabase } from '#libs/testing';
import { migrateJournal } from '../data-source.js';
import type { Journal } from '../journal.js';
import { idOf, legFold, say, submit, withdraw } from '../journal.fixtures.js';
import { SpecJournal } from '../spec-journal.fixtures.js';
import { readState } from '../state-text.js';
import { leg, type Leg } from '#libs/domain';
import { advanceBusClock, readBusClock } from './bus-clock.js';
import { Clocks } from './clocks.js';

const DAY = 86_400_000;

let spec: SpecJournal;
let journal: Journal<Leg>;
let clocks: Clocks<Leg>;

beforeAll(async () => {
  spec = await SpecJournal.create();
  journal = await spec.open();
  clocks = new Clocks({ connectionString: spec.url('bus_writer') }, legFold, () => undefined);
}, 60_000);
afterAll(async () => {
  await clocks.close();
  await spec.close();
}, 30_000);

interface Row {
  readonly lane: number;
  readonly at: string;
  readonly level: number;
  readonly xmin: string;
}

const clockOf = async (key: string): Promise<Row | undefined> =>
  (await spec.owner.query<Row>('SELECT lane, at, level, xmin FROM clock WHERE key = $1', [key])).rows[0];
/** When its stored state is due. */
const dueOf = async (key: string): Promise<string | undefined> => {
  const { rows } = await spec.owner.query<{ state: string }>('SELECT state FROM state WHERE key = $1', [key]);
  const due = leg.due(readState(legFold, rows[0]?.state));
  return due ? String(due.at) : undefined;
};

describe('the clock of a leg', () => {
  it('is set by the transaction that accepts, moved by an act, and taken away at the end', async () => {
    const id = idOf(await journal.handle(submit({ lane: 5 })));
    const submitted = await clockOf(id);
    expect(submitted).toMatchObject({ lane: 5, at: await dueOf(id), level: 3 });
    await journal.handle(say(id, 'AcknowledgeReferral', { lane: 5 }));
    const acknowledged = await clockOf(id);
    expect(acknowledged?.at).toBe(await dueOf(id));
    expect(acknowledged?.at).not.toBe(submitted?.at);
    await journal.handle(withdraw(id, { lane: 5 }));
    expect([await clockOf(id), await dueOf(id)]).toEqual([undefined, undefined]);
  });

  it('is not written where nothing of it changes', async () => {
    const id = idOf(await journal.handle(submit({ lane: 5 })));
    await journal.handle(say(id, 'ReceiveReferral', { lane: 5 }));
    const before = await clockOf(id);
    await journal.handle(say(id, 'ReceiveReferral', { lane: 5 }));
    expect(await clockOf(id)).toEqual(before);
  });

  it('is not there when its command was not accepted', async () => {
    const command = submit({ lane: 6 });
    await spec.owner.query('UPDATE lane SET closed = $1 WHERE lane = 6', ['for a test']);
    await expect(journal.handle(command)).rejects.toMatchObject({ code: 'LANE_CLOSED' });
    await spec.owner.query('UPDATE lane SET closed = NULL WHERE lane = 6');
    expect(await clockOf(command.key)).toBeUndefined();
  });
});

describe('clocks that are due', () => {
  beforeEach(() => spec.owner.query('TRUNCATE clock'));

  const setAt = (rows: readonly { key: string; at: number; level: number; lane?: number }[]): Promise<unknown> =>
    spec.owner.query('SELECT set_clocks($1, $2, $3, $4)', [
      rows.map(({ key }) => key),
      rows.map(({ lane = 1 }) => lane),
      rows.map(({ at }) => at),
      rows.map(({ level }) => level),
    ]);
  const takenKeys = async (limit = 100): Promise<string[]> => (await clocks.due.take(limit)).due.map(({ key }) => key);

  it('are taken the urgent first, then by time, whatever the size of a batch', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ level: fc.integer({ min: 1, max: 4 }), ago: fc.integer({ min: -50, max: 50 }) }), {
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 7 }),
        async (drawn, limit) => {
          await spec.owner.query('TRUNCATE clock');
          const { now } = await readBusClock(spec.owner);
          const all = drawn.map(({ level, ago }, index) => ({ key: `k${index}`, level, at: now - ago * 60_000 }));
          await setAt(all);
          const taken: { level: number; at: number }[] = [];
          for (;;) {
            const { due } = await clocks.due.take(limit);
            taken.push(...due.map(({ level, at }) => ({ level, at })));
            if (due.length < limit) break;
          }
          const due = all.filter(({ at }) => at <= now).map(({ level, at }) => ({ level, at }));
          expect(taken).toEqual(due.toSorted((a, b) => a.level - b.level || a.at - b.at));
        },
      ),
      { numRuns: 30 },
    ));

  it('say when the next one is due', async () => {
    const { now } = await readBusClock(spec.owner);
    await setAt([
      { key: 'later', at: now + 90_000, level: 1 },
      { key: 'sooner', at: now + 60_000, level: 4 },
    ]);
    expect(await clocks.due.take(10)).toMatchObject({ due: [], next: now + 60_000 });
  });

  it('are their taker’s for a while, longer with each attempt, and nobody waits for one that is locked', async () => {
    await setAt([{ key: 'k', at: 1, level: 2 }]);
    const lookAt = async (): Promise<number> =>
      Number((await spec.owner.query<{ look_at: string }>('SELECT look_at FROM clock')).rows[0]?.look_at);
    const spans: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      const { due, now } = await clocks.due.take(10);
      expect(due).toMatchObject([{ key: 'k', attempts: attempt }]);
      spans.push((await lookAt()) - now);
      expect(await takenKeys()).toEqual([]);
      await spec.owner.query('UPDATE clock SET look_at = 1');
    }
    expect(spans).toEqual([5_000, 10_000, 20_000]);
    const holder = await spec.owner.connect();
    await holder.query('BEGIN; SELECT FROM clock FOR UPDATE');
    expect(await takenKeys()).toEqual([]);
    await holder.query('ROLLBACK');
    holder.release();
    expect(await takenKeys()).toEqual(['k']);
  });

  it('of lanes that take nothing wait, and are nobody’s concern in a sealed one', async () => {
    await setAt([
      { key: 'closed', at: 1, level: 1, lane: 7 },
      { key: 'sealed', at: 1, level: 1, lane: 8 },
      { key: 'free', at: 1, level: 4, lane: 9 },
    ]);
    await spec.owner.query(`UPDATE lane SET closed = 'for a test' WHERE lane = 7`);
    await spec.owner.query('UPDATE lane SET sealed = true WHERE lane = 8');
    expect(await takenKeys()).toEqual(['free']);
    expect(await clocks.due.standing()).toMatchObject({ due: 2 });
    await spec.owner.query('UPDATE lane SET closed = NULL WHERE lane = 7');
    expect(await takenKeys()).toEqual(['closed']);
  });

  it('wait in a journal that nobody has confirmed', async () => {
    await setAt([{ key: 'k', at: 1, level: 1 }]);
    await spec.owner.query('ALTER TABLE journal_confirmation RENAME TO was');
    await spec.owner.query(
      'CREATE TABLE journal_confirmation (LIKE was); GRANT SELECT ON journal_confirmation TO PUBLIC',
    );
    expect(await takenKeys()).toEqual([]);
    await spec.owner.query('DROP TABLE journal_confirmation; ALTER TABLE was RENAME TO journal_confirmation');
    expect(await takenKeys()).toEqual(['k']);
  });
});

describe('the upkeep of clocks', () => {
  const run = () => clocks.upkeep.run(3, new AbortController().signal);
  const all = async (): Promise<unknown[]> =>
    (await spec.owner.query<Row>('SELECT key, lane, at, level FROM clock ORDER BY key')).rows;

  it('gives a journal that is older than clocks what its writers would have written, once', async () => {
    await spec.owner.query('TRUNCATE clock');
    const ids = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => idOf(await journal.handle(submit({ lane: 10 + (index % 3) })))),
    );
    await run();
    await journal.handle(say(ids[0] ?? '', 'ReceiveReferral', { lane: 10 }));
    await journal.handle(withdraw(ids[1] ?? '', { lane: 11 }));
    const written = await all();
    await spec.owner.query(`TRUNCATE clock; INSERT INTO clock VALUES ('stray', 1, 1, 1, 1)`);
    await spec.owner.query('SELECT set_clocks($1, $2, $3, $4)', [
      [ids[1], ids[2]],
      [11, 12],
      [7, 7],
      [1, 1],
    ]);
    expect((await run()).mended).toBeGreaterThan(12);
    expect(await all()).toEqual(written);
    expect(await run()).toMatchObject({ mended: 0, unknown: 0 });
    expect((await spec.owner.query('SELECT done FROM clock_upkeep')).rows).toEqual([{ done: '3' }]);
  });

  it('leaves a leg alone that moved on after it was looked at', async () => {
    const id = idOf(await journal.handle(submit({ lane: 13 })));
    const { rows } = await spec.owner.query<{ mended: number }>('SELECT mend_clocks($1, $2, $3, $4, $5) AS mended', [
      [id],
      [13],
      [0],
      [1],
      [1],
    ]);
    expect([rows, await clockOf(id)]).toEqual([[{ mended: 0 }], expect.objectContaining({ level: 3 })]);
  });

  it('does not know a leg whose state a newer version wrote, and is not done', async () => {
    const id = idOf(await journal.handle(submit({ lane: 14 })));
    await spec.owner.query(`UPDATE state SET state = '{"v":99,"state":{}}' WHERE key = $1`, [id]);
    await spec.owner.query('UPDATE clock_upkeep SET wanted = 9');
    expect(await clocks.upkeep.run(9, new AbortController().signal)).toMatchObject({ unknown: 1 });
    expect((await spec.owner.query('SELECT done FROM clock_upkeep')).rows).toEqual([{ done: '3' }]);
    expect(await clockOf(id)).toBeDefined();
  });
});

describe('the time of the bus', () => {
  it('is the database’s, and is put ahead for what is accepted from then on', async () => {
    const before = await readBusClock(spec.owner);
    expect(Math.abs(before.now - Date.now())).toBeLessThan(60_000);
    await advanceBusClock(spec.owner, 30 * DAY);
    const outcome = await journal.handle(submit({ lane: 20 }));
    const at = outcome.kind === 'recorded' ? (outcome.events[0]?.meta.acceptedAt ?? 0) : 0;
    expect(at - before.now).toBeGreaterThanOrEqual(30 * DAY);
    expect(at - before.now).toBeLessThan(31 * DAY);
    expect(await readBusClock(spec.owner)).toMatchObject({ aheadMs: 30 * DAY, adjustable: true });
  });

  it('never goes back, and is fixed for ever where it was not created otherwise', async () => {
    await expect(spec.owner.query('UPDATE bus_clock SET ahead_ms = ahead_ms - 1')).rejects.toMatchObject({
      code: '23514',
    });
    const database = await createSpecDatabase();
    const owner = new pg.Pool({ connectionString: database.url('bus_owner'), max: 1 });
    try {
      await migrateJournal(database.url('bus_owner'));
      expect(await advanceBusClock(owner, DAY)).toBeNull();
      for (const sql of ['SET adjustable = true', 'SET ahead_ms = 1'])
        await expect(owner.query(`UPDATE bus_clock ${sql}`)).rejects.toMatchObject({ code: '23514' });
      await migrateJournal(database.url('bus_owner'), { adjustableClock: true });
      expect(await readBusClock(owner)).toMatchObject({ aheadMs: 0, adjustable: false });
    } finally {
      await owner.end();
      await database.drop();
    }
  });

  it.each(['bus_writer', 'bus_operator', 'bus_repair'] as const)('is not put ahead by %s', async (role) => {
    const client = await spec.owner.connect();
    try {
      await client.query(`SET ROLE ${role}`);
      await expect(client.query('UPDATE bus_clock SET ahead_ms = 9')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('RESET ROLE');
      client.release();
    }
  });
});
