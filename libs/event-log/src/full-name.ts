import type { ReleasedSchema } from '#libs/contracts';

/** Avro full name of the event's record, such as `bus.referral.ReferralSubmitted`. */
export function fullNameOf({ type, event }: Pick<ReleasedSchema, 'type' | 'event'>): string {
  const name = type.branchName;
  if (name === undefined) throw new TypeError(`${event} is not a named record`);
  return name;
}
