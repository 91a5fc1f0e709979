import { type CaseReader, fieldsForLimited, isLimited, OF_OUTCOMES } from '#libs/access';
import { z } from 'zod';
import { feedItemExample } from './feed.example.js';
import { isoTime } from './iso-time.js';
import type { ItemRow } from './item-row.js';
import type { Openings } from './opening.js';
import { type SeenAs, shownOf } from './shown.js';
import { type Viewpoint, VIEWPOINTS } from './said.js';

export const feedItem = z
  .strictObject({
    id: z.uuid().meta({ description: 'Of the event. What is told again has the same id.' }),
    type: z.string().meta({ description: 'Name of the event (vocabulary 10).' }),
    referral: z.string(),
    at: z.iso.datetime().meta({ description: 'When the bus accepted it.' }),
    synthetic: z.boolean().meta({ description: 'An exercise: never real work.' }),
    viewpoint: z.enum(VIEWPOINTS).meta({
      description:
        'As what the agency sees the referral: a party, or by a grant its case, or its state and outcome only; CONSULTED: what is said of a consultation of its country, and nothing else.',
    }),
    history: z.boolean().meta({ description: 'It happened before the agency could see the referral.' }),
    lapses: z.boolean().meta({ description: 'Seen by what ends, a grant or a call; what has ended is told no more.' }),
    actor: z
      .strictObject({
        agency: z.string(),
        role: z.string(),
        country: z.string(),
        person: z.string().nullable().meta({ description: "Opaque reference; null for other agencies' people." }),
      })
      .nullable()
      .meta({
        description: 'Null where the agency is not told who said it, as the sender of a case it is called upon for.',
      }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'Codes and references of the event.' }),
    position: z
      .string()
      .meta({ description: 'As `Bus-Min-Position`: a read that shows the referral with this event, or answers 425.' }),
  })
  .meta({ id: 'FeedItem', example: feedItemExample });

export type FeedItem = z.output<typeof feedItem>;

/** An item as one reader may see it, in JSON (a `FeedItem`). */
export interface ToldItem {
  readonly text: string;
  /** It stays so: the reader sees it by what never lapses, and nothing is withheld that it may come to know, or told that it knows for a time. */
  readonly settled: boolean;
}

/**
 * An item as its reader may see it now; null where that has lapsed since it was put into the feed. It is put together as text:
 * parsing each, and making JSON of it again, took a third of a server's time.
 */
export function itemOf(row: ItemRow, reader: CaseReader, openings: Openings): ToldItem | null {
  const seen = seenAs(row, reader, openings);
  if (seen === null) return null;
  const own = row.agency === reader.agency;
  const limitedTo = own ? null : limitedFields(row, reader, seen.viewpoint);
  if (limitedTo?.length === 0) return null;
  const { agency, role, country } = row;
  const head: Omit<FeedItem, 'data' | 'position'> = {
    id: row.event_id,
    type: row.type,
    referral: row.referral,
    at: isoTime(row.at),
    synthetic: row.synthetic,
    viewpoint: seen.viewpoint,
    history: row.source !== row.position,
    lapses: !seen.lasting,
    actor: agency === seen.hides ? null : { agency, role, country, person: own ? row.person : null },
  };
  const { data, settled } = shownOf(row, { ...seen, own, limitedTo }, openings);
  const text = `${JSON.stringify(head).slice(0, -1)},"data":${data},"position":${JSON.stringify(row.reached)}}`;
  return { text, settled: seen.lasting && settled };
}

/** Fields of the words of others for a sender in a limited role, none where it is not told of the event; null: all of them. */
function limitedFields({ type, data }: ItemRow, reader: CaseReader, viewpoint: Viewpoint): readonly string[] | null {
  if (viewpoint !== 'SENDER' || !isLimited(reader)) return null;
  if (type === OF_OUTCOMES && !SAYS_OUTCOMES.test(data)) return [];
  return fieldsForLimited(type) ?? [];
}

const SAYS_OUTCOMES = /"outcomes": ?\[/;

/** As what the reader sees it, whether it always will, and what of it is not told. */
function seenAs({ readers, position, referral }: ItemRow, { agency }: CaseReader, openings: Openings): Seen | null {
  const named = readers.includes(`@${agency}`);
  const open = (openings.get(referral) ?? []).filter(
    (each) => each.position <= position && (named || readers.includes(each.viewpoint)),
  );
  const viewpoint = VIEWPOINTS.find((each) => open.some((by) => by.viewpoint === each));
  if (viewpoint === undefined) return null;
  const [first] = open;
  const called = open.every(({ lasting, sender }) => !lasting && sender !== null);
  return {
    viewpoint,
    lasting: open.some((each) => each.lasting && each.viewpoint === viewpoint),
    granted: open.every(({ lasting, sender }) => !lasting && sender === null),
    // what is said to an agency by name it is told by whom
    hides: called && !named ? (first?.sender ?? null) : null,
  };
}

interface Seen extends Omit<SeenAs, 'own' | 'limitedTo'> {
  /** By an opening of this viewpoint that never lapses. */
  readonly lasting: boolean;
}
