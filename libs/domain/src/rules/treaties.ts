import { type Content, editionsOf, findInForce, type Rules } from './state.js';

/** Instruments whose parties are data (vocabulary 3.1). */
export const INSTRUMENTS = { 'COE-185': 'Budapest Convention', 'COE-201': 'Lanzarote Convention' } as const;
export type Instrument = keyof typeof INSTRUMENTS;

/** Instruments that no version of a status can make a basis today (vocabulary 3.3; R3.4). */
const NOT_IN_FORCE: Readonly<Record<string, 'NOT_IN_FORCE' | 'LAPSED'>> = {
  'COE-224': 'NOT_IN_FORCE',
  'UN-CC-2024': 'NOT_IN_FORCE',
  'EU-EPD-DEROG': 'LAPSED',
};

/** `party-inferred` and `unverified` are what nobody has confirmed; only `party` with a date can carry a disclosure. */
const STATUSES = ['party', 'party-inferred', 'unverified', 'signatory', 'invited'] as const;

/** A State's row in a version of the status. `since`: entry into force for that State, null where it is not known. */
export interface TreatyRow {
  readonly country: string;
  readonly status: (typeof STATUSES)[number];
  readonly since: string | null;
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
    const { country = '', status, since, source } = row ?? {};
    const twice = seen.has(country);
    seen.add(country);
    return [
      ...(/^[A-Z]{2}$/.test(country) ? [] : [`rows/${index}: no country`]),
      ...(twice ? [`rows/${index}: ${country} twice`] : []),
      ...(STATUSES.some((each) => each === status) ? [] : [`rows/${index}: no such status`]),
      ...(since === null || (typeof since === 'string' && DATE.test(since)) ? [] : [`rows/${index}: since is no date`]),
      ...(typeof source === 'string' && source !== '' ? [] : [`rows/${index}: no source`]),
    ];
  });
}

export type TreatyObstacle =
  'NOT_IN_FORCE' | 'LAPSED' | 'NOT_PUBLISHED' | 'NOT_A_PARTY' | 'UNVERIFIED' | 'UNDATED' | 'NOT_YET_IN_FORCE';

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
}

/**
 * Judged at the time of the event, by the version that held then (vocabulary 3.2 R3.1). A status that nobody has confirmed, or
 * without a date, carries nothing alone (R3.4).
 * @param at ms since 1970, UTC
 */
export function judgeTreaty(
  rules: Rules,
  {
    instrument,
    countries,
    at,
  }: { readonly instrument: string; readonly countries: readonly string[]; readonly at: number },
): TreatyVerdict {
  const standing = Object.hasOwn(NOT_IN_FORCE, instrument) ? NOT_IN_FORCE[instrument] : undefined;
  if (standing)
    return { soleBasis: false, version: null, findings: countries.map((country) => ({ country, obstacle: standing })) };
  const edition = findInForce(editionsOf(rules, 'TREATY_STATUS', instrument), at);
  if (!edition) {
    const findings = countries.map((country) => ({ country, obstacle: 'NOT_PUBLISHED' as const }));
    return { soleBasis: false, version: null, findings };
  }
  const { rows } = JSON.parse(edition.document) as TreatyDocument;
  const findings = countries.flatMap((country) => {
    const obstacle = obstacleOf(
      rows.find((row) => row.country === country),
      at,
    );
    return obstacle ? [{ country, obstacle }] : [];
  });
  return { soleBasis: countries.length > 0 && findings.length === 0, version: edition.version, findings };
}

function obstacleOf(row: TreatyRow | undefined, at: number): TreatyObstacle | null {
  if (!row || row.status === 'signatory' || row.status === 'invited') return 'NOT_A_PARTY';
  if (row.status !== 'party') return 'UNVERIFIED';
  if (row.since === null) return 'UNDATED';
  return Date.parse(row.since) <= at ? null : 'NOT_YET_IN_FORCE';
}
