import { type CustomTypesConfig, types } from 'pg';

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

/** As it is selected: `i` of the table of items, `e` of that of events. */
export const ITEM_COLUMNS = `i.lane, i.position, i.source, e.referral, e.type, e.event_id, date_part('epoch', e.at) AS at,
  e.synthetic, e.agency, e.role, e.country, e.person, e.readers, e.mentions, e.data::text AS data, e.reached`;

type Parser = (text: string) => unknown;

const OID = { BIGINT: 20, DOUBLE: 701, TEXTS: 1009 };
const parserOf = (oid: number): Parser => types.getTypeParser(oid) as Parser;

/** How the driver reads the columns of one answer, so that nobody goes through its rows once more. */
export function itemTypes(): CustomTypesConfig {
  const lists = new Map<string, unknown>();
  const read = parserOf(OID.TEXTS);
  const own: Readonly<Record<number, Parser>> = {
    [OID.BIGINT]: Number,
    // `at` alone: seconds, with more digits than milliseconds need
    [OID.DOUBLE]: (text) => Math.round(1000 * Number(text)),
    // the same few come again and again
    [OID.TEXTS]: (text) => {
      const list = lists.get(text) ?? read(text);
      lists.set(text, list);
      return list;
    },
  };
  return { getTypeParser: (oid: number): Parser => own[oid] ?? parserOf(oid) };
}
