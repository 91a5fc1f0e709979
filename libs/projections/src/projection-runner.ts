import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { ordinalOf } from '#libs/contracts';
import type { ConsumerSignals, LaneSource, RecordBatch, RefillRequests, TopicOffsets } from '#libs/event-log';
import { TransientError } from '#libs/kernel';
import { hear } from '#libs/postgres';
import type { Applier } from './applier.js';
import { applyBatch, type ApplyParts, type Outcome } from './apply-batch.js';
import { BackOff } from './back-off.js';
import { Checkpoints, type StoredCheckpoint } from './checkpoints.js';
import { checkConsumer, type Consumer } from './consumer.js';
import { failureOf } from './failure.js';
import { LaneBoard } from './lane-board.js';
import { LaneLoader } from './lane-loader.js';
import type { LaneMerge, LaneStop } from './lane-merge.js';
import type { LaneRun } from './lane-run.js';
import { Parking } from './parking.js';
import { Progress } from './progress.js';
import { redrive, type Redriven } from './redrive.js';
import { answerRedrives } from './redrive-desk.js';
import { type StallTimes, StallWatch } from './stall-watch.js';
import { Wake } from './wake.js';

export interface RunnerParts {
  readonly consumer: Consumer;
  readonly applier: Applier;
  readonly pool: Pool;
  readonly source: LaneSource;
  readonly refills: Pick<RefillRequests, 'ask'>;
  readonly signals: ConsumerSignals;
  /** How many transactions may run at once, each over lanes of its own. */
  readonly loops?: number;
  /** Records in one transaction. */
  readonly batch?: number;
  readonly stallTimes?: StallTimes;
}

const EVERY_MS = { stalls: 200, hints: 500, redrives: 1_000, looks: 15_000 };
const FAILING_PAUSE_MS = 1_000;

/**
 * Runs one consumer: files what the transport brings, restores each lane's order, and applies it in one transaction with the
 * checkpoints. Any number of processes may run one consumer; the locked checkpoint decides whose effect counts.
 */
export class ProjectionRunner {
  readonly progress = new Progress();
  readonly #parts: RunnerParts;
  readonly #apply: ApplyParts;
  readonly #board: LaneBoard;
  readonly #loader: LaneLoader;
  readonly #stalls: StallWatch;
  readonly #closing = new AbortController();
  readonly #wakes: readonly Wake[];
  readonly #hints = new Map<number, TopicOffsets>();
  #lanes: readonly number[] = [];
  #loops: Promise<unknown> = Promise.resolve();

