import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PRIORITIES } from '#libs/contracts';
import { migrateJournal } from '#libs/journal';
import { createSpecDatabase, type SpecDatabase, until } from '#libs/testing';
import type { Decided } from '../../../libs/journal/src/batch.js';
import { readLoadedBatch } from '../../../libs/journal/src/loaded-batch.js';
import type { Pending as PendingCommand } from '../../../libs/journal/src/pending.js';
import { setClocks } from '../../../libs/journal/src/clock/set-clocks.js';
import { append, load } from '../../../libs/journal/src/statements.js';
import { Chance } from '../world/chance.js';
import { at } from './arrays.js';
import { journalStatements } from './journal-statements.js';
import { JournalTables } from './journal-tables.js';
import { relayStatements } from './relay-statements.js';
import { Statements } from './statement.js';
import { asSet, Pending, SimulatedDatabase } from './twins.fixtures.js';

const LANES = 3;
const SEED = 20_261_124;

let database: SpecDatabase;
let real: pg.Client;
let rival: pg.Client;
let tables: JournalTables;
let simulated: SimulatedDatabase;
let twin: Pick<pg.Client, 'query'>;
let twinRival: Pick<pg.Client, 'query'>;

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

beforeAll(async () => {
  database = await createSpecDatabase();
  await migrateJournal(database.url());
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: database.url(), pipeline: true });
    await client.connect();
    return client;
  };
  [real, rival] = [await connect(), await connect()];
  await real.query('SELECT keep_key_partitions(current_date - 1, current_date + 1)');
}, 60_000);

afterAll(async () => {
  await Promise.all([real.end(), rival.end()]);
  await database.drop();
});

beforeEach(async () => {
  for (const client of [real, rival]) await client.query('ROLLBACK'); // of a test that failed
  await real.query('TRUNCATE journal, state, clock, command_key, command_key_other, journal_confirmation');
  await real.query(
    `UPDATE lane SET position = 0, vector = '{}', head = decode(repeat('00', 32), 'hex'), accepted_at = 0, closed = NULL`,
  );
  await real.query(`SELECT confirm_journal('spec', 'no topics')`);
  tables = new JournalTables(LANES);
  simulated = new SimulatedDatabase(new Statements(journalStatements(tables), relayStatements(tables)));
  tables.confirmation.rows.set(simulated.server.incarnation, { by: 'spec', reason: 'no topics' });
  [twin, twinRival] = [await simulated.connect(), await simulated.connect()];
});

interface Said {
  readonly lane: number;
  readonly key: string;
  readonly leg: string;
  readonly earlier?: readonly string[];
  readonly timed?: boolean;
}

/** As much of a waiting command as the statements look at. */
function pendingOf({ lane, key, leg, earlier = [], timed = false }: Said): PendingCommand {
  const digests = { digestKey: 'd', key: hash(key), request: hash(`request of ${key}`) };
  return {
    command: { lane, key: leg },
    digests,
    earlier: earlier.map((each) => ({ ...digests, key: hash(each) })),
    keyTime: timed ? Date.now() : null,
    stateless: false,
  } as unknown as PendingCommand;
}

const NOTHING: Decided = {
  rows: [],
  states: new Map(),
  clocks: new Map(),
  lanes: [],
  forget: [],
  standing: [],
  settle: [],
  repeats: [],
  refused: [],
  skipped: [],
};

/** What is decided on a loaded batch, by chance: events, a key that is forgotten, or an answer that changes nothing. */
function decide(
  chance: Chance,
  batch: readonly PendingCommand[],
  rows: Parameters<typeof readLoadedBatch>[0],
): Decided {
  const loaded = readLoadedBatch(rows);
  const fresh = { rows: [] as Decided['rows'], states: new Map(), clocks: new Map(), forget: [], standing: [] };
  const decided = { ...NOTHING, ...fresh } as {
    -readonly [Part in keyof Decided]: Decided[Part];
  };
  for (const { command, digests, keyTime } of batch) {
    const cursor = loaded.lanes.get(command.lane);
    if (!cursor || loaded.heldKeys.has(digests.key.toString('hex'))) continue;
    const key = { keyTime, digest: digests.key };
    const what = chance.below(4);
    if (what === 0) decided.forget = [...decided.forget, key];
    else if (what === 1) decided.standing = [...decided.standing, { ...key, text: `stands ${chance.below(9)}` }];
    else {
      cursor.position += 1;
      cursor.vector = [cursor.position];
      cursor.head = hash(`${cursor.lane}/${cursor.position}`);
      cursor.acceptedAt += 1;
      cursor.moved = true;
      const { lane, position, head } = cursor;
      decided.rows.push({ lane, position, topic: 0, key: command.key, fingerprint: head, bytes: hash(command.key) });
      decided.states.set(command.key, { lane, position, text: `state ${position}` });
      const due = chance.happens(0.6) ? { at: chance.below(9), level: at(PRIORITIES, chance.below(4)) } : null;
      decided.clocks.set(command.key, { lane, due });
    }
  }
  decided.lanes = [...loaded.lanes.values()].filter(({ moved }) => moved);
  return decided;
}

const isTime = ([kind]: readonly unknown[]): boolean => kind === 'time';
const withoutTime = (rows: readonly (readonly unknown[])[]): string[] => asSet(rows.filter((row) => !isTime(row)));

