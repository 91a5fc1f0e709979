/** Statuses in which nobody is waited for any more (vocabulary 2.2, 2.3); those of later commands are listed already. */
const ENDED: ReadonlySet<string> = new Set([
  'CLOSED',
  'REJECTED',
  'FORWARDED',
  'WITHDRAWN',
  'EXPIRED',
  'ENTERED_IN_ERROR',
]);

/** Whether somebody has still to do something with a referral of this status. */
export function isOpen(status: string): boolean {
  return status !== 'NONE' && !ENDED.has(status);
}
