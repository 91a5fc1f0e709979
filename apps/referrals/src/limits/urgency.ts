import type { Directory } from '#libs/domain';
import { parseReferralId } from '#libs/kernel';

/**
 * Whether a submission states P1 or P2. It is looked at before its content is checked: what is refused for its content may
 * have stated anything.
 */
export function saysUrgent(submission: unknown): boolean {
  const level = memberOf(memberOf(submission, 'priority'), 'level');
  return level === 'P1' || level === 'P2';
}

/** Whether the referral that an id names is in an urgent lane. */
export function isUrgent(directory: Directory, id: string): boolean {
  const lane = parseReferralId(id)?.lane;
  return lane !== undefined && directory.lanes.classOf(lane) === 'urgent';
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
