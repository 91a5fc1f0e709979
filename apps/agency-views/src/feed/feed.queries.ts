import { type EventName, ordinalOf, topics } from '#libs/contracts';
import { BUS_NOW, type Consumer, quoted, schemaOf } from '#libs/projections';
import { ITEM_COLUMNS } from './item-row.js';
import type { Viewpoint } from './said.js';

/** The statements of one version of the feed, each over one snapshot of it. */
export interface FeedQueries {
  /** `$1` agency, `$2`–`$4` lanes, positions and sources that it is at where it has begun, `$5` how many at most of all lanes together. */
  readonly next: string;
  /** The same while nothing waits for repair, or else none. */
  readonly ahead: string;
  /** `$1` agency, `$2`, `$3` lanes and positions of what is owed, `$4`, `$5` positions and sources that the reader is at there. */
  readonly owed: string;
  /** `$1` agency, `$2` ids of legs, `$3` when the agency last left the bus (`leftIn`). */
  readonly openings: string;
  /** `$1` agency, `$2` when it last left the bus, `$3` exercises or real work: legs that it may see, of which an event waits for repair. */
  readonly parked: string;
  /** What waits for repair of legs that are opened to no recipient yet: its beginning says to whom. */
  readonly unopened: string;
  /** `$1`–`$3` lanes and the positions between which a reader moved, `$4`, `$5` lanes and positions of what is owed already. */
  readonly passed: string;
}

/** Referrals that are owed something, and of which it can be told now: so many in one read. */
export const OWED_AT_ONCE = 20;

/** Events that are decoded in one read to find whose legs they begin. */
const UNOPENED_AT_ONCE = 1_000;
const RECIPIENT = 'RECIPIENT' satisfies Viewpoint;
const SENDER = 'SENDER' satisfies Viewpoint;
const GRANTED = 'AccessGranted' satisfies EventName;

/** What is to be known before a feed is read, in its snapshot. `$1` name of the consumer. */
export const STANDING = `
  SELECT l.version, EXISTS (SELECT FROM bus.parked p WHERE p.consumer = l.consumer AND p.version = l.version) AS parked,
    (SELECT coalesce(json_agg(json_build_object('lane', lane, 'why', stopped) ORDER BY lane), '[]') FROM bus.checkpoint c
      WHERE c.consumer = l.consumer AND c.version = l.version AND stopped IS NOT NULL) AS standing_lanes
  FROM bus.live l WHERE l.consumer = $1`;

/** Another answer than before: something else may be missing in somebody's feed, though nothing was put into any. `$1` as above. */
export const MISSING_MARK = `
  SELECT c.lane, c.letters, c.stopped FROM bus.checkpoint c JOIN bus.live l USING (consumer, version)
  WHERE consumer = $1 AND (letters > 0 OR stopped IS NOT NULL) ORDER BY lane`;

