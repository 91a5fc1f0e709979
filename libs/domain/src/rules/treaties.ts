import { findInstrument } from './instruments.js';
import { type Content, type Edition, editionsOf, findInForce, type Rules } from './state.js';

/** Instruments whose parties are data (vocabulary 3.1). */
export const INSTRUMENTS = { 'COE-185': 'Budapest Convention', 'COE-201': 'Lanzarote Convention' } as const;
export type Instrument = keyof typeof INSTRUMENTS;

/** `party-inferred` and `unverified` are what nobody has confirmed; only `party` with a date can carry a disclosure. */
const STATUSES = ['party', 'party-inferred', 'unverified', 'signatory', 'invited'] as const;

/** A State's row in a version of the status. `since`: entry into force for that State, null where it is not known. */
export interface TreatyRow {
  readonly country: string;
  readonly status: (typeof STATUSES)[number];
  readonly since: string | null;
  readonly source: string;
  /** What the State said of single articles (R3.1); absent: nothing is known of it. */
  readonly reservations?: readonly Reservation[];
}

/** A reservation or a declaration of a State. */
export interface Reservation {
  readonly kind: 'RESERVATION' | 'DECLARATION';
  /** Article and paragraph, as `29(4)`. */
  readonly article: string;
  /** YYYY-MM-DD; null where it is not known: it is taken to hold always. */
  readonly from: string | null;
  readonly source: string;
}

interface TreatyDocument {
  /** State of the source, YYYY-MM-DD. */
  readonly asOf: string;
  readonly rows: readonly TreatyRow[];
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function faultsOfTreaty({ asOf, rows }: Content): string[] {
  if (typeof asOf !== 'string' || !DATE.test(asOf)) return ['asOf: not a date'];
  if (!Array.isArray(rows) || rows.length === 0) return ['rows: missing'];
  const seen = new Set<string>();
  return rows.flatMap((row: Partial<TreatyRow> | null, index) => {
    const { country = '', status, since, source, reservations = [] } = row ?? {};
    const twice = seen.has(country);
    seen.add(country);
    return [
      ...(/^[A-Z]{2}$/.test(country) ? [] : [`rows/${index}: no country`]),
      ...(twice ? [`rows/${index}: ${country} twice`] : []),
      ...(STATUSES.some((each) => each === status) ? [] : [`rows/${index}: no such status`]),
      ...(since === null || (typeof since === 'string' && DATE.test(since)) ? [] : [`rows/${index}: since is no date`]),
      ...(typeof source === 'string' && source !== '' ? [] : [`rows/${index}: no source`]),
      ...(Array.isArray(reservations) && reservations.every(isReservation) ? [] : [`rows/${index}: no reservation`]),
    ];
  });
}

const ARTICLE = /^\d{1,3}(\(\d{1,2}\))?[a-z]?$/;

function isReservation(value: Partial<Reservation> | null): boolean {
  const { kind, article = '', from, source = '' } = value ?? {};
  return (
    (kind === 'RESERVATION' || kind === 'DECLARATION') &&
    ARTICLE.test(article) &&
    (from === null || (typeof from === 'string' && DATE.test(from))) &&
    source !== ''
  );
}

export const TREATY_OBSTACLES = [
  ...(['NOT_IN_FORCE', 'LAPSED', 'NOT_PUBLISHED', 'NOT_A_PARTY'] as const),
  ...(['UNVERIFIED', 'UNDATED', 'NOT_YET_IN_FORCE', 'RESERVED'] as const),
] as const;
export type TreatyObstacle = (typeof TREATY_OBSTACLES)[number];

/** What stands against a country as party at a time. */
export interface TreatyFinding {
  readonly country: string;
  readonly obstacle: TreatyObstacle;
}

export interface TreatyVerdict {
  /**
   * Whether the instrument can be the sole basis between the countries. Necessary and not sufficient: a named article, a
   * purpose and a competent authority are required too, and the bus never decides lawfulness (R3.2).
   */
  readonly soleBasis: boolean;
  /** Version of the status that it was judged by; null where none held. */
  readonly version: number | null;
  readonly findings: readonly TreatyFinding[];
  /** What countries reserved or declared that holds at that time, also where it is no obstacle. */
  readonly reservations: readonly (Reservation & { readonly country: string })[];
}

export interface TreatyQuestion {
  /** A code of vocabulary 3.3, an article's too: the parties are those of its instrument. */
  readonly instrument: string;
  readonly countries: readonly string[];
  /** Ms since 1970, UTC. */
  readonly at: number;
  /** The article by whose reservation the claim falls, as `29(4)`. */
  readonly unlessReserved?: string | undefined;
}

/**
 * Judged at the time of the event, by the versions that held then (vocabulary 3.2 R3.1). A status that nobody has confirmed, or
 * without a date, carries nothing alone, nor does an instrument that is not in force or lapsed (R3.4).
 */
export function judgeTreaty(
  rules: Rules,
  { instrument, countries, at, unlessReserved }: TreatyQuestion,
): TreatyVerdict {
  const known = findInstrument(rules, instrument, at);
  const refused = (obstacle: TreatyObstacle): TreatyVerdict => ({
    ...{ soleBasis: false, version: null, reservations: [] },
    findings: countries.map((country) => ({ country, obstacle })),
  });
  if (known && known.standing !== 'IN_FORCE') return refused(known.standing);
  const edition = known && findInForce(editionsOf(rules, 'TREATY_STATUS', known.parties), at);
  if (!edition) return refused('NOT_PUBLISHED');
  const rows = rowsOf(edition);
  const reservations = countries.flatMap((country) =>
    (rows.get(country)?.reservations ?? [])
      .filter(({ from }) => holdsAt(from, at))
      .map((each) => ({ country, ...each })),
  );
  const findings = countries.flatMap((country) => {
    const own = reservations.filter((each) => each.country === country);
    const isReserved = own.some(({ kind, article }) => kind === 'RESERVATION' && article === unlessReserved);
    const obstacle = obstacleOf(rows.get(country), at) ?? (isReserved ? 'RESERVED' : null);
    return obstacle ? [{ country, obstacle }] : [];
  });
  const soleBasis = countries.length > 0 && findings.length === 0;
  return { soleBasis, version: edition.version, findings, reservations };
}

const holdsAt = (from: string | null, at: number): boolean => from === null || Date.parse(from) <= at;

const parsed = new WeakMap<Edition, ReadonlyMap<string, TreatyRow>>();

/** By country. An edition is final, so it is read once. */
function rowsOf(edition: Edition): ReadonlyMap<string, TreatyRow> {
  const known = parsed.get(edition);
  if (known) return known;
  const { rows } = JSON.parse(edition.document) as TreatyDocument;
  const byCountry = new Map(rows.map((row) => [row.country, row]));
  parsed.set(edition, byCountry);
  return byCountry;
}

/** Which States are party to what, as it was published; nothing, until anything was. */
export interface Treaties {
  judge(question: TreatyQuestion): TreatyVerdict;
}

export const treatiesOf = (rules: Rules): Treaties => ({ judge: (question) => judgeTreaty(rules, question) });

function obstacleOf(row: TreatyRow | undefined, at: number): TreatyObstacle | null {
  if (!row || row.status === 'signatory' || row.status === 'invited') return 'NOT_A_PARTY';
  if (row.status !== 'party') return 'UNVERIFIED';
  if (row.since === null) return 'UNDATED';
  return Date.parse(row.since) <= at ? null : 'NOT_YET_IN_FORCE';
}
