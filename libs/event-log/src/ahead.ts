import { isAlien } from './framing.js';
import type { LaneRange, LogReader } from './log-reader.js';

const FIRST_WINDOW = 16;
const WIDER = 8;

/**
 * The lanes of which a topic holds a record beyond their head. Where a topic ends does not tell: one that is just being
 * sent again ends with older records than it holds.
 * @param ranges what was accepted when the head was, or later: `LogReader.since`
 * @param heads the highest position that is known already, by lane
 */
export async function lanesAhead(
  reader: LogReader,
  ranges: readonly LaneRange[],
  heads: ReadonlyMap<number, number>,
): Promise<Set<number>> {
  const ahead = new Set<number>();
  let open = [...ranges];
  for (let window = FIRST_WINDOW; open.length > 0; window *= WIDER) {
    const looked = open.map((range) => ({ ...range, to: Math.min(range.to, range.from + window) }));
    for await (const batch of reader.readRanges(looked)) {
      for (const record of batch)
        if (!isAlien(record) && record.position > (heads.get(record.lane) ?? 0)) ahead.add(record.lane);
    }
    open = open
      .map((range) => ({ ...range, from: range.from + window }))
      .filter(({ lane, from, to }) => from < to && !ahead.has(lane));
  }
  return ahead;
}
