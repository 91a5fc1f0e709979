import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { type RecordedEvent, decodeEvent, LANE_COUNT, TOPICS_IN_USE } from '#libs/contracts';
import { isAlien, LogReader } from '#libs/event-log';
import { appendLeaves, EMPTY_FRONTIER, rootOf } from '#libs/transparency';
import { inSnapshot, pages, readingPool } from '../bus/databases.js';
import type { DataFolder } from '../bus/data-folder.js';
import { kafkaOf, macKeysOf } from '../bus/log.js';
import { readLedger } from '../ledger/ledger-reader.js';
import { CliFault, EXIT } from '../terminal/fault.js';
import { type Checked, Findings } from './finding.js';
import { LaneCheck, type JournalRow } from './journal-check.js';
import { LedgerCheck } from './ledger-check.js';
import { checkRebuild } from './rebuild-check.js';
import { TopicsCheck } from './topics-check.js';

export interface VerificationOptions {
  readonly waitMs: number;
  readonly ledger?: string;
}

interface StoredRow {
  lane: number;
  position: string;
  topic: number;
  key: string;
  fingerprint: Buffer;
  bytes: Buffer;
}

/** All checks, one after the other. Reads only, in snapshots, so that a bus under load can be verified. */
export class Verification {
  readonly #journal: pg.Pool;
  readonly #views: pg.Pool;
  readonly #audit: pg.Pool;
  readonly #lanes = new Map<number, LaneCheck>();
  readonly #references = new Map<string, number>();

  constructor(
    private readonly folder: DataFolder,
    private readonly options: VerificationOptions,
  ) {
    const endpoints = folder.endpoints();
    [this.#journal, this.#views, this.#audit] = [
      readingPool(endpoints, 'journal'),
      readingPool(endpoints, 'views'),
      readingPool(endpoints, 'audit'),
    ];
  }

  async *run(): AsyncGenerator<Checked> {
    await this.#caughtUp();
    yield await this.#checkJournal();
    yield await this.#checkTopics();
    yield await this.#checkTrees();
    yield await this.#checkViews();
    yield await checkRebuild(this.folder);
    if (this.options.ledger !== undefined) yield await this.#checkLedger(this.options.ledger);
  }

