import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeMeta, leafOfEvent, MEMBERSHIP_LANE, NO_LEAF, topicAt } from '#libs/contracts';
import { busActors, leg, type Leg, membership, type Membership, MEMBERSHIP_STREAM } from '#libs/domain';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import pg from 'pg';
import { v7 } from 'uuid';
import type { LaneCommand } from '../command.js';
import { migrateJournal } from '../data-source.js';
import { Journal } from '../journal.js';
import { ACCESS_LANE, digestKeys, legFold, say, submit } from '../journal.fixtures.js';
import { LaneWalk, type TopicRecord, type WalkedEvent } from '../refill/lane-walk.js';
import { confirmJournal } from './confirm-journal.js';
import { JournalRepair, LaneMovedError } from './journal-repair.js';

/** A journal with its owner, whoever repairs it, and a writer. */
interface Opened {
  readonly database: SpecDatabase;
  readonly owner: pg.Pool;
  readonly repairPool: pg.Pool;
  readonly repair: JournalRepair<Leg>;
  readonly writer: Journal<Leg>;
}

async function open(): Promise<Opened> {
  const database = await createSpecDatabase();
  await migrateJournal(database.url());
  const [owner, repairPool] = [database.url(), database.url('bus_repair')].map(
    (connectionString) => new pg.Pool({ connectionString, max: 2 }),
  ) as [pg.Pool, pg.Pool];
  const writer = await Journal.open<Leg>({
    database: { connectionString: database.url('bus_writer') },
    fold: legFold,
    laneClassOf: (lane) => (lane === ACCESS_LANE ? 'access' : 'routine'),
    digestKeys,
  });
  return { database, owner, repairPool, repair: new JournalRepair(repairPool, legFold), writer };
}

async function close({ database, owner, repairPool, writer }: Opened): Promise<void> {
  await writer.stop();
  await Promise.all([owner.end(), repairPool.end()]);
  await database.drop();
}

/** The lane's rows as its topics hold them. */
async function topicsOf({ owner }: Opened, lane: number): Promise<TopicRecord[]> {
  const { rows } = await owner.query<{ lane: number; topic: number; key: string; fingerprint: Buffer; bytes: Buffer }>(
    'SELECT lane, topic, key, fingerprint, bytes FROM journal WHERE lane = $1 ORDER BY position',
    [lane],
  );
  return rows.map((row) => {
    const { position, after, previous } = decodeMeta(row);
    return { ...row, topic: topicAt(row.topic), position, after, previous, leaf: leafOfEvent(row) };
  });
}

const NOTHING = { position: 0, vector: [], head: NO_LEAF, acceptedAt: 0 };

function commandsIn(records: readonly TopicRecord[]): WalkedEvent[][] {
  const walk = new LaneWalk(NOTHING);
  records.forEach((record) => walk.offer(record));
  return walk.take();
}

/** What the sender must not say of its own referral: recorded as refused. */
const forbidden = (command: LaneCommand<Leg>, { actor }: LaneCommand<Leg>): LaneCommand<Leg> => ({
  ...command,
  actor,
  decide: (state, now) => leg.decide({ type: 'ReceiveReferral', data: {}, meta: { actor, now } }, state),
});

/** Everything that a writer decides by. */
const TABLES = {
  journal: 'SELECT * FROM journal ORDER BY lane, position',
  lane: 'SELECT * FROM lane ORDER BY lane',
  state: 'SELECT * FROM state ORDER BY key',
  keys: 'SELECT day::text, digest, request, lane FROM command_key ORDER BY digest',
  otherKeys: 'SELECT digest, request, lane FROM command_key_other ORDER BY digest',
};

async function tablesOf({ owner }: Opened): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    Object.entries(TABLES).map(async ([name, sql]) => [name, (await owner.query(sql)).rows] as const),
  );
  return Object.fromEntries(tables);
}

const LANES = [3, 5, ACCESS_LANE];

