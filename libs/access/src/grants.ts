import { type CaseReader, hasCaseAccess } from './case-roles.js';
import { mayRead, type Parties, readableBy, type SqlFilter } from './need-to-know.js';

/** How much of a leg a reader is shown: a party all of it, a third agency what it was granted (vocabulary 2.3 AccessGranted). */
export type Extent = 'PARTY' | 'CASE' | 'STATE_AND_OUTCOME';

const GRANTED = ['CASE', 'STATE_AND_OUTCOME'] as const satisfies readonly Extent[];
export type GrantedExtent = (typeof GRANTED)[number];

/** A leg that its holder opened to an agency that is no party. */
export interface Grant {
  readonly agency: string;
  /** A code that is not known here grants nothing. */
  readonly extent: string;
  /** When it lapses, ms since 1970, UTC: judged at every read. */
  readonly until: number;
}

/** Null: to this reader the leg does not exist. */
export function extentFor(reader: CaseReader, parties: Parties, grants: readonly Grant[], now: number): Extent | null {
  if (mayRead(reader, parties)) return 'PARTY';
  if (!hasCaseAccess(reader)) return null;
  const own = grants.find(({ agency, until }) => agency === reader.agency && now < until);
  return GRANTED.find((extent) => extent === own?.extent) ?? null;
}

/** Where grants stand, in SQL. */
export interface GrantsIn {
  /** A table with `referral`, `agency`, `extent` and `until`. */
  readonly table: string;
  /** What time it is for the bus. */
  readonly now: string;
}

/**
 * The same policy as a condition: the leg's row is readable, or opened by a row of `grants`.
 * @param alias of a table as for `readableBy`, with `id`
 */
export function openTo(reader: CaseReader, alias: string, { table, now }: GrantsIn): SqlFilter {
  const { sql, params } = readableBy(reader, alias);
  if (!hasCaseAccess(reader)) return { sql, params };
  const extents = GRANTED.map((extent) => `'${extent}'`).join(', ');
  const granted = `EXISTS (SELECT FROM ${table} opened WHERE opened.referral = ${alias}.id
    AND opened.agency = :reading_agency AND opened.extent IN (${extents}) AND opened.until > ${now})`;
  return { sql: `(${sql} OR ${granted})`, params };
}
