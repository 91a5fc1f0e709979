import { ordinalOf } from '#libs/contracts';
import { highest } from '#libs/kernel';
import type { WatchedConsumer } from '../consumers.js';
import type { LaneRow } from '../journal-row.js';
import type { Report } from '../report.js';

/** How far everybody is, by lane. */
export interface Reached {
  /** The relay's cursors. */
  readonly relayed: ReadonlyMap<number, number>;
  readonly consumers: readonly {
    readonly consumer: WatchedConsumer;
    readonly positions: ReadonlyMap<number, number>;
  }[];
}

interface Behind {
  readonly at: string;
  readonly what: string;
}

/** Who has not yet taken what stood in the lanes at one moment. New events that come meanwhile are no debt of anybody. */
export function behind(then: readonly LaneRow[], { relayed, consumers }: Reached): Behind[] {
  return then.flatMap(({ lane, position, vector }) => {
    const relay = { who: 'relay', stands: relayed.get(lane) ?? 0, wanted: position };
    const others = consumers.map(({ consumer: { name, topics }, positions }) => ({
      who: name,
      stands: positions.get(lane) ?? 0,
      wanted: highest(vector, topics.map(ordinalOf)),
    }));
    return [relay, ...others]
      .filter(({ stands, wanted }) => stands < wanted)
      .map(({ who, stands, wanted }) => ({
        at: `${who} lane ${lane}`,
        what: `stands at ${stands}, position ${wanted} was accepted before the check began`,
      }));
  });
}

/** @param waitedMs the bound that was given */
export function reportLiveness(report: Report, then: readonly LaneRow[], reached: Reached, waitedMs: number): void {
  report.looked('K13', then.filter(({ position }) => position > 0).length);
  for (const { at, what } of behind(then, reached))
    report.found('K13', 'unseen', at, `${what}, and ${waitedMs / 1000} s did not suffice`);
}
