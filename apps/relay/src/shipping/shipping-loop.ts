import { setTimeout as delay } from 'node:timers/promises';
import { type LaneProducer, SendError } from '#libs/event-log';
import type { Pool } from 'pg';
import type { RelaySignals } from '../relay-signals.js';
import type { Cursors, LaneCursor } from './cursors.js';
import { readJournalRows } from './journal-rows.js';
import type { LaneHolds } from './lane-holds.js';
import { LanePatience } from './lane-patience.js';
import type { LogEnds, Loss } from './log-ends.js';
import { type Framing, packLane, type Parcel } from './parcel.js';
import { RequestSize } from './request-size.js';

export interface ShippingParts {
  readonly pool: Pool;
  readonly cursors: Cursors;
  readonly producer: LaneProducer;
  readonly holds: LaneHolds;
  readonly ends: LogEnds;
  readonly signals: RelaySignals;
  /** What is needed to ship now; undefined while this relay may not: no ownership, tails not compared, ids not known. */
  permit(): ShippingPermit | undefined;
  /** Records were lost: the lane is not moved on, and not shipped until it was rewound. */
  lost(loss: Loss): void;
  readonly isRecovering: (lane: number) => boolean;
  /** A request failed: the topics may have changed under it. */
  failed(): void;
}

export interface ShippingPermit {
  readonly epoch: number;
  readonly framing: Framing;
}

const IDLE_MS = 15;
/** Lanes in a request that are a backlog: the next ones are shipped without a pause. */
const BACKLOG = 16;
/** A request of a few lanes costs journal, broker and readers about as much as one of many: what comes meanwhile goes together. */
const GATHER_MS = 10;
const OUTAGE_MS = 500;

/** Ships its lanes (lane modulo loops) in the order of positions; a lane's next request waits for its last one. */
export class ShippingLoop {
  readonly #parts: ShippingParts;
  readonly #loop: number;
  readonly #loops: number;
  readonly #patience = new LanePatience();
  readonly #size = new RequestSize();

  constructor(parts: ShippingParts, loop: number, loops: number) {
    this.#parts = parts;
    this.#loop = loop;
    this.#loops = loops;
  }

  /** Runs until `stop` is aborted, and ends after the request that is under way. */
  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const pause = await this.#round().catch((error: unknown) => {
        if (!(error instanceof SendError)) this.#parts.signals.trouble('shipping', error);
        return OUTAGE_MS;
      });
      if (pause > 0) await delay(pause, undefined, { signal: stop }).catch(() => undefined);
    }
  }

  /** @returns milliseconds to wait before the next round */
  async #round(): Promise<number> {
    const permit = this.#parts.permit();
    if (!permit) return IDLE_MS;
    const lanes = (await this.#parts.cursors.behind(this.#loop, this.#loops)).filter(({ lane }) => this.#mayShip(lane));
    if (lanes.length === 0) return IDLE_MS;
    const parcels = this.#pack(lanes, await readJournalRows(this.#parts.pool, lanes, this.#size.records), permit);
    if (parcels.length === 0) return IDLE_MS;
    await this.#shipTogether(parcels.filter(({ lane }) => !this.#patience.isSuspect(lane)));
    await this.#shipOneByOne(parcels.filter(({ lane }) => this.#patience.isSuspect(lane)));
    return parcels.length < BACKLOG ? GATHER_MS : 0;
  }

  #mayShip(lane: number): boolean {
    const { holds, isRecovering } = this.#parts;
    return !holds.has(lane) && !isRecovering(lane) && this.#patience.mayTry(lane, performance.now());
  }

  #pack(
    lanes: readonly LaneCursor[],
    rows: Awaited<ReturnType<typeof readJournalRows>>,
    { framing }: ShippingPermit,
  ): Parcel[] {
    const byLane = Map.groupBy(rows, ({ lane }) => lane);
    return lanes.flatMap((cursor) => {
      const { parcel, hold } = packLane(cursor, byLane.get(cursor.lane) ?? [], framing);
      if (hold && !parcel) this.#hold(cursor.lane, hold);
      return parcel ?? [];
    });
  }

  /** Once what stands before it is shipped: until then the lane goes on. */
  #hold(lane: number, { reason, cause }: NonNullable<ReturnType<typeof packLane>['hold']>): void {
    if (this.#parts.holds.hold(lane, reason)) this.#parts.signals.held(lane, reason, cause);
  }

  async #shipTogether(parcels: readonly Parcel[]): Promise<void> {
    try {
      await this.#ship(parcels);
    } catch (error) {
      // Some lanes may have been appended, and the answer names none: each is repeated alone.
      if (!(error instanceof SendError) || error.scope === 'BROKER') throw error;
      await this.#shipOneByOne(parcels);
    }
  }

  async #shipOneByOne(parcels: readonly Parcel[]): Promise<void> {
    for (const parcel of parcels) {
      try {
        await this.#ship([parcel]);
        this.#patience.succeeded(parcel.lane);
      } catch (error) {
        if (!(error instanceof SendError) || error.scope === 'BROKER') throw error;
        this.#patience.failed(parcel.lane, performance.now());
      }
    }
  }

  async #ship(parcels: readonly Parcel[]): Promise<void> {
    const permit = this.#parts.permit();
    if (parcels.length === 0 || !permit) return;
    const appended = await this.#send(parcels);
    this.#parts.signals.shipped(parcels);
    const losses = appended.flatMap((each) => this.#parts.ends.observe(each) ?? []);
    for (const loss of losses) this.#parts.lost(loss);
    const sound = parcels.filter(({ lane }) => !losses.some((loss) => loss.lane === lane));
    await this.#parts.cursors.advance(sound, permit.epoch);
  }

  async #send(parcels: readonly Parcel[]): ReturnType<LaneProducer['send']> {
    const { signals, producer } = this.#parts;
    try {
      const appended = await signals.answered(() => producer.send(parcels.flatMap(({ batches }) => batches)));
      this.#size.confirmed();
      return appended;
    } catch (error) {
      this.#size.failed();
      signals.failed(error instanceof SendError ? error.reason : 'UNEXPECTED', error);
      this.#parts.failed();
      throw error;
    }
  }
}
