import { type LaneRange, type LogReader, type LogRecord, provedAmong } from '#libs/event-log';

/**
 * The records of one lane, a page of one topic at a time: of the topic that is furthest behind, so that little has to wait
 * for what another topic brings. Records of others are read past.
 */
export async function* lanePages(topics: LogReader, ranges: readonly LaneRange[]): AsyncGenerator<LogRecord[]> {
  const sources = ranges.map((range) => ({ pages: topics.readRanges([range]), reached: 0 }));
  while (sources.length > 0) {
    const source = sources.reduce((least, each) => (each.reached < least.reached ? each : least));
    const page = await source.pages.next();
    if (page.done) sources.splice(sources.indexOf(source), 1);
    else {
      const records = provedAmong(page.value);
      source.reached = Math.max(source.reached, records.at(-1)?.position ?? 0);
      yield records;
    }
  }
}
