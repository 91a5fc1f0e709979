/** An event as it stands in an agency's feed. */
export interface ItemRow {
  readonly lane: number;
  readonly position: number;
  readonly source: number;
  readonly referral: string;
  readonly type: string;
  readonly event_id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly synthetic: boolean;
  readonly agency: string;
  readonly role: string;
  readonly country: string;
  readonly person: string | null;
  readonly readers: readonly string[];
  readonly mentions: readonly string[];
  /** JSON, as the database has it: most of it is passed on and never looked into. */
  readonly data: string;
  readonly reached: string;
}

/** An item of which nothing can change any more for its reader, put together before that asked. */
export type SettledItem = Pick<ItemRow, 'lane' | 'position' | 'source' | 'referral' | 'event_id' | 'synthetic'> & {
  readonly text: string;
};

/** As it is selected: `i` of the table of items, `e` of that of events. */
export const ITEM_COLUMNS = `i.lane, i.position, i.source, e.referral, e.type, e.event_id,
  (extract(epoch FROM e.at) * 1000)::bigint AS at, e.synthetic, e.agency, e.role, e.country, e.person,
  to_json(e.readers)::text AS readers, to_json(e.mentions)::text AS mentions, e.data::text AS data, e.reached`;

type Text = 'position' | 'source' | 'at' | 'readers' | 'mentions';

/** As it comes from the database. */
export type RawItem = { readonly [Name in keyof ItemRow]: Name extends Text ? string : ItemRow[Name] };

/** Reads rows of one answer. The same few lists come again and again: each is read once. */
export class ItemReader {
  readonly #lists = new Map<string, readonly string[]>();

  read(row: RawItem): ItemRow {
    return {
      ...row,
      position: Number(row.position),
      source: Number(row.source),
      at: Number(row.at),
      readers: this.#list(row.readers),
      mentions: this.#list(row.mentions),
    };
  }

  #list(text: string): readonly string[] {
    const known = this.#lists.get(text);
    if (known) return known;
    const list = JSON.parse(text) as readonly string[];
    this.#lists.set(text, list);
    return list;
  }
}
