/**
 * The topics in their released order: a topic's ordinal is its index in `meta.after` for ever.
 * New topics are added at the end; none is removed or moved.
 */
export const TOPICS = [
  'bus.referral.v1',
  'bus.escalation.v1',
  'bus.data-sharing.v1',
  'bus.access.v1',
  'bus.membership.v1',
  'bus.deconfliction.v1',
] as const;

export type Topic = (typeof TOPICS)[number];

export const topics = {
  referral: 'bus.referral.v1',
  escalation: 'bus.escalation.v1',
  access: 'bus.access.v1',
  membership: 'bus.membership.v1',
} as const;

/** The topics that some app writes today; the others exist as names and ordinals only. */
export const TOPICS_IN_USE: readonly Topic[] = [topics.referral, topics.escalation, topics.access, topics.membership];

export { LANE_COUNT } from '#libs/kernel';

/** The bus's own lane: membership, the lane map, rules, and what its own staff is refused. No jurisdiction has it. */
export const MEMBERSHIP_LANE = 0;

export function ordinalOf(topic: Topic): number {
  return TOPICS.indexOf(topic);
}

export function topicAt(ordinal: number): Topic {
  const topic = TOPICS[ordinal];
  if (topic === undefined) throw new RangeError(`no topic has ordinal ${ordinal}`);
  return topic;
}
