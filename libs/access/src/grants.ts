import { type AdmittedReader, hasCaseAccess, leftIn } from './case-roles.js';
import { readableBy, type SqlFilter } from './need-to-know.js';

/**
 * How much of a leg a reader is shown: a party all of it, a third agency what it was granted (vocabulary 2.3 AccessGranted), and a
 * sender in a limited role its own words, requests and the class of outcome (vocabulary 6).
 */
export const EXTENTS = ['PARTY', 'CASE', 'STATE_AND_OUTCOME', 'REQUESTS_AND_OUTCOME'] as const;
export type Extent = (typeof EXTENTS)[number];

/** A code that is not among them grants nothing. */
const GRANTED = ['CASE', 'STATE_AND_OUTCOME'] as const satisfies readonly Extent[];
export type GrantedExtent = (typeof GRANTED)[number];

/** Where grants stand, in SQL. */
export interface GrantsIn {
  /** A table with `referral`, `agency`, `extent`, `granted_at` and `until`. */
  readonly table: string;
  /** What time it is for the bus. */
  readonly now: string;
}

/**
 * The policy as a condition: the leg's row is readable, or opened by a row of `grants` that holds now.
 * @param alias of a table as for `readableBy`, with `id`
 */
export function openTo(reader: AdmittedReader, alias: string, { table, now }: GrantsIn): SqlFilter {
  const { sql, params } = readableBy(reader, alias);
  if (!hasCaseAccess(reader)) return { sql, params };
  const extents = GRANTED.map((extent) => `'${extent}'`).join(', ');
  const granted = `EXISTS (SELECT FROM ${table} opened WHERE opened.referral = ${alias}.id
    AND opened.agency = :reading_agency AND opened.extent IN (${extents}) AND opened.until > ${now}
    AND opened.granted_at > :reader_left::timestamptz)`;
  return { sql: `(${sql} OR ${granted})`, params: { ...params, reader_left: leftIn(reader) } };
}
