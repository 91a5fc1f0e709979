import { setTimeout as delay } from 'node:timers/promises';
import { LANE_COUNT } from '#libs/contracts';
import type { Confirmation, JournalGuard } from './guard/journal-guard.js';
import type { Lease } from './ownership/lease.js';
import type { RefillInbox } from './refills/refill-inbox.js';
import { RefillWishes } from './refills/refill-wishes.js';
import type { RelaySignals } from './relay-signals.js';
import type { Cursors } from './shipping/cursors.js';
import type { LaneHolds } from './shipping/lane-holds.js';
import type { LogEnds, Loss } from './shipping/log-ends.js';
import type { LaneVerdict } from './tails/judge-lane.js';
import { Losses } from './tails/losses.js';
import type { TailComparison } from './tails/tail-comparison.js';

export interface UpkeepParts {
  readonly lease: Pick<Lease, 'epoch'>;
  readonly cursors: Pick<Cursors, 'rewind'>;
  readonly holds: LaneHolds;
  readonly ends: LogEnds;
  readonly inbox: Pick<RefillInbox, 'read' | 'restart'>;
  readonly comparison: Pick<TailComparison, 'rewindAfter'>;
  readonly guard: Pick<JournalGuard, 'compare' | 'confirmation'>;
  readonly signals: RelaySignals;
}

const COMPARE_MS = 60_000;
/** While a lane is closed: somebody may be filling it in. */
const COMPARE_CLOSED_MS = 5_000;
const POLL_MS = 250;
const OUTAGE_MS = 500;
const SILENCE_MS = 5_000;

/**
 * Everything that sends a cursor back: topics that are behind, records that were lost, consumers that ask. One after the
 * other, so that a refill is never mistaken for a loss. And what opens the journal after a restart of its server, which any
 * relay does that can reach it and the topics, owner or not.
 */
export class Upkeep {
  readonly #parts: UpkeepParts;
  readonly #wishes = new RefillWishes(LANE_COUNT);
  readonly #losses = new Losses();
  #comparedEpoch: number | undefined;
  #confirmation: Confirmation | null = null;
  #compareAt = 0;
  #progressAt = 0;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** The owned epoch in which the tails were compared: nothing is shipped before. */
  get comparedEpoch(): number | undefined {
    return this.#comparedEpoch;
  }

  /** Whether somebody has confirmed the journal since its server started, as far as is known here. */
  get confirmed(): boolean {
    return Boolean(this.#confirmation);
  }

  /** Whether Kafka answers the owner. */
  isProgressing(now = performance.now()): boolean {
    return now - this.#progressAt < SILENCE_MS;
  }

  lost(loss: Loss): void {
    this.#losses.add(loss);
  }

  isRecovering(lane: number): boolean {
    return this.#losses.concern(lane);
  }

  /** A request failed: the topics are compared as soon as Kafka answers again. */
  compareSoon(): void {
    this.#compareAt = 0;
  }

  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const pause = await this.#round().catch((error: unknown) => {
        this.#parts.signals.trouble('upkeep', error);
        return OUTAGE_MS;
      });
      if (pause > 0) await delay(pause, undefined, { signal: stop }).catch(() => undefined);
    }
  }

  async #round(): Promise<number> {
    const { epoch } = this.#parts.lease;
    if (epoch !== this.#comparedEpoch) this.#forget();
    const confirmed = await this.#look();
    if (epoch === undefined) {
      if (!confirmed) await this.#judge();
      return POLL_MS;
    }
    if (!confirmed || this.#comparedEpoch === undefined || performance.now() >= this.#compareAt)
      await this.#compare(epoch);
    await this.#recover(epoch);
    await this.#serve(epoch);
    this.#progressAt = performance.now();
    return 0;
  }

  #forget(): void {
    this.#comparedEpoch = undefined;
    this.#losses.clear();
    this.#wishes.clear();
    this.#parts.ends.forget();
    this.#parts.inbox.restart();
  }

  async #look(): Promise<boolean> {
    const found = await this.#parts.guard.confirmation();
    const news = this.#confirmation === null ? !found : Boolean(found) !== this.confirmed;
    this.#confirmation = found;
    if (news) this.#parts.signals.confirmation(found);
    return Boolean(found);
  }

  async #judge(): Promise<Map<number, LaneVerdict>> {
    const verdicts = await this.#parts.guard.compare();
    await this.#look();
    return verdicts;
  }

  async #compare(epoch: number): Promise<void> {
    this.#compareAt = performance.now() + COMPARE_MS; // set before, so that a failure meanwhile asks for another comparison
    try {
      const verdicts = await this.#judge();
      for (const [lane, verdict] of verdicts) this.#holdOrRelease(lane, verdict);
      const behind = [...verdicts].flatMap(([lane, { rewindTo }]): [number, number][] =>
        rewindTo === undefined ? [] : [[lane, rewindTo]],
      );
      this.#parts.signals.rewound('TAIL_BEHIND', await this.#parts.cursors.rewind(new Map(behind), epoch));
      this.#comparedEpoch = epoch;
      if (hasClosed(verdicts)) this.#compareAt = Math.min(this.#compareAt, performance.now() + COMPARE_CLOSED_MS);
    } catch (error) {
      this.#compareAt = 0;
      throw error;
    }
  }

  #holdOrRelease(lane: number, { hold }: LaneVerdict): void {
    const { holds, signals } = this.#parts;
    if (hold === undefined) {
      if (holds.release(lane)) signals.released(lane);
    } else if (holds.hold(lane, hold)) signals.held(lane, hold);
  }

  async #recover(epoch: number): Promise<void> {
    for (const [lane, losses] of this.#losses.byLane()) {
      const targets = await Promise.all(losses.map((loss) => this.#parts.comparison.rewindAfter(loss)));
      const lanes = await this.#parts.cursors.rewind(new Map([[lane, Math.min(...targets)]]), epoch);
      this.#parts.signals.rewound('RECORDS_LOST', lanes);
      this.#losses.remove(losses);
    }
  }

  async #serve(epoch: number): Promise<void> {
    const { inbox, cursors, signals } = this.#parts;
    const { requests, malformed } = await inbox.read(POLL_MS);
    const taken = requests.filter((request) => this.#wishes.add(request));
    signals.refills('taken', taken.length);
    signals.refills('malformed', malformed + requests.length - taken.length);
    const now = performance.now();
    const due = this.#wishes.due(now);
    signals.rewound('REFILL', await cursors.rewind(due, epoch));
    this.#wishes.served(due.keys(), now);
  }
}

const hasClosed = (verdicts: ReadonlyMap<number, LaneVerdict>): boolean =>
  [...verdicts.values()].some(({ hold }) => hold !== undefined && hold !== 'LANE_SEALED');
