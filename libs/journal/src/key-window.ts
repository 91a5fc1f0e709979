import { DomainError } from '#libs/kernel';

const DAY_MS = 86_400_000;

/** How long a UUIDv7 key is remembered, and how far its own clock may be ahead. Published: an older key is refused. */
export const KEY_WINDOW = { pastMs: 7 * DAY_MS, futureMs: 10 * 60_000 } as const;

/** How long other keys are remembered. */
export const OTHER_KEYS_KEPT_DAYS = 30;

const uuidv7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The time inside a UUIDv7 key in ms, null for any other key. */
export function keyTimeOf(key: string): number | null {
  const match = uuidv7.exec(key);
  return match ? Number.parseInt(`${match[1]}${match[2]}`, 16) : null;
}

/** @throws DomainError 422 for a key whose own time lies outside the window. */
export function checkKeyWindow(keyTime: number | null, now: number): void {
  if (keyTime === null) return;
  if (keyTime < now - KEY_WINDOW.pastMs || keyTime > now + KEY_WINDOW.futureMs)
    throw new DomainError('IDEMPOTENCY_KEY_EXPIRED', {}, 422);
}

/** The UTC day whose partition holds the key, as YYYY-MM-DD. */
export function dayOf(keyTime: number | null): string | null {
  return keyTime === null ? null : new Date(keyTime).toISOString().slice(0, 10);
}

/** The days for which partitions must exist, with one to spare at both ends. */
export function partitionDays(now: number): { first: string; last: string } {
  return { first: dayOf(now - KEY_WINDOW.pastMs - DAY_MS) ?? '', last: dayOf(now + 2 * DAY_MS) ?? '' };
}
