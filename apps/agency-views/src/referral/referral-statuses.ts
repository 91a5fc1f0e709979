import { REFERRAL_STATUSES } from '#libs/domain';

/** The states that a leg on the bus can be in (vocabulary 2.2). */
export const referralStatuses = REFERRAL_STATUSES;
