import { parseReferralId } from '#libs/kernel';

type Json = Readonly<Record<string, unknown>>;

/** Ids of other referrals that an entry's data names. */
export function foreignIdsOf(data: unknown, own: string): string[] {
  if (typeof data === 'string') return data !== own && parseReferralId(data) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap((each) => foreignIdsOf(each, own));
}

/**
 * The data without ids of referrals that the reader may not know of, wherever they stand: that a referral exists is
 * need-to-know (design 5). A record that points to an event of such a referral goes whole.
 */
export function withoutIds(data: Json, withheld: ReadonlySet<string>): Json {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, told(value, withheld)]));
}

function told(value: unknown, withheld: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return withheld.has(value) ? null : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => told(each, withheld));
  if ('event' in value && 'leg' in value && withheld.has(String(value.leg))) return null;
  return withoutIds(value as Json, withheld);
}
