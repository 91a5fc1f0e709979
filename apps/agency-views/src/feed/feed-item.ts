import type { CaseReader } from '#libs/access';
import type { JsonValue } from '#libs/projections';
import { z } from 'zod';
import type { FeedRead, ItemRow } from './feed-rows.js';
import { feedItemExample } from './feed.example.js';
import { VIEWPOINTS, type Viewpoint } from './said.js';

export const feedItem = z
  .strictObject({
    id: z.uuid().meta({ description: 'Of the event. What is told again has the same id.' }),
    type: z.string().meta({ description: 'Name of the event (vocabulary 10).' }),
    referral: z.string(),
    at: z.iso.datetime().meta({ description: 'When the bus accepted it.' }),
    synthetic: z.boolean().meta({ description: 'An exercise: never real work.' }),
    viewpoint: z.enum(VIEWPOINTS).meta({
      description:
        'As what the agency sees the referral: a party, or by a grant its case, or its state and outcome only.',
    }),
    history: z.boolean().meta({ description: 'It happened before the agency could see the referral.' }),
    actor: z.strictObject({
      agency: z.string(),
      role: z.string(),
      country: z.string(),
      person: z.string().nullable().meta({ description: "Opaque reference; null for other agencies' people." }),
    }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'Codes and references of the event.' }),
    position: z
      .string()
      .meta({ description: 'As `Bus-Min-Position`: a read that shows the referral with this event, or answers 425.' }),
  })
  .meta({ id: 'FeedItem', example: feedItemExample });

export type FeedItem = z.output<typeof feedItem>;

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
]);
/** Told to their own agency alone. */
const OWN: ReadonlySet<string> = new Set(['note']);

/** An item as its reader may see it now; null where that has lapsed since it was put into the feed. */
export function feedItemOf(row: ItemRow, reader: CaseReader, openings: FeedRead['openings']): FeedItem | null {
  const viewpoint = viewpointOn(row, reader, openings);
  if (viewpoint === null) return null;
  const own = row.agency === reader.agency;
  const { agency, role, country } = row;
  return {
    id: row.event_id,
    type: row.type,
    referral: row.referral,
    at: row.at.toISOString(),
    synthetic: row.synthetic,
    viewpoint,
    history: row.source !== row.position,
    actor: { agency, role, country, person: own ? row.person : null },
    data: shown(row, viewpoint, own, openings),
    position: row.reached,
  };
}

function viewpointOn(
  { readers, position, referral }: ItemRow,
  { agency }: CaseReader,
  openings: FeedRead['openings'],
): Viewpoint | null {
  const open = (openings.get(referral) ?? []).filter((each) => each.position <= position);
  const held = VIEWPOINTS.filter((viewpoint) => open.some((each) => each.viewpoint === viewpoint));
  const named = readers.includes(`@${agency}`);
  return held.find((viewpoint) => named || readers.includes(viewpoint)) ?? null;
}

function shown(row: ItemRow, viewpoint: Viewpoint, own: boolean, openings: FeedRead['openings']): FeedItem['data'] {
  const party = viewpoint === 'SENDER' || viewpoint === 'RECIPIENT';
  const named = [...row.mentions, ...(party ? [] : [row.data['leg']])];
  const foreign = new Set(own ? [] : named.filter((leg) => typeof leg === 'string' && !openings.has(leg)));
  const fields = Object.entries(row.data)
    .filter(([name]) => viewpoint !== 'STATE' || OF_STATE.has(name))
    .map(([name, value]) => [name, own || !OWN.has(name) ? value : null] as const);
  return Object.fromEntries(fields.map(([name, value]) => [name, without(value, foreign)]));
}

/** The value with null for each id in it that the reader may not know. */
function without(value: JsonValue, foreign: ReadonlySet<unknown>): JsonValue {
  if (foreign.size === 0) return value;
  if (typeof value === 'string') return foreign.has(value) ? null : value;
  if (Array.isArray(value)) return value.map((each: JsonValue) => without(each, foreign));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, without(each, foreign)]));
}
