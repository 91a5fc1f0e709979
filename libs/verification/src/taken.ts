import { TOPICS_IN_USE } from '#libs/contracts';
import { type LogReader, readGroupOffsets } from '#libs/event-log';
import type { Pool } from 'pg';
import { AGENCY_FEED, AGENCY_VIEWS, AUDIT_TRAIL, type WatchedConsumer } from './consumers.js';
import type { Following, LaneEnds } from './lanes/topic-pass.js';
import { ConsumerReader } from './readers/consumer-reader.js';
import type { DatabaseName } from './readers/databases.js';
import { JournalReader, readCursors } from './readers/journal-reader.js';
import { type Sources, SourceAwayError } from './sources.js';

/**
 * One state of the whole bus, taken while it runs. The order of taking is what makes the comparisons right under load:
 *
 * 1. what consumer groups committed, before the consumers' databases, so that it cannot be newer than their checkpoints;
 * 2. each consumer's database in one snapshot: what is at or below its checkpoint must be in its tables, and nothing else;
 * 3. the relay's cursors, before the ends of the topics: what they count must stand before those ends;
 * 4. the ends of the topics: nothing is read beyond them;
 * 5. the journal in one snapshot, last: whatever was seen anywhere was accepted before, so it must be there.
 */
export interface Taken {
  readonly views: Following;
  readonly audit: Following;
  readonly feed: ConsumerReader;
  readonly relayed: ReadonlyMap<number, number>;
  readonly ends: LaneEnds;
  readonly journal: JournalReader;
  close(): Promise<void>;
}

export type Pools = Readonly<Record<DatabaseName, Pool>>;

/** @throws SourceAwayError */
export async function take(pools: Pools, log: LogReader, { kafka }: Sources): Promise<Taken> {
  const open: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const each of open.reverse()) await each.close();
  };
  const follow = async (name: DatabaseName, consumer: WatchedConsumer): Promise<Following> => {
    const version = await from(name, versionOf(pools[name], consumer));
    const committed = await from('kafka', readGroupOffsets(kafka, `${consumer.name}.v${version}`, consumer.topics));
    const reader = await from(name, ConsumerReader.open(pools[name], consumer));
    open.push(reader);
    return { reader, committed };
  };
  try {
    const [views, audit] = [await follow('views', AGENCY_VIEWS), await follow('audit', AUDIT_TRAIL)];
    const feed = await from('views', ConsumerReader.open(pools.views, AGENCY_FEED));
    open.push(feed);
    const relayed = await from('journal', readCursors(pools.journal));
    const ends = await from('kafka', log.ends(TOPICS_IN_USE));
    const journal = await from('journal', JournalReader.open(pools.journal));
    open.push(journal);
    return { views, audit, feed, relayed, ends, journal, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function versionOf(pool: Pool, { name }: WatchedConsumer): Promise<number> {
  const { rows } = await pool.query<{ version: number }>('SELECT version FROM bus.live WHERE consumer = $1', [name]);
  return rows[0]?.version ?? 0;
}

/** Says which part it was that did not answer. */
export async function from<T>(source: SourceAwayError['source'], asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw new SourceAwayError(source, { cause });
  }
}
