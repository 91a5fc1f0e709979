import { LANE_COUNT, TOPICS_IN_USE } from '#libs/contracts';
import { physicalTopic } from './kafka-config.js';
import { REFILL_TOPIC } from './refill-requests.js';
import type { TopicPlan } from './topics-admin.js';

/** A request that nobody served within this time is asked again by then. */
const REFILL_KEPT_MS = 10 * 60 * 1000;

/** Every topic that the bus needs today. */
export function busTopics(topicPrefix: string): TopicPlan[] {
  const name = (topic: string): string => physicalTopic({ topicPrefix }, topic);
  return [
    ...TOPICS_IN_USE.map((topic) => ({ topic: name(topic), partitions: LANE_COUNT, keepMs: null })),
    { topic: name(REFILL_TOPIC), partitions: 1, keepMs: REFILL_KEPT_MS },
  ];
}
