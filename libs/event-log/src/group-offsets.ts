import type { Topic } from '#libs/contracts';
import { type KafkaConfig, physicalTopic } from './kafka-config.js';
import { createKafka } from './kafka-client.js';
import { withAdmin } from './topics-admin.js';
import { untilLed } from './until-led.js';

/** What a consumer group has committed, by topic and lane: for lag tools. Lanes of which it never committed anything are absent. */
export async function readGroupOffsets(
  config: KafkaConfig,
  group: string,
  topics: readonly Topic[],
): Promise<Map<Topic, ReadonlyMap<number, number>>> {
  const wanted = {
    groupId: config.topicPrefix + group,
    topics: topics.map((topic) => physicalTopic(config, topic)),
  };
  // Another client each time: this one keeps the coordinator that it found first.
  const found = await untilLed(() => withAdmin(createKafka(config), (admin) => admin.fetchOffsets(wanted)));
  const committed = new Map(
    found.map(({ topic, partitions }) => [
      topic,
      new Map(
        partitions
          .map(({ partition, offset }): [number, number] => [partition, Number(offset)])
          .filter(([, offset]) => offset >= 0),
      ),
    ]),
  );
  return new Map(
    topics.map((topic) => [topic, committed.get(physicalTopic(config, topic)) ?? new Map<number, number>()]),
  );
}
