import { formatBusPosition } from '#libs/kernel';
import type { LaneScript } from '../agency-views.fixtures.js';
import type { SpecBus, SpecCaller } from '../spec-bus.fixtures.js';
import type { FeedItem } from './feed-item.js';
import type { Missing } from './feed-reads.js';

export interface FeedPage {
  readonly items: readonly FeedItem[];
  readonly next: string;
  readonly missing: readonly Missing[];
}

export interface FeedAsk {
  readonly cursor?: string | undefined;
  readonly limit?: number;
  readonly wait?: number;
  readonly synthetic?: boolean;
  /** Asks for a feed that shows all of the script. */
  readonly after?: LaneScript;
}

/** One answer of the feed. @throws Error where it is refused */
export async function feedPage(bus: SpecBus, caller: SpecCaller, { after, ...query }: FeedAsk = {}): Promise<FeedPage> {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  const address = `/v1/feed?${asked.toString()}`;
  const headers: Record<string, string> = after ? { 'bus-min-position': formatBusPosition(after.position) } : {};
  const response = await bus.get(address, caller, headers);
  if (response.status !== 200) throw new Error(`the feed was answered with ${response.status}`);
  return (await response.json()) as FeedPage;
}

/** Everything from a cursor on, in answers of `limit` items. */
export async function readOn(bus: SpecBus, caller: SpecCaller, ask: FeedAsk = {}): Promise<FeedPage> {
  const items: FeedItem[] = [];
  let page = await feedPage(bus, caller, ask);
  while (page.items.length > 0) {
    items.push(...page.items);
    page = await feedPage(bus, caller, { ...ask, cursor: page.next });
  }
  return { ...page, items };
}

/** What a spec compares: which event of which referral. */
export const named = ({ items }: Pick<FeedPage, 'items'>): string[] => items.map(({ type }) => type);
