import type { Members } from '#libs/membership';
import type { Webhook } from './webhook.js';

/**
 * Whether the client that had a webhook lead where it does may still speak for the agency: where one was stolen, so is what it
 * registered. @throws Unavailable MEMBERSHIP_UNKNOWN
 */
export const isVouchedFor = (
  members: Pick<Members, 'standingOf'>,
  { agency, client }: Pick<Webhook, 'agency' | 'client'>,
): boolean => client !== null && members.standingOf(agency, client) === 'GOOD';
