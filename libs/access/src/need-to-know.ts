import { type CaseReader, hasCaseAccess } from './case-roles.js';

/** The agencies of a referral leg. */
export interface Parties {
  readonly sender: string;
  readonly recipient: string;
}

/** A condition with its named parameters (`:name`). */
export interface SqlFilter {
  readonly sql: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The policy: a case role of an agency in one of these places of a leg may read the leg (design 5). Both forms are made from it. */
const READING_PARTIES = ['sender', 'recipient'] as const satisfies readonly (keyof Parties)[];

export function mayRead(reader: CaseReader, parties: Parties): boolean {
  return hasCaseAccess(reader) && READING_PARTIES.some((party) => parties[party] === reader.agency);
}

/**
 * The same policy as a condition on a table that has `sender_agency` and `recipient_agency`.
 * @param alias of that table in the query
 */
export function readableBy(reader: CaseReader, alias: string): SqlFilter {
  if (!hasCaseAccess(reader)) return { sql: 'FALSE', params: {} };
  const places = READING_PARTIES.map((party) => `${alias}.${party}_agency = :reading_agency`);
  return { sql: `(${places.join(' OR ')})`, params: { reading_agency: reader.agency } };
}
