import { TOPICS_IN_USE } from '#libs/contracts';
import { LogReader, readGroupOffsets } from '#libs/event-log';
import type { Pool } from 'pg';
import type { CheckId } from './check-ids.js';
import { OpenedLegs } from './checks/opened-legs.js';
import { AGENCY_VIEWS, AUDIT_TRAIL, type WatchedConsumer } from './consumers.js';
import { compareTrail, compareViews } from './lanes/consumer-pass.js';
import { readJournal } from './lanes/journal-pass.js';
import { compareTopics, type Following } from './lanes/topic-pass.js';
import { beginChecks, endChecks } from './lanes/whole-journal.js';
import { ConsumerReader } from './readers/consumer-reader.js';
import { readingPool } from './readers/databases.js';
import { JournalReader, readCursors } from './readers/journal-reader.js';
import { type Checked, Report } from './report.js';
import type { Sources } from './sources.js';

/** Parts of a bus that stand alone, as in a measurement of one step. Databases by URL. */
export interface Parts {
  /** What the others are compared with. */
  readonly journal: string;
  readonly views?: string;
  readonly audit?: string;
  readonly log?: Pick<Sources, 'kafka' | 'macKeys'>;
}

export interface PartOptions {
  /** What applies to these parts; what other checks would find is not told. */
  readonly checks: readonly CheckId[];
  /** Lanes are looked at in their order until this many events were; one at least. */
  readonly mostEvents: number;
}

export interface PartsChecked {
  readonly checked: readonly Checked[];
  readonly lanes: readonly number[];
  /** With events in them. */
  readonly lanesInUse: number;
}

/** The checks of `Verification` that some parts allow. Nobody may write to them meanwhile: what is taken later would be newer. */
export async function verifyParts(parts: Parts, { checks, mostEvents }: PartOptions): Promise<PartsChecked> {
  const taken = new TakenParts(parts);
  try {
    const journal = await taken.journal();
    const inUse = journal.lanes.filter(({ position }) => position > 0);
    const lanes = lanesOf(inUse, mostEvents);
    const report = new Report();
    const whole = await beginChecks(journal, report);
    const chronicles = await readJournal(journal, lanes, { ...whole, opened: new OpenedLegs() });
    await endChecks(journal, lanes, whole);
    const following: Following[] = [];
    for (const [url, consumer, compare] of [
      [parts.views, AGENCY_VIEWS, compareViews],
      [parts.audit, AUDIT_TRAIL, compareTrail],
    ] as const) {
      if (url === undefined) continue;
      const reader = await taken.consumer(url, consumer);
      await compare(reader, chronicles, report);
      if (parts.log) following.push({ reader, committed: await committedBy(reader, parts.log.kafka) });
    }
    if (parts.log) {
      const log = taken.log(parts.log);
      const [relayed, ends] = [await readCursors(taken.pool(parts.journal)), await log.ends(TOPICS_IN_USE)];
      await compareTopics({ log, ends, relayed, following, report }, chronicles);
    }
    return { checked: checks.map((id) => report.of(id)), lanes, lanesInUse: inUse.length };
  } finally {
    await taken.close();
  }
}

const committedBy = (reader: ConsumerReader, kafka: Sources['kafka']): Promise<Following['committed']> =>
  readGroupOffsets(kafka, reader.group, reader.consumer.topics);

function lanesOf(inUse: readonly { readonly lane: number; readonly position: number }[], mostEvents: number): number[] {
  let left = mostEvents;
  return inUse
    .filter(({ position }, index) => {
      const isTaken = index === 0 || position <= left;
      left = isTaken ? left - position : 0;
      return isTaken;
    })
    .map(({ lane }) => lane);
}

/** What was opened, to be closed in the opposite order. */
class TakenParts {
  readonly #open: (() => Promise<unknown>)[] = [];
  readonly #pools = new Map<string, Pool>();

  constructor(private readonly parts: Parts) {}

  pool(url: string): Pool {
    const pool = this.#pools.get(url) ?? readingPool(url);
    if (!this.#pools.has(url)) this.#open.push(() => pool.end());
    this.#pools.set(url, pool);
    return pool;
  }

  async journal(): Promise<JournalReader> {
    return this.#keep(await JournalReader.open(this.pool(this.parts.journal)));
  }

  async consumer(url: string, consumer: WatchedConsumer): Promise<ConsumerReader> {
    return this.#keep(await ConsumerReader.open(this.pool(url), consumer));
  }

  log({ kafka, macKeys }: NonNullable<Parts['log']>): LogReader {
    return this.#keep(new LogReader(kafka, macKeys));
  }

  async close(): Promise<void> {
    for (const close of this.#open.reverse()) await close();
  }

  #keep<Part extends { close(): Promise<void> }>(part: Part): Part {
    this.#open.push(() => part.close());
    return part;
  }
}
