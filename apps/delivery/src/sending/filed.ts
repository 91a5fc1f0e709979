import type { FeedItem } from '#libs/client';
import { EVENT_NAMES, type EventName, newestSchema } from '#libs/contracts';
import type { Subscription } from '../webhook/webhook.js';

/** What the feed has told of a referral, as far as subscriptions and urgency go by it. */
export interface LegTold {
  /** Priority by each side, and the one that drives. */
  readonly sender: string | null;
  readonly receiver: string | null;
  readonly driving: string | null;
  /** That it was sent from. */
  readonly country: string | null;
}

/** An item as it is filed for a webhook. */
export interface FiledItem {
  readonly item: string;
  readonly type: string;
  readonly referral: string;
  readonly urgent: boolean;
  /** Seen by what may lapse, a grant or a call, and not as a party or the first sender. */
  readonly granted: boolean;
  readonly body: string;
}

export interface Filing {
  readonly items: readonly FiledItem[];
  /** What is known of the referrals after them. */
  readonly legs: ReadonlyMap<string, LegTold>;
}

export const NOTHING_TOLD: LegTold = { sender: null, receiver: null, driving: null, country: null };
export const URGENT = 'P1';

/** Families of events by which one subscribes. */
const familyOf = new Map(EVENT_NAMES.map((name) => [name as string, nameOf(newestSchema(name).topic)]));
export const FAMILIES: readonly string[] = [...new Set(familyOf.values())].toSorted();
export const TYPES: readonly EventName[] = EVENT_NAMES;

/**
 * What of some items of the feed is sent to a webhook, in their order. What a referral's priority is, these items may tell
 * themselves: one that was submitted is judged by the priority that its own command gave it.
 */
export function filedOf(items: readonly FeedItem[], known: ReadonlyMap<string, LegTold>, wanted: Subscription): Filing {
  const legs = new Map(known);
  for (const item of items) legs.set(item.referral, told(legs.get(item.referral) ?? NOTHING_TOLD, item));
  const filed = items.flatMap((item): FiledItem[] => {
    const leg = legs.get(item.referral) ?? NOTHING_TOLD;
    if (!fits(item, leg, wanted)) return [];
    const { id, type, referral, viewpoint } = item;
    // agency-views of before does not say it
    const { lapses = viewpoint === 'CASE' || viewpoint === 'STATE' } = item;
    const urgent = leg.driving === URGENT;
    return [{ item: id, type, referral, urgent, granted: lapses, body: bodyOf(item) }];
  });
  return { items: filed, legs };
}

function told(leg: LegTold, { type, data }: FeedItem): LegTold {
  if (type === 'ReferralSubmitted') return { ...leg, country: countryOf(data['from']) ?? leg.country };
  return graded(leg, type, data);
}

/**
 * A first statement of a side: the higher of both drives (vocabulary 1.4 R1.1). A later event says itself what drives, unless it
 * only proposes that. Who is told of neither goes by the level that any other event names.
 */
function graded(leg: LegTold, type: string, { side, level, driving, status }: FeedItem['data']): LegTold {
  if (typeof level !== 'string' && typeof driving !== 'string') return leg;
  if (type === 'PrioritySet') {
    const next = side === 'SENDER' ? { ...leg, sender: String(level) } : { ...leg, receiver: String(level) };
    return { ...next, driving: higherOf(next.sender, next.receiver) };
  }
  if (typeof driving === 'string') return (status ?? 'IN_FORCE') === 'IN_FORCE' ? { ...leg, driving } : leg;
  return leg.driving === null ? { ...leg, driving: String(level) } : leg;
}

const higherOf = (one: string | null, other: string | null): string | null =>
  [one, other].filter((level) => level !== null).toSorted()[0] ?? null;

function countryOf(from: unknown): string | null {
  const country = typeof from === 'object' && from !== null && 'country' in from ? from.country : null;
  return typeof country === 'string' ? country : null;
}

/** What is not known is not held back: a referral whose priority or origin the feed does not tell is sent. */
function fits({ type, referral }: FeedItem, leg: LegTold, wanted: Subscription): boolean {
  const [to = ''] = referral.split('.');
  return (
    (wanted.topics?.includes(familyOf.get(type) ?? '') ?? true) &&
    (wanted.types?.includes(type) ?? true) &&
    (wanted.jurisdictions === null ||
      leg.country === null ||
      [to, leg.country].some((each) => wanted.jurisdictions?.includes(each))) &&
    (wanted.priorities === null || leg.driving === null || wanted.priorities.includes(leg.driving))
  );
}

/** A message by Standard Webhooks: what happened, when, and the item of the feed. */
const bodyOf = (item: FeedItem): string => JSON.stringify({ type: item.type, timestamp: item.at, data: item });

/** The same message by ids alone, for what its receiver may not be allowed to see any more: the API judges that anew. */
export function withoutContent(body: string): string {
  const { type, timestamp, data } = JSON.parse(body) as { type: string; timestamp: string; data: FeedItem };
  const { id, referral, at, synthetic, viewpoint, history, lapses, position } = data;
  const named = { id, type, referral, at, synthetic, viewpoint, history, lapses, position, actor: null, data: null };
  return JSON.stringify({ type, timestamp, data: named });
}

/** `bus.data-sharing.v1` → `data-sharing` */
function nameOf(topic: string): string {
  return topic.split('.')[1] ?? topic;
}
