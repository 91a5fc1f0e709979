import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BusEvent, type EventData, schemasByFingerprint } from '#libs/contracts';
import {
  busTopics,
  createKafka,
  ensureTopics,
  frameEvent,
  type JournalRow,
  LaneProducer,
  MacKeys,
} from '#libs/event-log';
import { plainSubmission } from '#libs/domain';
import { migrateJournal } from '#libs/journal';
import { createSpecDatabase, LaneHistory, type SpecDatabase } from '#libs/testing';
import pg from 'pg';
import { BusCommand, type CommandResult, sharedServices } from '../deployment/index.js';

const submission: EventData<'ReferralSubmitted'> = {
  ...plainSubmission,
  rules: null,
  priorityStanding: null,
  deliveryRules: null,
  concerned: null,
  waiverJudgedBy: null,
  obligation: null,
  from: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' },
  to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
  reference: null,
  reporter: null,
  incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: null, zone: null },
  files: [],
  nexus: [],
  subjects: [],
};
/** On two topics, in one breath. */
const submitted: BusEvent[] = [
  { type: 'ReferralSubmitted', data: submission },
  {
    type: 'PrioritySet',
    data: {
      side: 'SENDER',
      by: 'US-CLEAR',
      level: 'P2',
      reasons: ['LIVE_ABUSE'],
      rules: '1',
      riskAssessment: null,
      externalPriority: null,
    },
  },
];
const received: BusEvent[] = [
  { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } } },
];

const services = sharedServices();
const prefix = `refill-${randomBytes(4).toString('hex')}.`;
const secret = JSON.stringify({ current: 'k', keys: { k: randomBytes(32).toString('base64') } });
const kafkaConfig = { brokers: services.kafka, clientId: 'spec', topicPrefix: prefix };
const kafka = createKafka(kafkaConfig);
const producer = new LaneProducer(kafka, kafkaConfig);
const registryIds = new Map([...schemasByFingerprint.keys()].map((fingerprint, index) => [fingerprint, index + 1]));

let folder: string;
let database: SpecDatabase;
let owner: pg.Pool;

beforeAll(async () => {
  database = await createSpecDatabase();
  await migrateJournal(database.url());
  owner = new pg.Pool({ connectionString: database.url(), max: 2 });
  await ensureTopics(kafka, busTopics(prefix));
  folder = mkdtempSync(join(tmpdir(), 'bus-refill-'));
  const names = { journal: database.name, views: database.name, audit: database.name };
  const endpoints = { api: 'http://127.0.0.1:1', issuer: 'http://127.0.0.1:1', ...services, databases: names };
  writeFileSync(join(folder, 'endpoints.json'), JSON.stringify(endpoints));
  writeFileSync(join(folder, 'mac-keys.secret'), secret, { mode: 0o600 });
}, 60_000);
afterAll(async () => {
  await producer.disconnect();
  const admin = kafka.admin();
  await admin.deleteTopics({ topics: busTopics(prefix).map(({ topic }) => topic) });
  await admin.disconnect();
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true });
}, 60_000);

const started = (...args: string[]): BusCommand =>
  new BusCommand(['journal', ...args], { BUS_DATA_DIR: folder, KAFKA_TOPIC_PREFIX: prefix });
const journal = (...args: string[]): Promise<CommandResult> => started(...args).done;

/** Puts these rows on their topics, as the relay would have. */
async function onTopics(rows: readonly JournalRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 2_000) {
    const batches = Map.groupBy(rows.slice(at, at + 2_000), ({ topic }) => topic);
    await producer.send(
      [...batches].map(([topic, some]) => ({
        topic,
        lane: some[0]!.lane,
        messages: some.map((row) => frameEvent(row, registryIds, MacKeys.parse(secret))),
      })),
    );
  }
}

interface Lane {
  readonly position: number;
  readonly closed: string | null;
  readonly sealed_why: string | null;
}

async function laneOf(lane: number): Promise<Lane> {
  const { rows } = await owner.query<Lane & { position: string }>(
    'SELECT position, closed, sealed_why FROM lane WHERE lane = $1',
    [lane],
  );
  const [row] = rows;
  if (!row) throw new Error('no lane');
  return { ...row, position: Number(row.position) };
}

async function rowsOf(lane: number): Promise<{ key: string; bytes: Buffer }[]> {
  return (
    await owner.query<{ key: string; bytes: Buffer }>(
      'SELECT key, bytes FROM journal WHERE lane = $1 ORDER BY position',
      [lane],
    )
  ).rows;
}

const kept = (rows: readonly JournalRow[]): unknown[] => rows.map(({ key, bytes }) => ({ key, bytes }));

