import kafkajs from 'kafkajs';
import type { PartitionAssigner } from 'kafkajs';

const NAME = 'bus-lane';
const VERSION = 1;

/** Partitions by topic, per member. */
export type LaneAssignment = Record<string, Record<string, number[]>>;

/**
 * Gives the same lane of all topics to one member: a lane's order can only be restored where all its topics arrive.
 * Lanes go round the members in the order of their ids.
 */
export function assignLanes(
  memberIds: readonly string[],
  partitions: ReadonlyMap<string, readonly number[]>,
): LaneAssignment {
  const members = memberIds.toSorted();
  const assignment: LaneAssignment = Object.fromEntries(members.map((member) => [member, {}]));
  for (const [topic, lanes] of partitions) {
    for (const lane of lanes.toSorted((a, b) => a - b)) {
      const owned = assignment[members[lane % members.length] ?? ''];
      if (owned) (owned[topic] ??= []).push(lane);
    }
  }
  return assignment;
}

export const laneAssigner: PartitionAssigner = ({ cluster }) => ({
  name: NAME,
  version: VERSION,
  assign({ members, topics }) {
    const partitions = new Map(
      topics.map((topic) => [topic, cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId)]),
    );
    const assignment = assignLanes(
      members.map(({ memberId }) => memberId),
      partitions,
    );
    return Promise.resolve(
      Object.entries(assignment).map(([memberId, owned]) => ({
        memberId,
        memberAssignment: kafkajs.AssignerProtocol.MemberAssignment.encode({
          version: VERSION,
          assignment: owned,
          userData: NONE,
        }),
      })),
    );
  },
  protocol({ topics }) {
    return {
      name: NAME,
      metadata: kafkajs.AssignerProtocol.MemberMetadata.encode({ version: VERSION, topics, userData: NONE }),
    };
  },
});

const NONE = Buffer.alloc(0);
