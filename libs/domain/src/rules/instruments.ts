import given from '../../../../reference/instruments.json' with { type: 'json' };
import { isText, objectIn, unknownFields } from './content.js';
import { editionsOf, findInForce, type Content, type Rules } from './state.js';

/** Whether an instrument can be relied upon at all. */
export const INSTRUMENT_STANDINGS = ['IN_FORCE', 'NOT_IN_FORCE', 'LAPSED'] as const;
export type InstrumentStanding = (typeof INSTRUMENT_STANDINGS)[number];

/** From when a standing holds: YYYY-MM-DD, until the next; null: from the beginning. */
export interface DatedStanding {
  readonly standing: InstrumentStanding;
  readonly from: string | null;
}

export const TO_BE_NAMED = ['PARTIES', 'COUNTRY', 'CITATION'] as const;
const isNamed = (value: unknown): boolean => TO_BE_NAMED.some((each) => each === value);

/** A row of vocabulary 3.3. Its notes say what was read in a primary or secondary source, and nothing else. */
export interface LegalInstrument {
  readonly name: string;
  /** The instrument whose article it is: that one's parties count. */
  readonly articleOf?: string;
  /** Clock or note. */
  readonly note?: string;
  /** What is to be named with it, where the instrument alone says nothing. */
  readonly names?: readonly (typeof TO_BE_NAMED)[number][];
  /** In order of time; absent: in force. */
  readonly standing?: readonly DatedStanding[];
}

/** The list in this subject is versioned and published like every other. */
export const INSTRUMENT_LIST = 'LegalInstrument';

interface InstrumentDocument {
  readonly source: string;
  readonly instruments: Readonly<Record<string, LegalInstrument>>;
}

/** `legal_instrument` (vocabulary 3.3), as the bus begins with it. */
export const firstInstruments = (given as InstrumentDocument).instruments;

/** The first version of the list, as a document. */
export const firstInstrumentDocument = (): string => JSON.stringify(given);

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;

/**
 * Why this cannot be a version of the list; empty where it can. No code is ever dropped: what was said with it is judged. What can
 * be relied upon no more has lapsed.
 * @param known codes of this build, and of every version before
 */
export function faultsOfInstruments({ source, instruments, ...others }: Content, known: readonly string[]): string[] {
  const given = objectIn(instruments);
  if (!given) return ['instruments: missing'];
  return [
    ...unknownFields('', others),
    ...(isText(source) ? [] : ['source: missing']),
    ...known
      .filter((code) => !Object.hasOwn(given, code))
      .map((code) => `instruments: ${code} is missing; say that it has lapsed instead`),
    ...Object.entries(given).flatMap(([code, each]) => [
      ...(CODE.test(code) ? [] : [`instruments: ${code} is no code`]),
      ...faultsOfInstrument(code, objectIn(each) ?? {}, given),
    ]),
  ];
}

/** Codes that no later version may drop. */
export const instrumentsKnown = (rules: Rules): string[] => [
  ...new Set([
    ...Object.keys(firstInstruments),
    ...editionsOf(rules, 'CODE_LIST', INSTRUMENT_LIST).flatMap(({ document }) => Object.keys(listIn(document))),
  ]),
];

const listIn = (document: string): InstrumentDocument['instruments'] =>
  (JSON.parse(document) as InstrumentDocument).instruments;

function faultsOfInstrument(
  code: string,
  { name, articleOf, note, names = [], standing = [], ...others }: Content,
  all: Content,
): string[] {
  const whole = typeof articleOf === 'string' && Object.hasOwn(all, articleOf) ? objectIn(all[articleOf]) : undefined;
  return [
    ...unknownFields(`${code}/`, others),
    ...(isText(name) ? [] : [`${code}: no name`]),
    ...(note === undefined || isText(note) ? [] : [`${code}: note is no text`]),
    ...(Array.isArray(names) && names.every(isNamed) ? [] : [`${code}: names: ${TO_BE_NAMED.join(', ')}`]),
    ...(articleOf === undefined || (whole && whole['articleOf'] === undefined)
      ? []
      : [`${code}: articleOf names no instrument`]),
    ...(Array.isArray(standing) ? faultsOfStanding(code, standing) : [`${code}: standing is no list`]),
  ];
}

function faultsOfStanding(code: string, dated: readonly unknown[]): string[] {
  const rows = dated.map((each) => objectIn(each) ?? {});
  return rows.flatMap(({ standing, from, ...others }, index) => {
    const { from: earlier } = rows[index - 1] ?? {};
    const before = index === 0 ? null : typeof earlier === 'string' ? earlier : '';
    const known = INSTRUMENT_STANDINGS.some((name) => name === standing);
    const isDate = typeof from === 'string' && DATE.test(from);
    const inOrder = before === null ? from === null || isDate : isDate && from > before;
    return [
      ...unknownFields(`${code}/standing/`, others),
      ...(known ? [] : [`${code}: no such standing`]),
      ...(inOrder ? [] : [`${code}: standings are not in order of time`]),
    ];
  });
}

/** An instrument as the list has it at a time. */
export interface FoundInstrument {
  /** The code whose parties count: its own, or that of the instrument whose article it is. */
  readonly parties: string;
  readonly standing: InstrumentStanding;
}

/**
 * By the version of the list that holds at the time; by the one that this build begins with where none was published. Null for
 * what no list knows.
 * @param at ms since 1970, UTC
 */
export function findInstrument(rules: Rules, code: string, at: number): FoundInstrument | null {
  const edition = findInForce(editionsOf(rules, 'CODE_LIST', INSTRUMENT_LIST), at);
  const list = edition ? listIn(edition.document) : firstInstruments;
  const found = Object.hasOwn(list, code) ? list[code] : undefined;
  if (!found) return null;
  const parties = found.articleOf ?? code;
  const whole = list[parties] ?? found;
  const standings = [found, whole].map((each) => standingAt(each, at));
  return { parties, standing: standings.find((each) => each !== 'IN_FORCE') ?? 'IN_FORCE' };
}

function standingAt({ standing = [] }: LegalInstrument, at: number): InstrumentStanding {
  return standing.filter(({ from }) => from === null || Date.parse(from) <= at).at(-1)?.standing ?? 'IN_FORCE';
}