describe('a refill of an empty journal', () => {
  it('is safe to be killed at any moment and run again', async () => {
    const history = new LaneHistory(20);
    for (let leg = 1; leg <= 4_000; leg++) history.appendCommand(submitted, `of 20: ${leg}`, leg);
    await onTopics(history.rows);
    const positions: number[] = [];
    for (let run = 0; run < 2; run++) {
      const before = (await laneOf(20)).position;
      const killed = started('refill', '--lane', '20', '--wait', '0');
      while ((await laneOf(20)).position <= before) await delay(5);
      await killed.end('SIGKILL');
      const lane = await laneOf(20);
      expect(lane.position % 2).toBe(0); // never inside a command
      expect(lane).toMatchObject({ closed: 'LANE_AHEAD_OF_JOURNAL', sealed_why: null });
      positions.push(lane.position);
    }
    expect(positions.at(-1)).toBeLessThan(8_000);
    const { stdout } = await journal('refill', '--lane', '20', '--wait', '0');
    expect(stdout).toContain(`Put back ${(8_000 - positions.at(-1)!).toLocaleString('en-GB')} events.`);
    expect(await rowsOf(20)).toEqual(kept(history.rows));
    const { rows } = await owner.query(
      `SELECT count(*)::int AS states FROM state WHERE lane = 20 AND position % 2 = 0`,
    );
    expect(rows).toEqual([{ states: 4_000 }]);
    expect((await journal('refill', '--lane', '20', '--wait', '0')).stdout).toContain('hold nothing');
  }, 240_000);
});

describe('a lane of which a topic lost records', () => {
  it('is filled up to the hole and sealed there, and only when somebody says so', async () => {
    const history = new LaneHistory(21, Date.now() - 60_000) // within the window of its keys
      .appendCommand(submitted, 'of 21: a', 1)
      .appendCommand(submitted, 'of 21: b', 2)
      .appendCommand(received, 'of 21: c', 1);
    await onTopics(history.rows.filter(({ position }) => position !== 4));
    const plan = await journal('refill', '--lane', '21', '--dry-run');
    expect([plan.code, plan.stdout]).toEqual([1, expect.stringContaining('no topic holds position 4')]);
    const kept1 = await journal('refill', '--lane', '21', '--wait', '0');
    expect([kept1.code, kept1.stdout]).toEqual([1, expect.stringContaining('Still closed: lanes 21')]);
    expect(await laneOf(21)).toMatchObject({ position: 0, closed: 'LANE_AHEAD_OF_JOURNAL', sealed_why: null });

    const sealed = await journal('refill', '--lane', '21', '--seal', '--wait', '0');
    expect(sealed.stdout).toContain('Sealed for ever: lanes 21');
    expect(await laneOf(21)).toMatchObject({ position: 3, sealed_why: 'no topic holds position 4' });
    expect(await rowsOf(21)).toEqual(kept(history.rows.slice(0, 3)));
    // The keys of all three commands are held: also of the one whose rest is lost, and of the one beyond the hole.
    const { rowCount } = await owner.query('SELECT FROM command_key_other WHERE lane = 21');
    expect(rowCount).toBe(3);
    const list = await journal('sealed');
    expect(list.stdout).toMatch(/PH\.21\.\S+0001\s+SUBMITTED\s+ReferralReceived at 5/);
    expect(list.stdout).toMatch(/PH\.21\.\S+0002\s+SUBMITTED/);
  }, 120_000);

  it('is sealed when they end inside a command, in the same transaction as the last event', async () => {
    const history = new LaneHistory(22).appendCommand(submitted, 'of 22: a', 1).appendCommand(submitted, 'of 22: b', 2);
    await onTopics(history.rows.slice(0, 3));
    await journal('refill', '--lane', '22', '--seal', '--wait', '0');
    expect(await laneOf(22)).toMatchObject({
      position: 3,
      sealed_why: 'no topic holds the rest of the command that ends at position 3',
    });
  }, 120_000);

  it('is filled all the same where another copy of the record came later', async () => {
    const history = new LaneHistory(23).appendCommand(submitted, 'of 23: a', 1).appendCommand(received, 'of 23: b', 1);
    await onTopics(history.rows.slice(2));
    await onTopics(history.rows);
    await journal('refill', '--lane', '23', '--wait', '0');
    expect(await rowsOf(23)).toEqual(kept(history.rows));
  }, 120_000);
});

describe('a lane whose topics hold another history', () => {
  it('is not filled from where the two part', async () => {
    const history = new LaneHistory(24).appendCommand(submitted, 'of 24: a', 1).appendCommand(received, 'of 24: b', 1);
    await onTopics(history.rows);
    await journal('refill', '--lane', '24', '--wait', '0');
    const other = history
      .fork(2)
      .appendCommand(submitted, 'of 24: other', 7)
      .appendCommand(submitted, 'of 24: more', 8);
    await onTopics(other.rows.slice(2));
    const { stdout } = await journal('refill', '--lane', '24', '--dry-run');
    expect(stdout).toContain('position 3 was used twice');
    expect(await rowsOf(24)).toEqual(kept(history.rows));
  }, 120_000);
});

describe('sealing by hand', () => {
  it('needs a reason, happens once, and stays', async () => {
    expect((await journal('seal', '--lane', '30')).stderr).toContain('--reason');
    const said = await journal(
      'seal',
      '--lane',
      '30',
      '--reason',
      'its records were lost with a disk',
      '--by',
      'ops-1',
    );
    expect([said.code, said.stdout]).toEqual([0, expect.stringContaining('Lane 30 is sealed for ever')]);
    expect(await laneOf(30)).toMatchObject({ sealed_why: 'its records were lost with a disk (ops-1)' });
    const again = await journal('seal', '--lane', '30', '--reason', 'said twice');
    expect(again.stdout).toContain('sealed already');
  }, 120_000);
});
