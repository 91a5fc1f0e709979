import { createLogger, Metrics } from '#libs/platform';
import { createKafka } from '#libs/event-log';
import { type Applier, type Consumer, listenAlone, openConsumer } from '#libs/projections';
import type { Pool } from 'pg';
import { macKeys } from '../log/records.js';
import { CountingApplier } from './counting-applier.js';
import type { FilledTopics } from './filled-topics.js';

export interface ConsumerRun {
  readonly consumer: Consumer;
  readonly applier: Applier;
  readonly pool: Pool;
  /** Transactions at once. */
  readonly loops: number;
}

/** Records a second that a consumer applies, from the beginning of the topics to their end. */
export async function runConsumer(topics: FilledTopics, run: ConsumerRun): Promise<number> {
  const applier = new CountingApplier(run.applier, topics.events);
  const { kafka } = topics;
  const open = openConsumer({
    ...run,
    applier,
    client: createKafka(kafka),
    topicPrefix: kafka.topicPrefix,
    macKeys,
    metrics: new Metrics(),
    logger: createLogger({ app: 'bench', level: 'error' }),
  });
  listenAlone(open);
  try {
    return await applier.pace.rate;
  } finally {
    await open.close();
  }
}
