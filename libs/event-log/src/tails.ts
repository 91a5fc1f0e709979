import type { Topic } from '#libs/contracts';
import { isAlien } from './framing.js';
import type { LogReader } from './log-reader.js';
import type { LogRecord } from './log-record.js';

/** The part of a lane whose last record is wanted: offsets `low` up to, not including, `high`. */
export interface TailQuestion {
  readonly topic: Topic;
  readonly lane: number;
  readonly low: number;
  readonly high: number;
  /** Where given, it is also asked how far the records up to this position reach. */
  readonly upTo?: number;
}

export interface Tail extends TailQuestion {
  /** The last record with a valid MAC; undefined when there is none. */
  readonly record: LogRecord | undefined;
  /**
   * The highest position up to `upTo` among the last records; 0 where the topic holds none. Undefined where that was not
   * asked, or where so many later positions stand at its end that nobody looked further.
   */
  readonly reaches: number | undefined;
}

const FIRST_WINDOW = 4;
const WIDER = 8;
/** More than requests under way can have put at the end of a topic. */
const LOOK_BACK = 4_096;

interface Search {
  readonly question: TailQuestion;
  /** Everything from this offset on has been read. */
  from: number;
  record: LogRecord | undefined;
  reaches: number | undefined;
}

/** The last record of each lane, read backwards past the records of other producers. */
export async function readTails(reader: LogReader, questions: readonly TailQuestion[]): Promise<Tail[]> {
  const searches = new Map(questions.map((question) => [keyOf(question), searchOf(question)]));
  for (let window = FIRST_WINDOW; ; window *= WIDER) {
    const ranges = [...searches.values()].filter(isOpen).map((search) => nextRange(search, window));
    if (ranges.length === 0) break;
    for await (const batch of reader.readRanges(ranges)) {
      const records = batch.filter((record): record is LogRecord => !isAlien(record));
      const search = records[0] && searches.get(keyOf(records[0]));
      if (search) take(search, records);
    }
  }
  return [...searches.values()].map(({ question, from, record, reaches }) => ({
    ...question,
    record,
    reaches: reaches ?? (question.upTo !== undefined && from <= question.low ? 0 : undefined),
  }));
}

const searchOf = (question: TailQuestion): Search => ({
  question,
  from: question.high,
  record: undefined,
  reaches: undefined,
});

function isOpen({ question: { low, high, upTo }, from, record, reaches }: Search): boolean {
  if (from <= low) return false;
  return record === undefined || (upTo !== undefined && reaches === undefined && high - from < LOOK_BACK);
}

function nextRange(search: Search, window: number): { topic: Topic; lane: number; from: number; to: number } {
  const { topic, lane, low } = search.question;
  const to = search.from;
  search.from = Math.max(low, to - window);
  return { topic, lane, from: search.from, to };
}

/** Batches of a window come in the order of offsets, and windows one before the other. */
function take(search: Search, records: readonly LogRecord[]): void {
  const { upTo = -1 } = search.question;
  const last = records.at(-1);
  if (last && (search.record === undefined || search.record.offset < last.offset)) search.record = last;
  for (const { position } of records) if (position <= upTo) search.reaches = Math.max(search.reaches ?? 0, position);
}

const keyOf = ({ topic, lane }: { readonly topic: Topic; readonly lane: number }): string => `${topic}/${lane}`;
