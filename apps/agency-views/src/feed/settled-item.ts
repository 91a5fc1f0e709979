import type { CaseReader } from '#libs/access';
import { itemOf } from './feed-item.js';
import type { ItemRow } from './item-row.js';
import type { Openings } from './opening.js';

/** An item of which nothing can change any more for its reader, put together before that asked. */
export type SettledItem = Pick<ItemRow, 'lane' | 'position' | 'source' | 'referral' | 'event_id' | 'synthetic'> & {
  readonly text: string;
};

/** What is told as it is, or is still to be judged. */
export type NextItem = ItemRow | SettledItem;

export const isSettled = (item: NextItem): item is SettledItem => 'text' in item;
export const isOpen = (item: NextItem): item is ItemRow => !isSettled(item);

/** The item put together where that is all that can ever be told of it; as it is elsewhere. */
export function settled(row: ItemRow, reader: CaseReader, openings: Openings): NextItem {
  const item = itemOf(row, reader, openings);
  if (!item?.settled) return row;
  const { lane, position, source, referral, event_id, synthetic } = row;
  return { lane, position, source, referral, event_id, synthetic, text: item.text };
}
