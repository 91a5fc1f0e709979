import type { LaneVector } from '#libs/kernel';
import { createLogger, Metrics } from '#libs/platform';
import { listenAlone, type OpenConsumer, openConsumer, type ConsumerParts } from '#libs/projections';
import type { TestRelay } from './test-relay.js';

type Parts = Pick<ConsumerParts, 'consumer' | 'applier' | 'pool'> & Partial<ConsumerParts>;

/** A consumer that runs in a spec against the real stack, outside of any app. */
export function startConsumer(relay: TestRelay, parts: Parts): OpenConsumer {
  const opened = openConsumer({
    client: relay.client,
    topicPrefix: relay.config.topicPrefix,
    macKeys: relay.macKeys,
    metrics: new Metrics(),
    logger: createLogger({ app: 'spec', level: 'silent' }),
    stallTimes: { askAfterMs: 200, askAgainMs: 500, askAtMostEveryMs: 2_000, alarmAfterMs: 5_000 },
    gateBoundMs: 30_000,
    ...parts,
  });
  listenAlone(opened);
  return opened;
}

/** Waits until the consumer has applied everything that it reads of these lanes. */
export async function caughtUp(
  { gate }: Pick<OpenConsumer, 'gate'>,
  lanes: Iterable<{ readonly lane: number; readonly vector: LaneVector }>,
): Promise<void> {
  await Promise.all(
    [...lanes].map(({ lane, vector }) => gate.reached({ lane, position: Math.max(0, ...vector), vector })),
  );
}