export function feedQueries(consumer: Pick<Consumer, 'name' | 'version'>): FeedQueries {
  const at = (table: string): string => `${quoted(schemaOf(consumer))}.${table}`;
  // A grant has also ended when its agency left the bus since, or was given another one: what opened the leg says what it was, and
  // when. Whoever was called upon stays so.
  const opened = (alias: string): string =>
    `said.lane = ${alias}.lane AND said.position = ${alias}.position AND said.type = '${GRANTED}'`;
  const holds = (left: string): string => `(o.until IS NULL OR o.until > ${BUS_NOW} AND NOT EXISTS (
        SELECT FROM ${at('event')} said WHERE ${opened('o')} AND (said.at <= ${left}::timestamptz OR EXISTS (
          SELECT FROM ${at('opening')} newer JOIN ${at('event')} said ON ${opened('newer')}
          WHERE newer.referral = o.referral AND newer.agency = o.agency AND newer.position > o.position))))`;
  const own = `b.consumer = '${consumer.name}' AND b.version = ${consumer.version}`;
  // Every lane that has something gets the same part of the page, so that none waits for the backlog of another. Lanes are
  // found from one to the next: looking into all there are took as long as reading the rows. In no order, so that rows come
  // while others are still read. What must hold stands in the bound: as a condition of rows it led to worse plans.
  const nextWhile = (condition: string): string => `
      WITH RECURSIVE held (lane) AS (
        (SELECT lane FROM ${at('item')} WHERE agency = $1 ORDER BY lane LIMIT 1)
        UNION ALL
        SELECT (SELECT i.lane FROM ${at('item')} i WHERE i.agency = $1 AND i.lane > h.lane ORDER BY i.lane LIMIT 1)
        FROM held h WHERE h.lane IS NOT NULL
      ), ready AS MATERIALIZED (
        SELECT h.lane, p.position, p.source
        FROM held h LEFT JOIN unnest($2::int[], $3::bigint[], $4::bigint[]) AS begun (lane, position, source) USING (lane)
        CROSS JOIN LATERAL (SELECT coalesce(begun.position, 0) AS position, coalesce(begun.source, 0) AS source) p
        WHERE EXISTS (SELECT FROM ${at('item')} i
          WHERE i.agency = $1 AND i.lane = h.lane AND (i.position, i.source) > (p.position, p.source)))
      SELECT ${ITEM_COLUMNS}
      FROM ready r CROSS JOIN LATERAL (
        SELECT * FROM ${at('item')} i
        WHERE i.agency = $1 AND i.lane = r.lane AND (i.position, i.source) > (r.position, r.source)
        ORDER BY i.position, i.source LIMIT (
          SELECT CASE WHEN ${condition} THEN ceil($5::numeric / greatest(count(*), 1))::int ELSE 0 END FROM ready)) i
      JOIN ${at('event')} e ON e.lane = i.lane AND e.position = i.source`;
  return {
    next: nextWhile('true'),
    ahead: nextWhile(`NOT EXISTS (SELECT FROM bus.parked b WHERE ${own})`),
    owed: `
      WITH applied AS MATERIALIZED (
        SELECT o.*, known.referral, (SELECT min(b.position) FROM bus.parked b
          WHERE ${own} AND b.key = known.referral AND b.lane = o.lane AND b.position <= o.to_position) AS still
        FROM unnest($2::int[], $3::bigint[], $4::bigint[], $5::bigint[]) AS o (lane, position, to_position, to_source)
        JOIN ${at('event')} known ON known.lane = o.lane AND known.position = o.position
        ORDER BY o.lane, o.position LIMIT ${OWED_AT_ONCE})
      SELECT a.lane AS owed_lane, a.position AS owed_position, a.still, told.*
      FROM applied a LEFT JOIN LATERAL (
        SELECT ${ITEM_COLUMNS}
        FROM ${at('event')} e JOIN ${at('item')} i ON i.agency = $1 AND i.lane = e.lane AND i.source = e.position
        WHERE e.referral = a.referral AND i.position >= a.position AND (i.position, i.source) <= (a.to_position, a.to_source)
          AND i.position IN (SELECT e.position UNION SELECT g.position FROM ${at('opening')} g
            WHERE g.referral = e.referral AND g.agency = $1)) told ON true
      ORDER BY a.lane, a.position, told.position, told.source`,
    openings: `
      SELECT o.referral, o.position, o.viewpoint, o.until IS NULL AS lasting, CASE WHEN o.until IS NOT NULL AND NOT EXISTS (
          SELECT FROM ${at('event')} said WHERE ${opened('o')})
        THEN (SELECT s.agency FROM ${at('opening')} s WHERE s.referral = o.referral AND s.viewpoint = '${SENDER}' LIMIT 1)
        END AS sender
      FROM ${at('opening')} o
      WHERE o.agency = $1 AND o.referral = ANY($2::text[]) AND ${holds('$3')}`,
    parked: `
      SELECT DISTINCT b.key AS referral FROM bus.parked b JOIN ${at('opening')} o ON o.referral = b.key AND o.agency = $1
      JOIN ${at('event')} began ON began.lane = o.lane AND began.position = o.position AND began.synthetic = $3
      WHERE ${own} AND ${holds('$2')} ORDER BY 1 LIMIT 200`,
    unopened: `
      SELECT b.key AS referral, b.fingerprint, b.bytes FROM bus.parked b
      WHERE ${own} AND b.topic = ${ordinalOf(topics.referral)} AND NOT EXISTS (
        SELECT FROM ${at('opening')} o WHERE o.referral = b.key AND o.viewpoint = '${RECIPIENT}')
      ORDER BY b.lane, b.position LIMIT ${UNOPENED_AT_ONCE}`,
    passed: `
      SELECT b.lane, min(b.position) AS position FROM bus.parked b
      JOIN unnest($1::int[], $2::bigint[], $3::bigint[]) AS m (lane, before, now) ON b.lane = m.lane
      WHERE ${own} AND b.position > m.before AND b.position <= m.now AND NOT EXISTS (
        SELECT FROM unnest($4::int[], $5::bigint[]) AS o (lane, position)
        JOIN bus.parked w ON w.lane = o.lane AND w.position = o.position
        WHERE w.consumer = b.consumer AND w.version = b.version AND w.key = b.key)
      GROUP BY b.lane, b.key`,
  };
}