  async close(): Promise<void> {
    await Promise.all([this.#journal, this.#views, this.#audit].map((pool) => pool.end()));
  }

  /** Everything accepted is relayed, and every consumer has applied or parked it. @throws CliFault */
  async #caughtUp(): Promise<void> {
    const until = Date.now() + this.options.waitMs;
    for (;;) {
      const behind = await this.#behind();
      if (behind === 0) return;
      if (Date.now() > until)
        throw new CliFault(
          EXIT.finding,
          `${behind} lanes have not been applied to their end`,
          'see bus lag, or wait longer with --wait',
        );
      await delay(100);
    }
  }

  async #behind(): Promise<number> {
    const { rows } = await this.#journal.query<{ lane: number; position: string; relayed: string; wanted: string }>(
      `SELECT l.lane, l.position, r.position AS relayed, greatest(coalesce(l.vector[1], 0), coalesce(l.vector[2], 0)) AS wanted FROM lane l JOIN relay_cursor r USING (lane) WHERE l.position > 0`,
    );
    const [views, audit] = await Promise.all([
      appliedIn(this.#views, 'agency_views'),
      appliedIn(this.#audit, 'audit_trail'),
    ]);
    return rows.filter(
      (row) =>
        row.relayed !== row.position ||
        (views.get(row.lane) ?? 0) < Number(row.wanted) ||
        (audit.get(row.lane) ?? 0) < Number(row.position),
    ).length;
  }

  async #checkJournal(): Promise<Checked> {
    let looked = 0;
    await inSnapshot(this.#journal, async (client) => {
      for await (const rows of pages<StoredRow>(client, {
        name: 'journal_rows',
        sql: 'SELECT lane, position, topic, key, fingerprint, bytes FROM journal ORDER BY lane, position',
      })) {
        looked += rows.length;
        for (const row of rows) this.#add({ ...row, position: Number(row.position) });
      }
      const lanes = await client.query<{ lane: number; position: string; vector: string[]; head: Buffer }>(
        'SELECT lane, position, vector, head FROM lane',
      );
      for (const { lane, position, vector, head } of lanes.rows) {
        const states = await client.query<{ key: string; state: string }>(
          'SELECT key, state FROM state WHERE lane = $1',
          [lane],
        );
        this.#laneOf(lane).end(
          { position: Number(position), vector: vector.map(Number), head },
          new Map(states.rows.map(({ key, state }) => [key, state])),
        );
      }
    });
    const findings = [...this.#lanes.values()].flatMap((lane) => lane.findings.list());
    return { name: 'positions gapless, chain unbroken, state = fold of the journal', looked, of: 'events', findings };
  }

  #add(row: JournalRow): void {
    this.#laneOf(row.lane).add(row);
    this.#count(decodeEvent(row));
  }

  #count(event: RecordedEvent): void {
    if (event.type !== 'ReferralSubmitted' || event.data.reference === null) return;
    this.#references.set(event.data.reference, (this.#references.get(event.data.reference) ?? 0) + 1);
  }

  #laneOf(lane: number): LaneCheck {
    const check = this.#lanes.get(lane) ?? new LaneCheck(lane);
    this.#lanes.set(lane, check);
    return check;
  }

  async #checkTopics(): Promise<Checked> {
    const check = new TopicsCheck((lane, position) => this.#lanes.get(lane)?.leaves[position - 1]);
    const reader = new LogReader(kafkaOf(this.folder), macKeysOf(this.folder));
    try {
      for await (const batch of reader.readTopics(TOPICS_IN_USE)) {
        for (const record of batch) {
          if (isAlien(record)) check.alien(record);
          else check.add(record);
        }
      }
    } finally {
      await reader.close();
    }
    for (let lane = 0; lane < LANE_COUNT; lane++) check.end(lane, this.#lanes.get(lane)?.leaves.length ?? 0);
    return {
      name: `topics = journal (${check.duplicates} repeated by the relay, read past)`,
      looked: check.records,
      of: 'records',
      findings: check.findings.list(),
    };
  }

  async #checkTrees(): Promise<Checked> {
    const findings = new Findings();
    const { rows } = await this.#audit.query<{ lane: number; size: string; root: Buffer }>(
      'SELECT lane, size, root FROM audit_trail_v1.tree',
    );
    for (const [lane, { leaves }] of this.#lanes) {
      const tree = rows.find((row) => row.lane === lane);
      if (leaves.length === 0) continue;
      if (Number(tree?.size ?? 0) !== leaves.length)
        findings.add('lost', `lane ${lane}: the trail has ${tree?.size ?? 0} of ${leaves.length} leaves`);
      else if (!tree?.root.equals(rootOf(appendLeaves(EMPTY_FRONTIER, leaves))))
        findings.add('other', `lane ${lane}: the trail's root is not that of its leaves`);
    }
    return {
      name: 'trees of the audit trail = computed anew',
      looked: rows.length,
      of: 'lanes',
      findings: findings.list(),
    };
  }

  async #checkViews(): Promise<Checked> {
    const findings = new Findings();
    const expected = new Map([...this.#lanes.values()].flatMap((lane) => [...lane.statuses()]));
    const parked = new Set(
      (await this.#views.query<{ key: string }>('SELECT key FROM bus.parked')).rows.map(({ key }) => key),
    );
    let looked = 0;
    await inSnapshot(this.#views, async (client) => {
      for await (const rows of pages<{ id: string; status: string }>(client, {
        name: 'shown',
        sql: 'SELECT id, status FROM agency_views_v1.referral',
      })) {
        looked += rows.length;
        for (const { id, status } of rows) {
          if (!expected.has(id)) findings.add('other', `${id}: shown to agencies without an event`);
          else if (expected.get(id) !== status && !parked.has(id))
            findings.add('lost', `${id}: shown as ${status}, the journal says ${expected.get(id)}`);
          expected.delete(id);
        }
      }
    });
    for (const id of expected.keys())
      if (!parked.has(id)) findings.add('lost', `${id}: in the journal and not shown to its agencies`);
    return {
      name: `what agencies are shown = fold of the journal (${parked.size} parked)`,
      looked,
      of: 'referrals',
      findings: findings.list(),
    };
  }

  async #checkLedger(path: string): Promise<Checked> {
    const check = new LedgerCheck();
    for await (const entry of readLedger(path)) check.add(entry);
    const statuses = new Set([...this.#lanes.values()].flatMap((lane) => [...lane.statuses().keys()]));
    check.end({ has: (id) => statuses.has(id), submissionsOf: (reference) => this.#references.get(reference) ?? 0 });
    return {
      name: 'what agencies were told = what stands',
      looked: check.entries,
      of: 'answers',
      findings: check.findings.list(),
    };
  }
}

async function appliedIn(pool: pg.Pool, consumer: string): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ lane: number; position: string }>(
    'SELECT c.lane, c.position FROM bus.checkpoint c JOIN bus.live v ON v.consumer = c.consumer AND v.version = c.version WHERE c.consumer = $1',
    [consumer],
  );
  return new Map(rows.map(({ lane, position }) => [lane, Number(position)]));
}
