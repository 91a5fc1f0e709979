import { editionsOf, findInForce, type Content, type Rules } from './state.js';

/** Whether an instrument can be relied upon at all. */
export const INSTRUMENT_STANDINGS = ['IN_FORCE', 'NOT_IN_FORCE', 'LAPSED'] as const;
export type InstrumentStanding = (typeof INSTRUMENT_STANDINGS)[number];

/** From when a standing holds: YYYY-MM-DD, until the next; null: from the beginning. */
export interface DatedStanding {
  readonly standing: InstrumentStanding;
  readonly from: string | null;
}

/** A row of vocabulary 3.3. Its notes say what was read in a primary or secondary source, and nothing else. */
export interface LegalInstrument {
  readonly name: string;
  /** The instrument whose article it is: that one's parties count. */
  readonly articleOf?: string;
  /** Clock or note. */
  readonly note?: string;
  /** What is to be named with it, where the instrument alone says nothing. */
  readonly names?: readonly ('PARTIES' | 'COUNTRY' | 'CITATION')[];
  /** In order of time; absent: in force. */
  readonly standing?: readonly DatedStanding[];
}

/** The list in this subject is versioned and published like every other. */
export const INSTRUMENT_LIST = 'LegalInstrument';

const disabled = [{ standing: 'NOT_IN_FORCE', from: null }] as const satisfies readonly DatedStanding[];

/** `legal_instrument` (vocabulary 3.3), as the bus begins with it. */
export const firstInstruments: Readonly<Record<string, LegalInstrument>> = {
  'COE-185': { name: 'Convention on Cybercrime (Budapest Convention)', note: 'Preservation of at least 60 days.' },
  'COE-185-ART26': { name: 'Budapest Convention, spontaneous information', articleOf: 'COE-185' },
  'COE-185-ART29': {
    name: 'Budapest Convention, preservation',
    articleOf: 'COE-185',
    note: 'At least 60 days. Dual criminality is not required unless the requested Party reserved it (29(4)).',
  },
  'COE-185-ART35': { name: 'Budapest Convention, 24/7 network', articleOf: 'COE-185' },
  'COE-224': { name: 'Second Protocol to the Budapest Convention', standing: disabled },
  'COE-201': {
    name: 'Convention on the Protection of Children against Sexual Exploitation and Sexual Abuse (Lanzarote Convention)',
    note: 'May itself be the treaty basis of legal assistance and extradition (38(3)).',
  },
  'COE-30': { name: 'European Convention on Mutual Assistance in Criminal Matters' },
  'COE-24': { name: 'European Convention on Extradition' },
  'UN-CC-2024': { name: 'United Nations Convention against Cybercrime', standing: disabled },
  'UN-OPSC': { name: 'Optional Protocol to the Convention on the Rights of the Child on the sale of children' },
  'UN-UNTOC': { name: 'United Nations Convention against Transnational Organized Crime' },
  'MLAT-BI': { name: 'Bilateral treaty on legal assistance', names: ['PARTIES', 'CITATION'] },
  'EXEC-AGR': { name: 'Bilateral agreement on direct access' },
  'EU-EIO': { name: 'European Investigation Order, Directive 2014/41' },
  'EU-EPOC': { name: 'e-Evidence production order, Regulation 2023/1543', note: '10 days, or 8 hours.' },
  'EU-EPOC-PR': { name: 'e-Evidence preservation order, Regulation 2023/1543', note: '60 days and 30.' },
  'EU-LEIE': {
    name: 'Exchange of information between law enforcement authorities, Directive 2023/977',
    note: '8 hours, 3 days or 7 days.',
  },
  'EU-EUROPOL': { name: 'Regulation 2016/794 (Europol)', note: 'The owner sets the purposes (19).' },
  'EU-DSA18': { name: 'Digital Services Act, article 18', note: 'Promptly.' },
  'EU-JIT': { name: 'Joint investigation team' },
  'EU-EAW': { name: 'European arrest warrant' },
  'EU-PRUM2': { name: 'Regulation 2024/982 (Prüm II)', note: 'A human decision before core data.' },
  'EU-EPD-DEROG': {
    name: 'Derogation for voluntary detection, Regulation 2021/1232',
    standing: [{ standing: 'LAPSED', from: '2026-04-03' }],
  },
  'US-2258A': { name: '18 U.S.C. § 2258A', note: 'As soon as reasonably possible.' },
  'UK-OSA66': {
    name: 'Online Safety Act 2023, section 66, with SI 2026/268',
    note: 'No duplicate of a report to NCMEC.',
  },
  'INTERPOL-RPD': { name: "INTERPOL's Rules on the Processing of Data", note: 'Initial retention of at most 5 years.' },
  DOMESTIC: { name: 'Statute', names: ['COUNTRY', 'CITATION'] },
  VITAL: { name: 'Vital interests of a person' },
  'CHILD-PROT': { name: 'Domestic duty of disclosure for the protection of children' },
};

interface InstrumentDocument {
  readonly source: string;
  readonly instruments: Readonly<Record<string, LegalInstrument>>;
}

/** The first version of the list, as a document. */
export const firstInstrumentDocument = (): string =>
  JSON.stringify({ source: '3.3 legal_instrument', instruments: firstInstruments } satisfies InstrumentDocument);

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;

/** Why this cannot be a version of the list; empty where it can. The codes of this build stay: what is said with them is judged. */
export function faultsOfInstruments({ instruments }: Content): string[] {
  if (typeof instruments !== 'object' || instruments === null) return ['instruments: missing'];
  const given = instruments as Readonly<Record<string, Partial<LegalInstrument> | null>>;
  return [
    ...Object.keys(firstInstruments)
      .filter((code) => !Object.hasOwn(given, code))
      .map((code) => `instruments: ${code} is missing`),
    ...Object.entries(given).flatMap(([code, each]) => [
      ...(CODE.test(code) ? [] : [`instruments: ${code} is no code`]),
      ...faultsOfInstrument(code, each ?? {}, given),
    ]),
  ];
}

function faultsOfInstrument(
  code: string,
  { name, articleOf, standing = [] }: Partial<LegalInstrument>,
  all: Readonly<Record<string, Partial<LegalInstrument> | null>>,
): string[] {
  const whole = articleOf === undefined || (Object.hasOwn(all, articleOf) && !all[articleOf]?.articleOf);
  return [
    ...(typeof name === 'string' && name.trim() !== '' ? [] : [`${code}: no name`]),
    ...(whole ? [] : [`${code}: articleOf names no instrument`]),
    ...(Array.isArray(standing) ? faultsOfStanding(code, standing) : [`${code}: standing is no list`]),
  ];
}

function faultsOfStanding(code: string, dated: readonly (Partial<DatedStanding> | null)[]): string[] {
  return dated.flatMap((each, index) => {
    const { standing, from } = each ?? {};
    const before = index > 0 ? (dated[index - 1]?.from ?? '') : null;
    const known = INSTRUMENT_STANDINGS.some((name) => name === standing);
    const isDate = typeof from === 'string' && DATE.test(from);
    const inOrder = before === null ? from === null || isDate : isDate && from > before;
    return [
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
  const list = edition ? (JSON.parse(edition.document) as InstrumentDocument).instruments : firstInstruments;
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
