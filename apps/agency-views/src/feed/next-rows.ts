import { type AdmittedReader, isLimited, leftIn } from '#libs/access';
import type { Tx } from '#libs/postgres';
import { fairly } from './fairly.js';
import type { FeedPlace, LanePlace } from './feed-place.js';
import { agencyFeed } from './feed.projection.js';
import { feedQueries } from './feed.queries.js';
import { type ItemRow, itemTypes } from './item-row.js';
import type { Openings } from './opening.js';
import type { Viewpoint } from './said.js';
import type { NextItem } from './settled-item.js';
import { legIn } from './shown.js';

/** Of one agency, in one version of the feed. */
export interface NextOf {
  readonly version: number;
  readonly agency: string;
  readonly place: FeedPlace;
  readonly limit: number;
}

interface RawOpening {
  readonly referral: string;
  readonly position: string;
  readonly viewpoint: Viewpoint;
  readonly lasting: boolean;
  readonly sender: string | null;
}

/** What comes after a place, by lane, in its order, at most `limit` of it. @param which `ahead`: nothing where anything waits for repair */
export async function nextRows(
  db: Tx,
  which: 'next' | 'ahead',
  { version, agency, place: { lanes }, limit }: NextOf,
): Promise<ItemRow[]> {
  const at = [...lanes.values()];
  const { rows } = await db.query<ItemRow>({
    // planned once a connection: that takes as long as a page of rows
    name: `feed ${which} ${version}`,
    text: feedQueries({ ...agencyFeed, version })[which],
    values: [agency, [...lanes.keys()], at.map(({ position }) => position), at.map(({ source }) => source), limit],
    types: itemTypes(),
  });
  rows.sort((a, b) => a.lane - b.lane || a.position - b.position || a.source - b.source);
  return fairly(rows, limit);
}

/** By which the agency sees the legs of these rows, and those that they mention. */
export async function openingsOf(
  db: Tx,
  version: number,
  reader: AdmittedReader,
  rows: readonly ItemRow[],
): Promise<Openings> {
  if (rows.length === 0) return new Map();
  const legs = new Set<string>();
  for (const row of rows) for (const leg of [row.referral, ...row.mentions, ...legIn(row)]) legs.add(leg);
  const { rows: found } = await db.query<RawOpening>({
    name: `feed openings ${version}`,
    text: feedQueries({ ...agencyFeed, version }).openings,
    values: [reader.agency, [...legs], leftIn(reader)],
  });
  const openings = found.map((each) => ({
    ...each,
    position: Number(each.position),
    viewpoint: viewpointFor(reader, each.viewpoint),
  }));
  return Map.groupBy(openings, ({ referral }) => referral);
}

/** In a limited role an agency sees of a leg that it did not send its state and outcome (vocabulary 6). */
const viewpointFor = (reader: AdmittedReader, viewpoint: Viewpoint): Viewpoint =>
  isLimited(reader) && (viewpoint === 'RECIPIENT' || viewpoint === 'CASE') ? 'STATE' : viewpoint;

/** How far a reader is in each lane after these rows. */
export function movedBy({ lanes }: FeedPlace, rows: readonly NextItem[]): Map<number, LanePlace> {
  return new Map([...lanes, ...rows.map(({ lane, position, source }) => [lane, { position, source }] as const)]);
}
