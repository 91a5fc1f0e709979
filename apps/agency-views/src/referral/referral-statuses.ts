import { transitions } from '#libs/domain';

/** The states that a leg on the bus can be in (vocabulary 2.2). */
export const referralStatuses = [...new Set(Object.values(transitions).map(({ to }) => to))];
