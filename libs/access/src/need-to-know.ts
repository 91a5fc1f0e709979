import { type AdmittedReader, type CaseReader, hasCaseAccess, leftIn } from './case-roles.js';

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
 * referral it knows no more than before (design 5). Being called upon ends with a departure, as a grant does.
 * @param alias of a table as for `readableBy`, with `id`
 */
export function calledUpon(reader: AdmittedReader, alias: string, { calls, timeline }: CallsIn): SqlFilter {
  if (!hasCaseAccess(reader)) return { sql: 'FALSE', params: {} };
  const own = `${alias}.id IN (SELECT called.referral FROM ${calls} called WHERE called.agency = :reading_agency)`;
  if (reader.leftAt === null) return { sql: own, params: { reading_agency: reader.agency } };
  const named = `jsonb_build_array(jsonb_build_object('agency', :reading_agency::text))`;
  const since = `EXISTS (SELECT FROM ${timeline} said WHERE said.referral = ${alias}.id AND said.at > :reader_left::timestamptz
    AND (said.data -> 'to' @> ${named} OR said.data -> 'contacts' @> ${named}))`;
  return { sql: `(${own} AND ${since})`, params: { reading_agency: reader.agency, reader_left: leftIn(reader) } };
}

/** Where it stands who was called upon, in SQL. */
export interface CallsIn {
  /** A table with `referral` and `agency`. */
  readonly calls: string;
  /** A table with `referral`, `at` and `data`, which names in `to` or `contacts` who is called upon. */
  readonly timeline: string;
}

function inOneOf(parties: readonly string[], reader: CaseReader, alias: string): SqlFilter {
  if (!hasCaseAccess(reader)) return { sql: 'FALSE', params: {} };
  const places = parties.map((party) => `${alias}.${party}_agency = :reading_agency`);
  return { sql: `(${places.join(' OR ')})`, params: { reading_agency: reader.agency } };
}
