import { type EventName, topics } from '#libs/contracts';
import type { ConsumerLane, WatchedConsumer } from '../consumers.js';
import type { Chronicle } from '../lanes/chronicle.js';
import type { Report } from '../report.js';
import type { OpenedLegs } from './opened-legs.js';
import type { FirstParked } from './shown-events.js';

/** What an agency is told: the event at `source`, from `position` on. */
export interface ToldItem {
  readonly agency: string;
  readonly position: number;
  readonly source: number;
}

/** Not for both parties: what a sender's agency decides by itself, and who asked for a case and did not get it. */
const OF_ONE_PARTY: ReadonlySet<EventName> = new Set([
  'ReleaseRequested',
  'ReleaseApproved',
  'ReleaseRefused',
  'AccessRequested',
  'AccessRefused',
  'TransferRequested',
  'TransferRefused',
]);

const [SENDER, RECIPIENT] = [1, 2];

export interface ToldLane {
  readonly consumer: Pick<WatchedConsumer, 'name'>;
  readonly chronicle: Chronicle;
  readonly standing: ConsumerLane;
  readonly firstParked: FirstParked;
  readonly opened: OpenedLegs;
}

/**
 * One lane of the agencies' feeds: nobody is told of a leg that was not opened to it, its parties are told everything that was
 * said of it (what an escalation says is not for both of them always), and whoever was called upon by name is told that.
 */
export class ToldItems {
  readonly #toldTo: Uint8Array;
  /** Of events that are meant for agencies by name: who was told, by row. */
  readonly #toldByName = new Map<number, Set<string>>();

  constructor(
    private readonly lane: ToldLane,
    private readonly report: Report,
  ) {
    this.#toldTo = new Uint8Array(lane.chronicle.size);
  }

  add({ agency, position, source }: ToldItem): void {
    const { chronicle, opened } = this.lane;
    this.report.looked('told');
    const row = chronicle.rowAt(source);
    if (row < 0) return this.#found('G1a', `position ${source}`, `told to ${agency}, and there is no such event`);
    const leg = opened.find(chronicle.keyOf(row));
    const since = leg?.since.get(agency);
    if (since === undefined || position < since || position < source)
      this.#found(
        'disclosed',
        this.#placeOf(row),
        `told at ${position} to ${agency}, to whom it was not opened by then`,
      );
    if (leg?.meantFor.has(source)) this.#toldByName.set(row, (this.#toldByName.get(row) ?? new Set()).add(agency));
    if (agency === leg?.parties?.sender) this.#toldTo[row] = (this.#toldTo[row] ?? 0) | SENDER;
    if (agency === leg?.parties?.recipient) this.#toldTo[row] = (this.#toldTo[row] ?? 0) | RECIPIENT;
  }

  /** After the last item. */
  end(): void {
    const { chronicle, standing, firstParked, opened } = this.lane;
    for (let row = 0; row < chronicle.size && chronicle.positionOf(row) <= standing.position; row++) {
      const [type, key] = [chronicle.typeOf(row), chronicle.keyOf(row)];
      const leg = opened.find(key);
      if (type === null || !leg?.parties || chronicle.positionOf(row) >= (firstParked.get(key) ?? Infinity)) continue;
      for (const agency of leg.meantFor.get(chronicle.positionOf(row)) ?? [])
        if (!this.#toldByName.get(row)?.has(agency))
          this.#found('poll-skip', this.#placeOf(row), `${type} was not told to ${agency}, for whom it is meant`);
      if (OF_ONE_PARTY.has(type) || chronicle.topicOf(row) !== topics.referral) continue;
      if (this.#toldTo[row] !== (SENDER | RECIPIENT))
        this.#found('poll-skip', this.#placeOf(row), `${type} was not told to both of its parties`);
    }
  }

  #placeOf(row: number): string {
    return `${this.lane.chronicle.keyOf(row)} position ${this.lane.chronicle.positionOf(row)}`;
  }

  #found(kind: 'G1a' | 'disclosed' | 'poll-skip', at: string, what: string): void {
    this.report.found('told', kind, `${this.lane.consumer.name} ${at}`, what);
  }
}
