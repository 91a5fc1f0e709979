/** `<jurisdiction>.<lane>.<uuidv7>`: an id is an address, the lane routes (design 3 "Lanes"). */
export interface ReferralAddress {
  readonly jurisdiction: string;
  readonly lane: number;
  readonly uuid: string;
}

/** One spelling only: upper-case jurisdiction, lane without leading zeros, lower-case UUID of version 7. */
const spelling =
  /^([A-Z]{2})\.(0|[1-9]\d{0,4})\.([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/;

export function formatReferralId({ jurisdiction, lane, uuid }: ReferralAddress): string {
  return `${jurisdiction}.${lane}.${uuid}`;
}

/** Null for anything that is not exactly one referral id. */
export function parseReferralId(text: string): ReferralAddress | null {
  const match = spelling.exec(text);
  if (!match) return null;
  const [, jurisdiction = '', lane = '', uuid = ''] = match;
  return { jurisdiction, lane: Number(lane), uuid };
}
