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
}

export interface Tail extends TailQuestion {
  /** The last record with a valid MAC; undefined when there is none. */
  readonly record: LogRecord | undefined;
}

const FIRST_WINDOW = 4;
const WIDER = 8;

/** The last record of each lane, read backwards past the records of other producers. */
export async function readTails(reader: LogReader, questions: readonly TailQuestion[]): Promise<Tail[]> {
  const found = new Map<string, LogRecord>();
  let open = questions.map((question) => ({ question, to: question.high }));
  for (let window = FIRST_WINDOW; open.length > 0; window *= WIDER) {
    const ranges = open.map(({ question: { topic, lane, low }, to }) => ({
      topic,
      lane,
      from: Math.max(low, to - window),
      to,
    }));
    for await (const batch of reader.readRanges(ranges)) {
      for (const record of batch) if (!isAlien(record)) found.set(keyOf(record), record);
    }
    open = open
      .map(({ question, to }) => ({ question, to: Math.max(question.low, to - window) }))
      .filter(({ question, to }) => !found.has(keyOf(question)) && to > question.low);
  }
  return questions.map((question) => ({ ...question, record: found.get(keyOf(question)) }));
}

const keyOf = ({ topic, lane }: { readonly topic: Topic; readonly lane: number }): string => `${topic}/${lane}`;
