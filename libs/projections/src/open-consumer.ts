import type { Pool } from 'pg';
import {
  ConsumerSignals,
  LaneTransport,
  type LaneTransportOptions,
  RefillRequests,
  type SignalPorts,
} from '#libs/event-log';
import type { Applier } from './applier.js';
import { type Consumer, groupOf } from './consumer.js';
import { PositionGate } from './position-gate.js';
import { ProjectionRunner, type RunnerParts } from './projection-runner.js';

export interface ConsumerParts
  extends
    Pick<LaneTransportOptions, 'client' | 'topicPrefix' | 'macKeys' | 'gather'>,
    Pick<RunnerParts, 'loops' | 'batch' | 'stallTimes'>,
    SignalPorts {
  readonly consumer: Consumer;
  readonly applier: Applier;
  readonly pool: Pool;
  /** How long a read waits for its position, in milliseconds. */
  readonly gateBoundMs?: number;
}

/** A consumer with everything that it needs, wired. Its batches come once the transport listens, to `runner.file`. */
export interface OpenConsumer {
  /** Connect it as a Nest microservice; handlers name `laneTransport(groupOf(consumer))`. Without Nest: `listenAlone`. */
  readonly transport: LaneTransport;
  readonly runner: ProjectionRunner;
  readonly gate: PositionGate;
  readonly signals: ConsumerSignals;
  /** @throws TransientError when it does not read, or does not apply */
  assertProgress(): void;
  /** After Nest has closed the transport, or instead. */
  close(): Promise<void>;
}

export function openConsumer(parts: ConsumerParts): OpenConsumer {
  const { consumer, pool } = parts;
  const group = groupOf(consumer);
  const signals = new ConsumerSignals(group, parts);
  const transport = new LaneTransport({ ...parts, group, signals });
  const refills = new RefillRequests({ ...parts, consumer: group });
  const runner = new ProjectionRunner({ ...parts, source: transport, refills, signals });
  runner.start();
  return {
    transport,
    runner,
    gate: new PositionGate({ pool, consumer, progress: runner.progress, boundMs: parts.gateBoundMs }),
    signals,
    assertProgress() {
      transport.assertReading();
      runner.assertApplying();
    },
    async close() {
      await transport.close();
      await runner.stop();
      await refills.close();
    },
  };
}

/** Connects transport and runner without a Nest app: for tools and tests. */
export function listenAlone({ transport, runner }: OpenConsumer): void {
  for (const topic of runner.consumer.topics) {
    transport.addHandler(
      topic,
      (batch: Parameters<typeof runner.file>[0]) => Promise.resolve(runner.file(batch)),
      true,
    );
  }
  transport.listen(() => undefined);
}
