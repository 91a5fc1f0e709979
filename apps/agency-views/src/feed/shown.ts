import { classesOf, withheldFromGranted } from '#libs/access';
import { EVENT_NAMES, schemasByFingerprint } from '#libs/contracts';
import type { JsonValue } from '#libs/projections';
import type { ItemRow } from './item-row.js';
import type { Opening, Openings } from './opening.js';
import type { Viewpoint } from './said.js';

/** What a reader of a leg's state and outcome is told of an event's data (vocabulary 2.4 I1, features B4). */
const OF_STATE: ReadonlySet<string> = new Set([
  'by',
  'from',
  'to',
  'scope',
  'leg',
  'hop',
  'handover',
  'cause',
  'outcomes',
  // how urgent it is, where a step of the ladder or a case that is stuck calls upon the reader
  'level',
  // of a case that was not let go on: both ends, for whoever is to take it up
  ...['holder', 'limit', 'originCountry', 'contacts', 'unfilled'],
  // and what one of these answered
  ...['causes', 'reply', 'competent'],
  // of a consultation, for whoever is to consult
  ...['opener', 'countries', 'bases', 'result', 'lead'],
]);
/** Told to their own agency alone. */
const OWN: ReadonlySet<string> = new Set(['note']);
interface RecordText {
  readonly fields: readonly { readonly name: string }[];
}
/** Of which type an event may have such a field: some version of its schema has, or this build does not know it. */
function having(field: string): (type: string) => boolean {
  const without = new Set<string>(EVENT_NAMES);
  for (const { event, text } of schemasByFingerprint.values())
    if ((JSON.parse(text) as RecordText).fields.some(({ name }) => name === field)) without.delete(event);
  return (type) => !without.has(type);
}
/** Most events have neither: their data are not even looked through. */
const [mayHaveNote, mayNameLeg] = [having('note'), having('leg')];
/** That a note is said, in JSON: inside of a text its quotes would stand behind backslashes. */
const HAS_NOTE = /"note": ?(?!null| )/;
/** Found five times as fast as by `includes`, which stops at each quote. */
const NAMES_LEG = /"leg":/;
const NONE: ReadonlySet<unknown> = new Set();

/** What of an event its reader is shown. */
export interface Shown {
  /** In JSON: as it stands where nothing of it is withheld, and not even parsed for that. */
  readonly data: string;
  /** No id was left out that the reader may come to know, and none is shown that it knows for a time only. */
  readonly settled: boolean;
}

/** As what an event is seen. */
export interface SeenAs {
  readonly viewpoint: Viewpoint;
  /** Said by the reader's own agency. */
  readonly own: boolean;
  /** By nothing but a grant: not told who else has the case. */
  readonly granted: boolean;
  /** The sender, of whom whoever is called upon is not told; null: nobody is hidden. */
  readonly hides: string | null;
  /** The fields that a sender in a limited role is told; null: all. */
  readonly limitedTo: readonly string[] | null;
}

export function shownOf(row: ItemRow, as: SeenAs, openings: Openings): Shown {
  const { viewpoint, own } = as;
  const named = own ? [] : namedIn(row, viewpoint);
  const foreign = named.length === 0 ? NONE : new Set<unknown>(named.filter((leg) => !openings.has(leg)));
  const withheld = as.granted && !own ? withheldFromGranted(row.type) : [];
  const whole =
    !isPartial(viewpoint) &&
    as.limitedTo === null &&
    (own || (foreign.size === 0 && withheld.length === 0 && !hasNote(row)));
  return {
    data: whole ? row.data : partOf(row, as, withheld, foreign),
    settled: named.every((leg) => isLasting(openings.get(leg))),
  };
}

function partOf(
  { data }: ItemRow,
  { viewpoint, own, hides, limitedTo }: SeenAs,
  withheld: readonly string[],
  foreign: ReadonlySet<unknown>,
): string {
  const isTold = ([name, value]: [string, JsonValue]): boolean =>
    (!isPartial(viewpoint) || OF_STATE.has(name)) &&
    (limitedTo === null || limitedTo.includes(name)) &&
    !withheld.includes(name) &&
    (hides === null || (name !== 'from' && value !== hides));
  const fields = Object.entries(parsed(data))
    .filter(isTold)
    .map(([name, value]) => [name, own || !OWN.has(name) ? without(value, foreign) : null] as const)
    .map(([name, value]) => [name, limitedTo !== null && name === 'outcomes' ? classes(value) : value] as const);
  return JSON.stringify(Object.fromEntries(fields));
}

const hasNote = ({ type, data }: ItemRow): boolean => mayHaveNote(type) && HAS_NOTE.test(data);

/** The id of another leg that an event is about, which is told to the parties of either. */
export function legIn({ type, data }: Pick<ItemRow, 'type' | 'data'>): string[] {
  if (!mayNameLeg(type) || !NAMES_LEG.test(data)) return [];
  const { leg } = parsed(data);
  return typeof leg === 'string' ? [leg] : [];
}

const isLasting = (known: readonly Opening[] = []): boolean => known.some(({ lasting }) => lasting);

/** Ids in the data that the reader may know or not. */
function namedIn({ mentions, type, data }: ItemRow, viewpoint: Viewpoint): readonly string[] {
  const party = viewpoint === 'SENDER' || viewpoint === 'RECIPIENT';
  return party ? mentions : [...mentions, ...legIn({ type, data })];
}

/** Its reader sees of an event what `OF_STATE` has. */
const isPartial = (viewpoint: Viewpoint): boolean => viewpoint === 'STATE' || viewpoint === 'CONSULTED';

const parsed = (data: string): { readonly [name: string]: JsonValue } =>
  JSON.parse(data) as { readonly [name: string]: JsonValue };

const classes = (outcomes: JsonValue): JsonValue => classesOf(outcomes as { readonly outcome: string }[]);

/** The value with null for each id in it that the reader may not know. */
function without(value: JsonValue, foreign: ReadonlySet<unknown>): JsonValue {
  if (foreign.size === 0) return value;
  if (typeof value === 'string') return foreign.has(value) ? null : value;
  if (Array.isArray(value)) return value.map((each: JsonValue) => without(each, foreign));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, without(each, foreign)]));
}