describe('a journal that lost everything', () => {
  let [lost, made]: Opened[] = [];
  const said: LaneCommand<Leg>[] = [];
  const answers: unknown[] = [];
  const both = (): [Opened, Opened] => {
    if (!lost || !made) throw new Error('not opened');
    return [lost, made];
  };
  /** What became of it, and whether that was a repetition. */
  const handle = ({ writer }: Opened, command: LaneCommand<Leg>): Promise<unknown> =>
    writer.handle(command).then(
      (outcome) => ({ ...outcome, repeated: undefined }),
      ({ code, occurrence }: { code: string; occurrence: string }) => ({ code, occurrence }),
    );

  beforeAll(async () => {
    [lost, made] = [await open(), await open()];
    await confirmJournal(lost.owner, 'spec', 'there are no topics');
    for (const [lane, key] of [3, 5, 3].flatMap((each) => [
      [each, v7()] as const,
      [each, `plain-key-${v7()}`] as const,
    ])) {
      const command = submit({ lane, key });
      said.push(command, say(command.key, 'ReceiveReferral', { lane, key: v7() }));
      said.push(forbidden(say(command.key, 'ReceiveReferral', { lane, key: v7() }), command));
    }
    for (const command of said) answers.push(await handle(lost, command));
  }, 60_000);
  afterAll(async () => {
    for (const each of both()) await close(each);
  }, 30_000);

  it('is filled from the topics to the same rows, states, lanes and keys', async () => {
    const [was, is] = both();
    await is.repair.prepareKeys();
    for (const lane of LANES) {
      const commands = commandsIn(await topicsOf(was, lane));
      for (const some of [commands.slice(0, 2), commands.slice(2)]) await is.repair.append(lane, some.flat());
    }
    expect(await tablesOf(is)).toEqual(await tablesOf(was));
    const unrelayed = 'SELECT FROM relay_cursor c JOIN lane l USING (lane) WHERE c.position <> l.position';
    expect((await is.owner.query(unrelayed)).rowCount).toBe(0);
  });

  it('answers what was answered before with the same words, and goes on after it', async () => {
    const [, is] = both();
    await confirmJournal(is.owner, 'spec', 'it was filled again');
    for (const [index, command] of said.entries()) expect(await handle(is, command)).toEqual(answers[index]);
    const before = (await is.repair.lanes()).find(({ lane }) => lane === 3)?.position ?? 0;
    const outcome = await is.writer.handle(submit({ lane: 3 }));
    expect(outcome).toMatchObject({ repeated: false, position: { lane: 3, position: before + 2 } });
  });

  it('takes nothing that does not continue a lane from where it stands', async () => {
    const [was, is] = both();
    const commands = commandsIn(await topicsOf(was, 5));
    await expect(is.repair.append(5, commands.flat())).rejects.toThrow(LaneMovedError); // it is there already
    const [, second] = commands;
    if (!second) throw new Error('two commands');
    await expect(is.repair.append(6, second)).rejects.toThrow(LaneMovedError);
  });

  it('gives no second effect to a command that stands on the topics only', async () => {
    const [was, is] = both();
    const command = submit({ lane: 9, key: v7() });
    await was.writer.handle(command);
    const metas = (await topicsOf(was, 9)).map(decodeMeta);
    await is.repair.claim(metas);
    expect(await is.repair.seal(9, 'its records cannot be put back')).toBe(true);
    expect(await is.repair.seal(9, 'said twice')).toBe(false);
    for (const lane of [9, 10])
      await expect(is.writer.handle({ ...command, lane })).rejects.toMatchObject({
        code: 'JOURNAL_INCOMPLETE',
        status: 503,
      });
    expect((await is.repair.lanes()).find(({ lane }) => lane === 9)).toMatchObject({
      sealed: { why: 'its records cannot be put back' },
      position: 0,
    });
  });
});

describe('the bus’s own lane, whose streams have a state and no leg', () => {
  let [lost, made]: Opened[] = [];
  beforeAll(async () => {
    [lost, made] = [await open(), await open()];
  }, 60_000);
  afterAll(async () => {
    for (const each of [lost, made]) if (each) await close(each);
  }, 30_000);

  it('is put back with the state that the next command is decided on', async () => {
    if (!lost || !made) throw new Error('not opened');
    await confirmJournal(lost.owner, 'spec', 'there are no topics');
    const writer = await Journal.open<Membership>({
      database: { connectionString: lost.database.url('bus_writer') },
      fold: membership,
      laneClassOf: () => 'routine',
      digestKeys,
    });
    try {
      await writer.handle(founding());
    } finally {
      await writer.stop();
    }
    for (const events of commandsIn(await topicsOf(lost, MEMBERSHIP_LANE)))
      await made.repair.append(MEMBERSHIP_LANE, events);
    const [was, is] = [await tablesOf(lost), await tablesOf(made)];
    expect(is['state']).toEqual(was['state']);
    expect(is['state']).toMatchObject([{ key: MEMBERSHIP_STREAM, lane: MEMBERSHIP_LANE, position: '3' }]);
    expect(is['journal']).toEqual(was['journal']);
    // of a sealed lane 0 no leg would be left to be repaired
    expect(await made.repair.states(MEMBERSHIP_LANE)).toEqual(new Map());
  });
});

const founding = (): LaneCommand<Membership> => ({
  name: 'FoundBus',
  lane: MEMBERSHIP_LANE,
  key: MEMBERSHIP_STREAM,
  legless: true,
  actor: busActors.policy,
  idempotency: { key: 'founding-of-the-bus', request: 'same' },
  correlation: v7(),
  causation: null,
  claimedAt: null,
  synthetic: false,
  target: null,
  refusalLane: ACCESS_LANE,
  decide: (state, now) =>
    membership.decide(
      {
        type: 'FoundBus',
        meta: { actor: busActors.policy, now },
        data: {
          jurisdictions: { PH: { routine: [1], urgent: [36], access: [48] } },
          agencies: [
            { code: 'PH-WCPC', name: 'Desk', country: 'PH', roles: ['LE_UNIT'], rights: null },
            { code: 'BUS-OPS', name: 'Operator', country: 'XX', roles: ['SCHEME_ADMIN'] },
          ],
        },
      },
      state,
    ),
});

describe('the role that repairs', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  }, 30_000);
  afterAll(() => close(opened), 30_000);

  it.each([
    'UPDATE journal SET topic = 1',
    'DELETE FROM journal',
    'TRUNCATE journal',
    'DELETE FROM lane',
    'INSERT INTO lane (lane) VALUES (99)',
    'DELETE FROM state',
    'DELETE FROM command_key',
    'UPDATE command_key SET lane = 1',
    'DELETE FROM command_key_other',
    'UPDATE command_key_other SET lane = 1',
    'INSERT INTO relay_cursor (lane) VALUES (99)',
    'UPDATE relay_owner SET epoch = 9',
    'DELETE FROM journal_confirmation',
    `UPDATE journal_confirmation SET reason = 'another'`,
    `SELECT settle_journal('x', false, '{}', '{}')`,
  ])('has no right to %s', (sql) => expect(opened.repairPool.query(sql)).rejects.toMatchObject({ code: '42501' }));

  it('cannot open a lane again that was sealed', async () => {
    await opened.repair.seal(4, 'for ever');
    await expect(opened.repairPool.query('UPDATE lane SET sealed = false WHERE lane = 4')).rejects.toThrow(
      'stays sealed',
    );
  });
});
