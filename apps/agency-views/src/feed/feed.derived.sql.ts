import { type Consumer, quoted, schemaOf } from '#libs/projections';

/** Who waits for a feed hears by this channel which agencies were told something; `*`: any of them. */
export const FEED_CHANNEL = 'agency_feed';
/** PostgreSQL takes 8,000 bytes. */
const LONGEST_NOTE = 7_000;

/**
 * Puts into the feeds what a batch makes visible: each event for who could see its leg already, and the history of the leg
 * for whom an event opened it. An agency that could see it as the same before (a sender, while a release was asked for) is not
 * told again; what lapses tells all again, since nobody knows what was read in time.
 */
export function itemsOf(consumer: Pick<Consumer, 'name' | 'version'>): (schema: string) => string {
  return (schema) => {
    const live = schema === schemaOf(consumer);
    const at = (table: string): string => `${quoted(schema)}.${table}`;
    const sees = (event: string): string => `${event}.readers && ARRAY[o.viewpoint, '@' || o.agency]`;
    const put = `
      WITH fresh AS MATERIALIZED (
        SELECT e.lane, e.position, e.referral, e.readers, e.at
        FROM unnest($1::int[], $2::bigint[]) AS n (lane, position) JOIN ${at('event')} e USING (lane, position)
      ), seen AS (
        SELECT o.agency, e.lane, e.position, e.position AS source
        FROM fresh e JOIN ${at('opening')} o ON o.referral = e.referral AND o.position <= e.position
          AND (o.until IS NULL OR o.until > e.at) AND ${sees('e')}
        UNION
        SELECT o.agency, h.lane, o.position, h.position
        FROM fresh f
        JOIN ${at('opening')} o ON o.referral = f.referral AND o.position = f.position
        JOIN ${at('event')} h ON h.referral = o.referral AND h.position < o.position AND ${sees('h')}
        WHERE NOT EXISTS (
          SELECT FROM ${at('opening')} b WHERE b.referral = o.referral AND b.agency = o.agency AND b.position < o.position
            AND b.viewpoint = o.viewpoint AND b.until IS NULL)
      )
      INSERT INTO ${at('item')} (agency, lane, position, source) SELECT * FROM seen ON CONFLICT DO NOTHING`;
    if (!live) return put;
    return `WITH put AS (${put} RETURNING agency), names AS (SELECT string_agg(DISTINCT agency, ' ') AS list FROM put)
      SELECT pg_notify('${FEED_CHANNEL}', CASE WHEN octet_length(list) > ${LONGEST_NOTE} THEN '*' ELSE list END)
      FROM names WHERE list IS NOT NULL`;
  };
}
