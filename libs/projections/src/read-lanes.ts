import type { Topic } from '#libs/contracts';
import type { LaneRange, LogBatch, LogReader } from '#libs/event-log';

/**
 * Records of whole lanes, some lanes at a time: a lane's topics come at their own pace and what is ahead waits in memory, while
 * a short lane alone would fill no answer of the broker.
 * @param held records of the lanes that are read side by side; a longer lane is read alone
 */
export async function* readLanes(
  reader: LogReader,
  topics: readonly Topic[],
  lanes: Iterable<number>,
  held = 50_000,
): AsyncGenerator<LogBatch> {
  const ends = await reader.ends(topics);
  let ranges: LaneRange[] = [];
  for (const lane of lanes) {
    const own = topics.flatMap((topic) => {
      const end = ends.get(topic)?.get(lane);
      return end ? [{ topic, lane, from: end.low, to: end.high }] : [];
    });
    if (ranges.length > 0 && lengthOf(ranges) + lengthOf(own) > held) {
      yield* reader.readRanges(ranges);
      ranges = [];
    }
    ranges.push(...own);
  }
  yield* reader.readRanges(ranges);
}

const lengthOf = (ranges: readonly LaneRange[]): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0);
