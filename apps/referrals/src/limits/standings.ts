import type { Directory } from '#libs/domain';
import { parseReferralId } from '#libs/kernel';
import type { Standing } from './fair-line.js';

/**
 * Where a submission stands in the line: urgent, if it states P1 or P2, and whose. It is looked at before its content is
 * checked: what is refused for its content may have stated anything.
 */
export function standingOf(directory: Directory, submission: unknown): Standing {
  const level = memberOf(memberOf(submission, 'priority'), 'level');
  const to = memberOf(memberOf(submission, 'to'), 'agency');
  const receiver = typeof to === 'string' ? directory.find(to) : undefined;
  return { urgent: level === 'P1' || level === 'P2', jurisdiction: receiver?.country ?? '' };
}

/** Where a command on a referral stands: urgent, if the lane is that its id names. */
export function standingOn(directory: Directory, id: string): Standing {
  const address = parseReferralId(id);
  if (!address) return { urgent: false, jurisdiction: '' };
  const { lane, jurisdiction } = address;
  return { urgent: directory.lanes.classOf(lane) === 'urgent', jurisdiction };
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
