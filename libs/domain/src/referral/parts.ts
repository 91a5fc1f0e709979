import type { Outcome } from '#libs/contracts';

/**
 * INFORMATION is the sender's, CARRIED_SUPPLEMENT the bus's that carried it on from an earlier leg, an outcome the receiver's;
 * FINAL_OUTCOME is one that ends a duty to prosecute or report.
 */
export type PartKind =
  'INFORMATION' | 'SENDER_SUPPLEMENT' | 'RECEIVER_SUPPLEMENT' | 'CARRIED_SUPPLEMENT' | 'OUTCOME' | 'FINAL_OUTCOME';

export interface Part {
  readonly kind: PartKind;
  readonly version: number;
}

/** Parts by their event id, both shortened: this is written with every event of the leg. */
export type Parts = Readonly<Record<string, string>>;

const letters = {
  INFORMATION: 'i',
  SENDER_SUPPLEMENT: 's',
  RECEIVER_SUPPLEMENT: 'r',
  CARRIED_SUPPLEMENT: 'c',
  OUTCOME: 'o',
  FINAL_OUTCOME: 'f',
} as const satisfies Record<PartKind, string>;
const kinds = new Map<string, PartKind>(Object.entries(letters).map(([kind, letter]) => [letter, kind as PartKind]));

export function findPart(parts: Parts | undefined, eventId: string): Part | null {
  const id = shortened(eventId);
  const text = parts && Object.hasOwn(parts, id) ? parts[id] : undefined;
  return text === undefined ? null : read(text);
}

export function withPart(parts: Parts | undefined, eventId: string, { kind, version }: Part): Parts {
  return { ...parts, [shortened(eventId)]: `${letters[kind]}${version}` };
}

export function withoutPart(parts: Parts | undefined, eventId: string): Parts | undefined {
  const gone = shortened(eventId);
  const left = Object.entries(parts ?? {}).filter(([id]) => id !== gone);
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

/** Without the oldest part of the first sort that there is one of. Parts stand in the order in which they were kept. */
export function withoutOldest(parts: Parts | undefined, ...sorts: ((part: Part) => boolean)[]): Parts {
  const entries = Object.entries(parts ?? {});
  const [oldest] = sorts.flatMap((isOfSort) => entries.find(([, text]) => isOfSort(read(text)))?.slice(0, 1) ?? []);
  return Object.fromEntries(entries.filter(([id]) => id !== oldest));
}

/** How many parts of these kinds stand. */
export function countParts(parts: Parts | undefined, ...wanted: PartKind[]): number {
  return Object.values(parts ?? {}).filter((text) => wanted.includes(read(text).kind)).length;
}

function read(text: string): Part {
  const kind = kinds.get(text.charAt(0));
  if (kind === undefined) throw new TypeError(`no part is written ${text}`);
  return { kind, version: Number(text.slice(1)) };
}

/** The 16 bytes of a UUID in 22 characters; what is no UUID stays as it is and matches nothing. */
export function shortened(eventId: string): string {
  const hex = eventId.replaceAll('-', '');
  return /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex').toString('base64url') : eventId;
}

/** Outcomes after which proceedings owe no further report (vocabulary 2.5, 24(6)). */
const finalOutcomes: ReadonlySet<Outcome> = new Set<Outcome>([
  'CONVICTED',
  'ACQUITTED',
  'NO_OFFENCE',
  'UNFOUNDED',
  'NOT_PURSUED',
]);

export function outcomeKind(outcomes: readonly { readonly outcome: Outcome }[]): PartKind {
  return outcomes.some(({ outcome }) => finalOutcomes.has(outcome)) ? 'FINAL_OUTCOME' : 'OUTCOME';
}
