import { decodeMeta, leafOfEvent, ordinalOf, TOPICS_IN_USE } from '#libs/contracts';
import {
  isAlien,
  type JournalRow,
  type LaneRange,
  lanesAhead,
  type LogReader,
  readTails,
  type Tail,
  type TailQuestion,
} from '#libs/event-log';
import { advance, type LaneVector, vectorAt } from '#libs/kernel';
import { findJournalRows } from '../shipping/journal-rows.js';
import type { LogEnds, Loss, Written } from '../shipping/log-ends.js';
import { judgeLane, type LaneVerdict } from './judge-lane.js';
import { type Connection, type LaneStanding, readStandings } from './lane-standings.js';

export interface TailComparisonParts {
  readonly reader: LogReader;
  readonly ends: LogEnds;
}

type TopicEnds = Awaited<ReturnType<LogReader['ends']>>;

/** Compares every lane on every topic with the journal. */
export class TailComparison {
  readonly #parts: TailComparisonParts;

  constructor(parts: TailComparisonParts) {
    this.#parts = parts;
  }

  /**
   * A verdict on each lane.
   * @param thoroughly also by what the topics hold before their ends. For a journal in which nothing is accepted; lanes that
   *   are closed are always compared so.
   */
  async judge(db: Connection, thoroughly: boolean): Promise<Map<number, LaneVerdict>> {
    // Cursors first, heads last: what was confirmed before is on the topics by then, and nothing on them is newer than the heads.
    const before = await readStandings(db);
    const written = this.#parts.ends.written();
    const ends = await this.#parts.reader.ends(TOPICS_IN_USE);
    const headless = await this.#headless(ends);
    const losses = this.#losses(ends, written);
    const tails = await readTails(this.#parts.reader, questionsOf(ends, before));
    const still = before.filter(({ closed }) => thoroughly || closed);
    const beyond = await this.#beyond(ends, still);
    const heads = new Map((await readStandings(db)).map(({ lane, head }) => [lane, head]));
    const rows = await rowsOf(db, before, tails);
    const verdicts = new Map<number, LaneVerdict>();
    for (const standing of before) {
      const { lane } = standing;
      const facts = { ...standing, head: heads.get(lane) ?? 0, beyond: beyond.has(lane), headless };
      const ofLane = tails.filter((tail) => tail.lane === lane);
      verdicts.set(lane, verdictOn(facts, ofLane, rows));
    }
    for (const { lane } of losses) {
      const hold = verdicts.get(lane)?.hold;
      verdicts.set(lane, hold === undefined ? { rewindTo: 0 } : { hold });
    }
    return verdicts;
  }

  /** Where to begin again after a loss: after the last record that is left of the old ones. */
  async rewindAfter({ topic, lane, before }: Loss): Promise<number> {
    if (before === 0) return 0;
    const ends = await this.#parts.reader.ends([topic]);
    const { low, high } = ends.get(topic)?.get(lane) ?? { low: 0, high: 0 };
    // It may have lost more since: what is beyond its end could never be read.
    const left = Math.max(low, Math.min(high, before));
    const [tail] = await readTails(this.#parts.reader, [{ topic, lane, low, high: left }]);
    return tail?.record?.position ?? 0;
  }

  #losses(ends: TopicEnds, written: Written): Loss[] {
    return [...ends].flatMap(([topic, lanes]) =>
      [...lanes].flatMap(([lane, reach]) => this.#parts.ends.observeEnds(topic, lane, reach, written) ?? []),
    );
  }

  /** Partitions whose first record is not their topic's first event, where nobody knows what stood before it. */
  async #headless(ends: TopicEnds): Promise<Set<string>> {
    const headless = new Set<string>();
    for (const [topic, lanes] of ends) {
      for (const [lane, { low, high }] of lanes) {
        if (low === 0 || low === high || this.#parts.ends.knows(topic, lane)) continue;
        const range = { topic, lane, from: low, to: high };
        if (!(await this.#hasBeginning(range))) headless.add(partitionOf(range));
      }
    }
    return headless;
  }

  async #hasBeginning(range: LaneRange): Promise<boolean> {
    for await (const batch of this.#parts.reader.readRanges([range])) {
      if (batch.some((record) => !isAlien(record) && vectorAt(record.after, ordinalOf(record.topic)) === 0))
        return true;
    }
    return false;
  }

  /** The lanes of which a topic holds more than the journal, wherever it stands. */
  async #beyond(ends: TopicEnds, lanes: readonly LaneStanding[]): Promise<Set<number>> {
    const times = new Map(lanes.map(({ lane, acceptedAt }) => [lane, acceptedAt]));
    const ranges = await this.#parts.reader.since(ends, times);
    return lanesAhead(this.#parts.reader, ranges, new Map(lanes.map(({ lane, head }) => [lane, head])));
  }
}

function questionsOf(ends: TopicEnds, standings: readonly LaneStanding[]): TailQuestion[] {
  const cursors = new Map(standings.map(({ lane, position }) => [lane, position]));
  return [...ends].flatMap(([topic, lanes]) =>
    [...lanes].map(([lane, { low, high }]): TailQuestion => ({ topic, lane, low, high, upTo: cursors.get(lane) ?? 0 })),
  );
}

const partitionOf = ({ topic, lane }: Pick<TailQuestion, 'topic' | 'lane'>): string => `${topic}/${lane}`;

type Rows = ReadonlyMap<string, JournalRow>;

async function rowsOf(db: Connection, standings: readonly LaneStanding[], tails: readonly Tail[]): Promise<Rows> {
  const places = [...standings, ...tails.flatMap(({ record }) => record ?? [])];
  const rows = await findJournalRows(db, places);
  return new Map(rows.map((row) => [placeOf(row), row]));
}

function verdictOn(
  facts: LaneStanding & { readonly beyond: boolean; readonly headless: ReadonlySet<string> },
  tails: readonly Tail[],
  rows: Rows,
): LaneVerdict {
  const { position, head, sealed, beyond, headless } = facts;
  const last = rows.get(placeOf(facts));
  const verdict: LaneVerdict =
    position > 0 && !last
      ? { hold: 'POSITION_MISSING' }
      : judgeLane({
          vector: last ? vectorAfter(last) : [],
          head,
          beyond,
          tails: tails.map((tail) => ({
            ordinal: ordinalOf(tail.topic),
            position: tail.record?.position ?? 0,
            reaches: tail.reaches,
            headless: headless.has(partitionOf(tail)),
            sameAsJournal: isSame(tail, rows),
          })),
        });
  return sealed && verdict.hold ? { hold: 'LANE_SEALED' } : verdict;
}

const placeOf = ({ lane, position }: { readonly lane: number; readonly position: number }): string =>
  `${lane}/${position}`;

function isSame({ topic, record }: Tail, rows: Rows): boolean {
  if (!record) return false;
  const row = rows.get(placeOf(record));
  return row !== undefined && row.topic === topic && leafOfEvent(row).equals(record.leaf);
}

/** How far each topic reaches in the lane when everything up to this row is on the topics. */
function vectorAfter(row: JournalRow): LaneVector {
  return advance(decodeMeta(row).after, ordinalOf(row.topic), row.position);
}
