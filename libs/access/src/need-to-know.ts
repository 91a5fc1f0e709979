import { type CaseReader, hasCaseAccess } from './case-roles.js';

/** The agencies of a referral leg. */
export interface Parties {
  readonly sender: string;
  readonly recipient: string;
}

/** The agencies of a referral leg, and the one that sent the case on its way. */
export interface CaseParties extends Parties {
  readonly origin: string;
}

/** A condition with its named parameters (`:name`). */
export interface SqlFilter {
  readonly sql: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The policy: a case role of an agency in one of these places of a leg may read the leg (design 5). Both forms are made from it. */
const READING_PARTIES = ['sender', 'recipient'] as const satisfies readonly (keyof Parties)[];

/**
 * Who may know that a leg exists, where it stands and what class of outcome it had, and no more: its parties, and whoever sent
 * the case on its way (vocabulary 2.4 I1).
 */
const FOLLOWING_PARTIES = ['origin', ...READING_PARTIES] as const satisfies readonly (keyof CaseParties)[];

export function mayRead(reader: CaseReader, parties: Parties): boolean {
  return hasCaseAccess(reader) && READING_PARTIES.some((party) => parties[party] === reader.agency);
}

export function mayFollow(reader: CaseReader, parties: CaseParties): boolean {
  return hasCaseAccess(reader) && FOLLOWING_PARTIES.some((party) => parties[party] === reader.agency);
}

/**
 * The same policy as a condition on a table that has `sender_agency` and `recipient_agency`.
 * @param alias of that table in the query
 */
export function readableBy(reader: CaseReader, alias: string): SqlFilter {
  return inOneOf(READING_PARTIES, reader, alias);
}

/** As `readableBy`, for `mayFollow`: the table has `origin_agency` too. */
export function followableBy(reader: CaseReader, alias: string): SqlFilter {
  return inOneOf(FOLLOWING_PARTIES, reader, alias);
}

/**
 * Who was called upon by a step of the ladder knows of the escalation of that leg: its state, level, clocks and steps. Of the
 * referral it knows no more than before (design 5).
 * @param alias of a table as for `readableBy`, with `id`
 * @param calls a table with `referral` and `agency`
 */
export function calledUpon(reader: CaseReader, alias: string, calls: string): SqlFilter {
  if (!hasCaseAccess(reader)) return { sql: 'FALSE', params: {} };
  const own = `SELECT called.referral FROM ${calls} called WHERE called.agency = :reading_agency`;
  return { sql: `${alias}.id IN (${own})`, params: { reading_agency: reader.agency } };
}

function inOneOf(parties: readonly string[], reader: CaseReader, alias: string): SqlFilter {
  if (!hasCaseAccess(reader)) return { sql: 'FALSE', params: {} };
  const places = parties.map((party) => `${alias}.${party}_agency = :reading_agency`);
  return { sql: `(${places.join(' OR ')})`, params: { reading_agency: reader.agency } };
}