  constructor(parts: RunnerParts) {
    checkConsumer(parts.consumer);
    this.#parts = parts;
    const { consumer, applier, pool, source, signals, refills, stallTimes, loops = 2 } = parts;
    this.#apply = {
      pool,
      applier,
      checkpoints: new Checkpoints(consumer),
      parking: new Parking(consumer),
      stopOf: (lane) => this.#board.stopOf(lane),
      onCommitted: (outcome) => this.#committed(outcome),
    };
    this.#wakes = Array.from({ length: loops }, () => new Wake());
    this.#board = new LaneBoard({
      topics: consumer.topics,
      source,
      signals,
      compareAgain: applier.contradicting !== undefined,
      onWork: (lane) => this.#wakes[lane % loops]?.ring(),
      onStopped: (stop) => this.#stopped(stop),
    });
    const { checkpoints } = this.#apply;
    this.#loader = new LaneLoader(
      { pool, checkpoints, signals, source, onLoaded: (each) => this.#loaded(each) },
      this.#closing.signal,
    );
    const onStalled = ({ lane, position }: LaneMerge): Promise<void> =>
      checkpoints.markStopped(pool, lane, 'LANE_STALLED', position);
    this.#stalls = new StallWatch({ source, refills, signals, times: stallTimes, onStalled });
    source.onAssigned((lanes) => this.#assigned(lanes));
    hear(pool);
  }

  get consumer(): Consumer {
    return this.#parts.consumer;
  }

  start(): void {
    this.#loops = Promise.all([
      ...this.#wakes.map((wake, index) => this.#loop(index, wake)),
      this.#every('stalls', () => this.#stalls.look(this.#board.merges, performance.now())),
      this.#every('hints', () => this.#hint()),
      this.#every('redrives', () => answerRedrives(this.#apply, this.consumer)),
      this.#every('looks', () => this.#lookBack()),
    ]);
  }

  /** Ends after the transactions in flight. Close the transport first. */
  async stop(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.#loops, this.#loader.idle()]);
  }

  /** What a Nest handler does with its batch, and all that it does. */
  file(batch: RecordBatch): void {
    this.#board.file(batch);
  }

  /** Applies a key's parked events in order, up to the first that still cannot be. */
  redrive(key: string): Promise<Redriven> {
    return redrive(this.#apply, key);
  }

  /** @throws TransientError while lanes wait for the database */
  assertApplying(): void {
    if (this.#board.merges.length < this.#lanes.length) throw new TransientError('CONSUMER_LOADING', 503, 1);
    const outage = this.#parts.signals.standing().some(({ code }) => code === 'CONSUMER_OUTAGE');
    if (outage) throw new TransientError('CONSUMER_OUTAGE', 503, 1);
  }

  /** Runs at once, before anything is fetched for the new deal. */
  #assigned(lanes: readonly number[]): void {
    for (const { lane } of this.#board.merges) {
      this.#parts.signals.clear('LANE_STOPPED', lane);
      this.#parts.signals.clear('LANE_FAILING', lane);
    }
    this.#lanes = lanes;
    this.#hints.clear();
    this.progress.forget();
    this.#board.forgetAll();
    this.#loader.replace(lanes);
  }

  #loaded(checkpoint: StoredCheckpoint): void {
    this.progress.moved([checkpoint]);
    this.#board.open(checkpoint);
  }

  #reload(lanes: readonly number[]): void {
    const ours = lanes.filter((lane) => this.#lanes.includes(lane));
    for (const lane of ours) this.#board.forget(lane);
    this.progress.forget(ours);
    this.#loader.want(ours);
  }

  async #loop(index: number, wake: Wake): Promise<void> {
    const backOff = new BackOff();
    while (!this.#closing.signal.aborted) {
      const lanes = this.#lanes.filter((lane) => lane % this.#wakes.length === index);
      const runs = this.#board.take(lanes, this.#parts.batch ?? 1_000);
      if (runs.length === 0) await wake.wait(this.#closing.signal);
      else if (await this.#applied(runs)) backOff.reset();
      else await backOff.pause(this.#closing.signal);
    }
  }

  /** False when the batch failed and its lanes start again from what the database says. */
  async #applied(runs: readonly LaneRun[]): Promise<boolean> {
    try {
      this.#account(await applyBatch(this.#apply, runs), runs);
      this.#parts.signals.clear('CONSUMER_OUTAGE', 'apply');
      return true;
    } catch (error) {
      const failure = failureOf(error);
      const reason = failure.kind === 'outage' ? failure.code : failure.reason;
      this.#parts.signals.raise('CONSUMER_OUTAGE', 'apply', { reason }, error);
      this.#reload(runs.map(({ lane }) => lane));
      return false;
    }
  }

  #committed({ moved, parked }: Pick<Outcome, 'moved' | 'parked'>): void {
    for (const { record, reason } of parked)
      this.#parts.signals.parked({ lane: record.lane, position: record.position, reason });
    for (const checkpoint of moved) this.#moved(checkpoint);
    this.progress.moved(moved);
  }

  #account({ elsewhere, contradicting, failing }: Outcome, runs: readonly LaneRun[]): void {
    const left = new Set([...elsewhere, ...failing.map(({ lane }) => lane)]);
    const applied = runs.filter(({ lane }) => !left.has(lane)).reduce((sum, { records }) => sum + records.length, 0);
    this.#parts.signals.applied(applied);
    for (const record of contradicting) this.#board.contradicted(record);
    this.#reload(elsewhere.filter((lane) => !failing.some((each) => each.lane === lane)));
    for (const { lane, reason } of failing) this.#failing(lane, reason);
  }

  #moved({ lane, offsets }: StoredCheckpoint): void {
    this.#hints.set(lane, new Map(this.consumer.topics.map((topic) => [topic, offsets[ordinalOf(topic)] ?? 0])));
    this.#parts.signals.clear('LANE_FAILING', lane);
  }

  /** A consumer that never parks waits at the event that it cannot apply. */
  #failing(lane: number, reason: string): void {
    this.#parts.signals.raise('LANE_FAILING', lane, { reason });
    this.#board.forget(lane);
    setTimeout(() => this.#reload([lane]), FAILING_PAUSE_MS).unref();
  }

  #stopped(stop: LaneStop): void {
    const { lane, topic, position, reason } = stop;
    this.#parts.signals.raise('LANE_STOPPED', lane, { topic, position, reason });
    this.#apply.checkpoints.markStopped(this.#parts.pool, lane, reason).catch((error: unknown) => {
      this.#parts.signals.raise('CONSUMER_OUTAGE', 'apply', { lane }, error);
    });
  }

  async #lookBack(): Promise<void> {
    await this.#parts.source.locate();
    this.#board.lookBack();
  }

  async #hint(): Promise<void> {
    const hints = new Map(this.#hints);
    this.#hints.clear();
    await this.#parts.source.hint(hints);
  }

  async #every(part: keyof typeof EVERY_MS, work: () => Promise<void>): Promise<void> {
    const { signal } = this.#closing;
    for (;;) {
      await delay(EVERY_MS[part], undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await work().then(
        () => this.#parts.signals.clear('UPKEEP_FAILING', part),
        (error: unknown) => this.#parts.signals.raise('UPKEEP_FAILING', part, {}, error),
      );
    }
  }
}