async function dumpReal(): Promise<Record<string, string[]>> {
  const rows = async (sql: string): Promise<string[]> =>
    asSet((await real.query({ text: sql, rowMode: 'array' })).rows);
  return {
    lane: await rows(
      `SELECT lane, position::int, vector::int[], head, accepted_at::int FROM lane WHERE lane < ${LANES}`,
    ),
    journal: await rows('SELECT lane, position::int, topic::int, key, fingerprint, bytes FROM journal'),
    state: await rows('SELECT key, lane, position::int, state FROM state'),
    clock: await rows('SELECT key, lane, at::int, level::int FROM clock'),
    keys: await rows(
      `SELECT day::text, digest, request, lane, base::int, standing FROM command_key
       UNION ALL SELECT NULL, digest, request, lane, base::int, standing FROM command_key_other`,
    ),
  };
}

function dumpSimulated(): Record<string, string[]> {
  const all = <Row>(rows: ReadonlyMap<string, Row>, pick: (row: Row) => unknown[]): string[] =>
    asSet([...rows.values()].map(pick));
  return {
    lane: all(tables.lane.rows, (row) => [row.lane, row.position, row.vector, row.head, row.acceptedAt]),
    journal: all(tables.journal.rows, (row) => [
      row.lane,
      row.position,
      row.topic,
      row.key,
      row.fingerprint,
      row.bytes,
    ]),
    state: all(tables.state.rows, (row) => [row.key, row.lane, row.position, row.state]),
    clock: all(tables.clock.rows, (row) => [row.key, row.lane, row.at, row.level]),
    keys: all(tables.keys.rows, (row) => [row.day, row.digest, row.request, row.lane, row.base, row.standing]),
  };
}

describe('the simulated journal', () => {
  it(`does what the real one does, one transaction after the other (seed ${SEED})`, async () => {
    const chance = new Chance(SEED);
    /** Two writers while the digest key changes: each looks for what the other may have claimed. A key has its own time or none. */
    const saying = (isBehind: boolean): PendingCommand => {
      const key = chance.below(80);
      const digests = [`key ${key}`, `key ${key} under the earlier digest key`] as const;
      return pendingOf({
        lane: chance.below(LANES),
        key: digests[isBehind ? 1 : 0],
        leg: `leg ${chance.below(4)}`,
        earlier: [digests[isBehind ? 0 : 1]],
        timed: key % 2 === 0,
      });
    };
    for (let round = 0; round < 60; round++) {
      const isBehind = chance.happens(0.3);
      const sayings = Array.from({ length: 1 + chance.below(4) }, () => saying(isBehind));
      const batch = [...new Map(sayings.map((each) => [each.digests.key.toString('hex'), each])).values()];
      const waitFor = new Set(chance.happens(0.3) ? [0] : []);
      await real.query('BEGIN');
      await simulated.run(() => twin.query('BEGIN'));
      const rows = await load(real, batch, waitFor);
      const twinRows = await simulated.run(() => load(twin as pg.Client, batch, waitFor));
      expect(withoutTime(twinRows)).toEqual(withoutTime(rows));
      const decided = decide(chance, batch, rows);
      for (const write of [append, (client: pg.Client) => setClocks(client, decided.clocks)]) {
        await write(real, decided);
        await simulated.run(() => write(twin as pg.Client, decided));
      }
      const end = chance.happens(0.8) ? 'COMMIT' : 'ROLLBACK';
      await real.query(end);
      await simulated.run(() => twin.query(end));
      expect(dumpSimulated()).toEqual(await dumpReal());
    }
    expect((await dumpReal()).journal?.length).toBeGreaterThan(20);
  }, 120_000);

  it.each(['COMMIT', 'ROLLBACK'])(
    'passes over a locked lane, and waits for a key that another claims: %s',
    async (end) => {
      const first = [pendingOf({ lane: 0, key: 'k', leg: 'a' })];
      const second = [pendingOf({ lane: 0, key: 'other', leg: 'b' }), pendingOf({ lane: 1, key: 'k', leg: 'c' })];
      for (const client of [real, rival]) await client.query('BEGIN');
      for (const client of [twin, twinRival]) await simulated.run(() => client.query('BEGIN'));
      await load(real, first, new Set());
      await simulated.run(() => load(twin as pg.Client, first, new Set()));

      const waits = new Pending(() => load(rival, second, new Set()));
      const twinWaits = simulated.begin(() => load(twinRival as pg.Client, second, new Set()));
      await until(async () => {
        const { rows } = await real.query(`SELECT FROM pg_locks WHERE NOT granted`);
        return rows.length > 0 ? true : undefined;
      });
      await simulated.settle();
      expect([waits.over, twinWaits.over]).toEqual([false, false]);

      await real.query(end);
      await simulated.run(() => twin.query(end));
      await simulated.settle();
      const rows = withoutTime(await waits.result);
      expect(withoutTime(await twinWaits.result)).toEqual(rows);
      expect(rows.some((row) => row.startsWith('["key"'))).toBe(end === 'COMMIT');
      await rival.query('ROLLBACK');
    },
  );

  it('accepts nothing before somebody has confirmed it', async () => {
    await real.query('TRUNCATE journal_confirmation');
    tables.confirmation.rows.clear();
    const batch = [pendingOf({ lane: 0, key: 'k', leg: 'a' })];
    await expect(load(real, batch, new Set())).rejects.toMatchObject({ code: 'BUS01' });
    await expect(simulated.run(() => load(twin as pg.Client, batch, new Set()))).rejects.toMatchObject({
      code: 'BUS01',
    });
  });
});
