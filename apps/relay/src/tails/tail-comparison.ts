import { decodeMeta, leafOfEvent, ordinalOf, type Topic, TOPICS_IN_USE } from '#libs/contracts';
import { type JournalRow, type LogReader, readTails, type Tail, type TailQuestion } from '#libs/event-log';
import { advance, type LaneVector } from '#libs/kernel';
import type { Pool } from 'pg';
import type { Cursors, LaneCursor } from '../shipping/cursors.js';
import { findJournalRows } from '../shipping/journal-rows.js';
import type { LogEnds, Loss } from '../shipping/log-ends.js';
import { judgeLane, type LaneVerdict } from './judge-lane.js';

export interface TailComparisonParts {
  readonly pool: Pool;
  readonly cursors: Cursors;
  readonly reader: LogReader;
  readonly ends: LogEnds;
}

/** Compares the end of every lane on every topic with the journal. */
export class TailComparison {
  readonly #parts: TailComparisonParts;

  constructor(parts: TailComparisonParts) {
    this.#parts = parts;
  }

  /** A verdict on each lane that was ever written, by the journal or on a topic. */
  async judge(): Promise<Map<number, LaneVerdict>> {
    // Cursors first, heads last: what was confirmed before is on the topics by then, and nothing on them is newer than the heads.
    const cursors = await this.#parts.cursors.all();
    const { questions, losses } = await this.#questions();
    const tails = await readTails(this.#parts.reader, questions);
    const heads = new Map((await this.#parts.cursors.all()).map(({ lane, head }) => [lane, head]));
    const rows = await this.#rows(cursors, tails);
    const verdicts = new Map<number, LaneVerdict>();
    for (const cursor of cursors) {
      const ofLane = tails.filter(({ lane }) => lane === cursor.lane);
      verdicts.set(cursor.lane, this.#judge({ ...cursor, head: heads.get(cursor.lane) ?? 0 }, ofLane, rows));
    }
    for (const { lane } of losses) verdicts.set(lane, { rewindTo: 0, ...verdicts.get(lane) });
    return verdicts;
  }

  /** Where to begin again after a loss: after the last record that is left of the old ones. */
  async rewindAfter({ topic, lane, before }: Loss): Promise<number> {
    const ends = await this.#parts.reader.ends([topic]);
    const low = ends.get(topic)?.get(lane)?.low ?? 0;
    const [tail] = await readTails(this.#parts.reader, [{ topic, lane, low, high: Math.max(low, before) }]);
    return tail?.record?.position ?? 0;
  }

  async #questions(): Promise<{ questions: TailQuestion[]; losses: Loss[] }> {
    const questions: TailQuestion[] = [];
    const losses: Loss[] = [];
    for (const [topic, lanes] of await this.#parts.reader.ends(TOPICS_IN_USE)) {
      for (const [lane, { low, high }] of lanes) {
        questions.push({ topic, lane, low, high });
        const loss = this.#parts.ends.observeLow(topic, lane, low);
        if (loss) losses.push(loss);
      }
    }
    return { questions, losses };
  }

  async #rows(cursors: readonly LaneCursor[], tails: readonly Tail[]): Promise<Map<string, JournalRow>> {
    const places = [...cursors, ...tails.flatMap(({ record }) => record ?? [])].map(({ lane, position }) => ({
      lane,
      position,
    }));
    const rows = await findJournalRows(this.#parts.pool, places);
    return new Map(rows.map((row) => [placeOf(row), row]));
  }

  #judge(
    { lane, position, head }: LaneCursor,
    tails: readonly Tail[],
    rows: ReadonlyMap<string, JournalRow>,
  ): LaneVerdict {
    const last = rows.get(placeOf({ lane, position }));
    if (position > 0 && !last) return { hold: 'POSITION_MISSING' };
    return judgeLane({
      vector: last ? vectorAfter(last) : [],
      head,
      tails: tails.map(({ topic, record }) => ({
        ordinal: ordinalOf(topic),
        position: record?.position ?? 0,
        sameAsJournal: record !== undefined && isSame(rows.get(placeOf(record)), topic, record.leaf),
      })),
    });
  }
}

const placeOf = ({ lane, position }: { readonly lane: number; readonly position: number }): string =>
  `${lane}/${position}`;

const isSame = (row: JournalRow | undefined, topic: Topic, leaf: Buffer): boolean =>
  row !== undefined && row.topic === topic && leafOfEvent(row).equals(leaf);

/** How far each topic reaches in the lane when everything up to this row is on the topics. */
function vectorAfter(row: JournalRow): LaneVector {
  return advance(decodeMeta(row).after, ordinalOf(row.topic), row.position);
}
